#pragma once
// The recursive descent: one pass over a source by the rules of Python's grammar.
//
// A rule is a method; it returns its node, or nullptr when the text does not fit. There are two
// passes, as in CPython. The first only parses and remembers the furthest token it stumbled over.
// When it fails, a second one (`diagnosing`) walks the same way with the tests for common mistakes
// switched on (diagnose_*.cpp) and `raise()`s what it finds; a mistake none of them knows is
// "invalid syntax" at the furthest token of the first pass. So correct programs never pay for the
// explanations.
//
// Rules read tokens with peek() and advance(). Going back (a `Mark`) is possible within a logical
// line, and in the second pass everywhere. Rules that recurse hold a `Deeper`, which bounds the
// native stack; the height of each node made is bounded as well. Threads: belongs to one parse.
#include <optional>
#include <string>
#include <vector>

#include "base/arena.hpp"
#include "base/small_vector.hpp"
#include "base/stack_room.hpp"
#include "syntax/ast.hpp"
#include "syntax/lexer.hpp"
#include "syntax/name_table.hpp"
#include "syntax/parser.hpp"
#include "syntax/token.hpp"
#include "syntax/tree_height.hpp"

namespace gilbox::syntax {

class Grammar {
 public:
  /// `stumbled` is the first pass's furthest token; with it this is the second pass.
  Grammar(const Source& source, const ParseOptions& options, base::Arena& arena,
          const Token* stumbled);

  ast::ModNode* parse();
  /// After parse() gave nullptr: what is wrong. In the first pass only errors that need no second
  /// look.
  const std::optional<SyntaxError>& error() const { return error_; }
  const Token& stumbled() const { return stumbled_; }
  /// The error of the second pass, weighed against what the lexer finds in the rest of the text.
  SyntaxError final_error();

 private:
  /// What the compiler may need of the native stack for each level of a tree.
  static constexpr std::size_t kBytesToCompile = 480;

  using Kind = TokenKind;
  using ExprNode = ast::ExprNode;
  using StmtNode = ast::StmtNode;
  using PatternNode = ast::PatternNode;
  using Location = ast::Location;
  template <class T>
  using Seq = ast::Seq<T>;

  // --- reading tokens -------------------------------------------------------------------------
  const Token& peek() const { return *token_; }
  const Token& peek(std::size_t ahead) const {
    const std::size_t at = position() + ahead;
    return tokens_[at < tokens_.size() ? at : tokens_.size() - 1];
  }
  std::string_view text_of(const Token& token) const {
    return source_.text().substr(token.start, token.end - token.start);
  }
  bool at(Kind kind) const { return token_->kind == kind; }
  std::size_t position() const { return static_cast<std::size_t>(token_ - tokens_.data()); }
  void advance() {
    if (token_->kind > Kind::Dedent)
      previous_end_ = {token_->at.end_lineno, token_->at.end_col_offset};
    if (++token_ == last_token_) read_more();
  }
  bool accept(Kind kind) {
    if (token_->kind != kind) return false;
    advance();
    return true;
  }
  /// accept(), or the pass has stumbled.
  bool expect(Kind kind) { return accept(kind) || stumble(); }
  /// accept(), or a SyntaxError "expected '…'" at once.
  bool require(Kind kind);
  void read_more();

  struct End {
    std::uint32_t lineno = 1;
    std::uint32_t column = 0;
  };
  struct Mark {
    std::size_t position;
    End previous_end;
  };
  Mark mark() const { return {position(), previous_end_}; }
  void go_back(const Mark& mark) {
    rereads_ += position() - mark.position;
    if (position() > furthest_) furthest_ = position();
    token_ = tokens_.data() + mark.position;
    previous_end_ = mark.previous_end;
  }

  /// Whether mistakes are to be explained. After re-reading very much the second pass gives up
  /// explaining: what is nested deeply could otherwise take time exponential in the depth.
  bool diagnosing() const { return diagnosing_ && rereads_ < kMostRereads && !has_raised(); }
  /// For the tail of a rule that did not fit: the second pass then takes what stands before the
  /// tail, as CPython's does, so that the caller's tests see the same prefix.
  template <class T>
  T* without_tail(const Mark& before_tail, T* head) {
    if (!is_second_pass_ || has_raised()) return nullptr;
    go_back(before_tail);
    return head;
  }

  // --- failing --------------------------------------------------------------------------------
  /// The current token fits no rule here. Always false; in a rule: `return stumble(), nullptr;`.
  bool stumble() {
    if (is_second_pass_) {
      if (token_->kind == Kind::Error && !error_) raise_lexer_error();
    } else if (token_->start >= stumbled_.start) {
      stumbled_ = *token_;
    }
    return false;
  }
  std::nullptr_t no() {
    stumble();
    return nullptr;
  }
  bool has_raised() const { return error_.has_value(); }
  std::nullptr_t raise(SyntaxError::Type type, std::string message, const Location& range);
  std::nullptr_t raise(std::string message, const Location& range) {
    return raise(SyntaxError::Type::SyntaxError, std::move(message), range);
  }
  /// From `first` to where the lexer stands.
  std::nullptr_t raise_from(std::string message, const Location& first);
  /// At the last token read.
  std::nullptr_t raise_here(std::string message,
                            SyntaxError::Type type = SyntaxError::Type::SyntaxError);
  std::nullptr_t raise_at_token(SyntaxError::Type type, std::string message, const Token& token);
  std::nullptr_t raise_too_deep();
  void raise_lexer_error();
  const Token& last_read() const;
  std::string error_line(std::uint32_t lineno) const;
  std::int32_t column_number(std::uint32_t lineno, std::uint32_t bytes) const;
  static Location between(const Location& first, const Location& last) {
    return {first.lineno, first.col_offset, last.end_lineno, last.end_col_offset};
  }

  /// Counts a level of recursion while it lives.
  class Deeper {
   public:
    explicit Deeper(Grammar& grammar) : depth_(grammar.depth_) { ++depth_; }
    ~Deeper() { --depth_; }
    bool too_deep() const {
      return depth_ > ast::kMaxDepth || base::stack_room() < base::kStackReserve;
    }

   private:
    int& depth_;
  };

  // --- making nodes ---------------------------------------------------------------------------
  template <class T>
  T* make(const Location& start) {
    T* node = arena_.make<T>();
    node->at.lineno = start.lineno;
    node->at.col_offset = start.col_offset;
    return node;
  }
  /// Closes a node at the last token consumed.
  template <class T>
  T* done(T* node) {
    node->at.end_lineno = previous_end_.lineno;
    node->at.end_col_offset = previous_end_.column;
    return measured(node);
  }
  template <class T>
  T* measured(T* node) {
    const unsigned height = ast::height_below(*node) + 1;
    if (height > ast::kMaxDepth || height * kBytesToCompile > stack_room_) [[unlikely]] {
      return raise_too_deep();
    }
    node->height = static_cast<std::uint16_t>(height);
    return node;
  }

  /// Collects the items of a list on a shared stack, then copies them to the arena.
  template <class T>
  class Items {
   public:
    explicit Items(Grammar& grammar) : grammar_(grammar), first_(grammar.stack_.size()) {}
    ~Items() { grammar_.stack_.resize(first_); }
    Items(const Items&) = delete;
    Items& operator=(const Items&) = delete;
    /// Only the youngest list alive may grow.
    void add(T* item) {
      assert(grammar_.stack_.size() == first_ + count_);
      grammar_.stack_.push_back(item);
      ++count_;
    }
    std::uint32_t size() const { return count_; }
    T* operator[](std::uint32_t index) const {
      return static_cast<T*>(grammar_.stack_[first_ + index]);
    }
    T* back() const { return (*this)[size() - 1]; }
    void clear() {
      grammar_.stack_.resize(first_);
      count_ = 0;
    }
    Seq<T*> take() {
      const std::uint32_t count = size();
      T** items = grammar_.arena_.make_array<T*>(count);
      for (std::uint32_t i = 0; i < count; ++i) items[i] = (*this)[i];
      clear();
      return {items, count};
    }

   private:
    Grammar& grammar_;
    std::size_t first_;
    std::uint32_t count_ = 0;
  };
  template <class List>
  auto copied(const List& items) {
    using T = List::value_type;
    T* copy = arena_.make_array<T>(items.size());
    for (std::size_t i = 0; i < items.size(); ++i) copy[i] = items[i];
    return Seq<T>{copy, static_cast<std::uint32_t>(items.size())};
  }
  template <class T>
  Seq<T*> single(T* item) {
    T** items = arena_.make_array<T*>(1);
    items[0] = item;
    return {items, 1};
  }

  // --- statements (grammar_statements.cpp, grammar_imports.cpp) -------------------------------
  ast::ModNode* parse_file();
  ast::ModNode* parse_expression_input();
  ast::ModNode* parse_interactive();
  bool statement(Items<StmtNode>& out);
  bool simple_statements(Items<StmtNode>& out);
  StmtNode* simple_statement();
  StmtNode* expression_statement();
  StmtNode* expression_statement_rest(const Location& start, ExprNode* first);
  StmtNode* assignment(const Location& start, ExprNode* first);
  StmtNode* annotated_assignment(const Location& start, ExprNode* target);
  StmtNode* augmented_assignment(const Location& start, ExprNode* target);
  ExprNode* assigned_value();
  StmtNode* return_statement();
  StmtNode* raise_statement();
  StmtNode* scope_statement();
  StmtNode* delete_statement();
  StmtNode* assert_statement();
  StmtNode* type_statement();
  StmtNode* import_statement();
  StmtNode* import_from_statement();
  bool import_names(Items<ast::Alias>& names);
  bool dotted_name(ast::Identifier& name);

  // --- compound statements (grammar_compound.cpp) ---------------------------------------------
  StmtNode* compound_statement();
  bool block(Seq<StmtNode*>& body, const char* owner, std::uint32_t owner_lineno);
  bool colon_of_block();
  StmtNode* if_statement();
  bool else_block(Seq<StmtNode*>& orelse);
  StmtNode* while_statement();
  template <class T>
  StmtNode* for_statement(const Location& start);
  template <class T>
  StmtNode* with_statement(const Location& start);
  bool with_items(Items<ast::WithItem>& items, bool in_parentheses);
  ast::WithItem* with_item();
  StmtNode* try_statement();
  ast::ExceptHandler* except_handler(bool& is_star);
  StmtNode* async_statement();

  // --- definitions (grammar_definitions.cpp) --------------------------------------------------
  StmtNode* decorated();
  StmtNode* function_definition(const Location& start, Seq<ExprNode*> decorators, bool is_async);
  template <class T>
  StmtNode* function(const Location& start, Seq<ExprNode*> decorators);
  StmtNode* class_definition(const Location& start, Seq<ExprNode*> decorators);
  bool type_parameters(Seq<ast::TypeParamNode*>& parameters);
  ast::TypeParamNode* type_parameter();
  ast::Arguments* parameters(Kind closing);
  ast::Arg* parameter(bool is_lambda, bool star_annotation);

  // --- match (grammar_patterns.cpp) -----------------------------------------------------------
  bool at_match_statement() const;
  StmtNode* match_statement(bool& is_match);
  ExprNode* match_subject();
  ast::MatchCase* case_block();
  PatternNode* top_pattern();
  PatternNode* maybe_star_pattern();
  PatternNode* as_pattern();
  PatternNode* or_pattern();
  PatternNode* closed_pattern();
  PatternNode* name_pattern();
  PatternNode* sequence_pattern();
  PatternNode* mapping_pattern();
  PatternNode* class_pattern(ExprNode* cls);
  ExprNode* dotted_pattern_name();
  ExprNode* literal_expression();
  ExprNode* signed_number();
  ExprNode* complex_number();

  // --- expressions (grammar_expressions.cpp) --------------------------------------------------
  static constexpr int kDisjunction = 1, kConjunction = 2, kInversion = 3, kComparison = 4,
                       kBitwise = 5, kFactor = 11;
  static bool starts_expression(Kind kind);
  ExprNode* star_expressions();
  ExprNode* star_expression();
  ExprNode* star_named_expression();
  ExprNode* starred();
  ExprNode* expressions();
  ExprNode* named_expression();
  ExprNode* assignment_expression();
  ExprNode* expression();
  ExprNode* quiet_disjunction();
  ExprNode* lambda();
  ExprNode* yield_expression();
  ExprNode* disjunction() { return binary(kDisjunction); }
  ExprNode* bitwise_or() { return binary(kBitwise); }
  ExprNode* binary(int least_precedence);
  ExprNode* operand(int least_precedence);
  ExprNode* unary(ast::UnaryOperator op);
  ExprNode* boolean_chain(ExprNode* left, const Location& start, Kind keyword);
  ExprNode* comparison(ExprNode* left, const Location& start);
  bool comparison_operator(ast::CompareOperator& op);
  ExprNode* power();
  ExprNode* primary();
  ExprNode* slices();
  ExprNode* slice();
  bool ends_slice() const { return at(Kind::RightBracket) || at(Kind::Comma); }

  // --- atoms (grammar_atoms.cpp, grammar_calls.cpp) -------------------------------------------
  ExprNode* atom();
  ExprNode* name();
  ExprNode* constant(ast::ConstantValue::Type type);
  ExprNode* number();
  ExprNode* group_or_tuple();
  ExprNode* list();
  ExprNode* dictionary_or_set();
  ExprNode* later_key();
  ExprNode* dictionary_rest(const Location& start, ExprNode* first_key);
  bool comprehension_clauses(Seq<ast::Comprehension*>& generators);
  bool conditions(Seq<ExprNode*>& conditions);
  bool at_comprehension();
  bool parenthesized_arguments(ast::Call& call);
  bool call_arguments(Seq<ExprNode*>& args, Seq<ast::Keyword*>& keywords, const Location* open);

  // --- strings (grammar_strings.cpp) ----------------------------------------------------------
  ExprNode* strings();
  ast::Constant* string_constant(bool& is_bytes);
  bool f_string(Items<ExprNode>& parts);
  bool f_string_text(Items<ExprNode>& parts, bool is_raw);
  bool replacement_field(Items<ExprNode>& parts, bool is_raw);
  bool conversion(ast::FormattedValue& field);
  Seq<ExprNode*> folded(Items<ExprNode>& parts);
  bool decode(std::string_view body, bool is_raw, bool is_bytes, const Token& token,
              std::string_view& text);

  // --- targets (grammar_targets.cpp) ----------------------------------------------------------
  /// Makes `node` a target; false when it, or something in it, cannot be one.
  bool make_target(ExprNode* node, ast::Context context);
  ExprNode* loop_targets();
  ExprNode* star_target();
  static bool is_simple_target(const ExprNode* node);

  // --- the second pass (diagnose_*.cpp) -------------------------------------------------------
  /// Switches the tests for mistakes off while it lives.
  class Quiet {
   public:
    explicit Quiet(Grammar& grammar) : grammar_(grammar), diagnosing_(grammar.diagnosing_) {
      grammar.diagnosing_ = false;
    }
    ~Quiet() { grammar_.diagnosing_ = diagnosing_; }

   private:
    Grammar& grammar_;
    bool diagnosing_;
  };
  enum class TargetUse : std::uint8_t { assign, loop, remove };
  static std::string_view expression_name(const ExprNode* node);
  static bool is_legacy_statement(const Token& token) {
    return token.kind == Kind::Name && (token.name == "print" || token.name == "exec");
  }
  static const ExprNode* invalid_target(const ExprNode* node, TargetUse use);
  bool raise_invalid_target(const ExprNode* node, TargetUse use);
  void diagnose_expression(const Mark& before, ExprNode* node);
  void diagnose_legacy_statement(const Mark& before);
  void diagnose_not_after_operator(int least_precedence);
  bool starts_with_display(const Mark& before);
  void diagnose_named_expression(const Mark& before, const ExprNode* node);
  void diagnose_statement(const Mark& before);
  void diagnose_with(const Mark& before);
  void diagnose_with_target(const Mark& before);
  void diagnose_loop_target(const Mark& before);
  void diagnose_comprehension_clause(const Mark& before);
  void diagnose_parameters(const Mark& before, Kind closing);
  bool diagnose_star_parameter(Kind closing);
  bool diagnose_double_star_parameter();
  bool diagnose_parenthesized_parameters(bool is_lambda);
  void diagnose_group(const Mark& before);
  void diagnose_comprehension_target(const Mark& before);
  // What the arguments of a call have been, as far as they fit.
  struct ArgumentScan {
    std::uint32_t positional = 0;
    const ExprNode* last_positional = nullptr;
    bool has_named = false;
    bool has_double_star = false;
  };
  bool scan_arguments(ArgumentScan& scan);
  ExprNode* positional_argument();
  ExprNode* starred_argument();
  bool keyword_argument(ArgumentScan& scan, bool star_allowed);
  void diagnose_arguments(const Mark& before);
  void diagnose_loose_generator(const ArgumentScan& scan);
  void diagnose_pattern_target();
  void diagnose_positional_pattern();
  bool diagnose_dictionary_value(const Location& colon);
  bool diagnose_lambda_in_f_string(const Location& lambda);
  bool diagnose_empty_field();
  void diagnose_field_expression(const Mark& before);
  void diagnose_field_end(bool shows_itself, bool has_conversion);
  bool unpacks_in_comprehension();
  bool lists_exceptions();
  bool diagnose_bound_of_star(const char* kind);
  std::nullptr_t raise_in_field(std::string message);
  void raise_missing_colon(const Location& key);

  const Source& source_;
  const ParseOptions& options_;
  base::Arena& arena_;
  NameTable names_;
  std::vector<SyntaxWarning> own_warnings_;
  Lexer lexer_;
  static constexpr std::size_t kMostRereads = 200'000;
  std::size_t rereads_ = 0;
  static constexpr std::size_t kNowhere = SIZE_MAX;
  std::size_t known_disjunction_ =
      kNowhere;               // where CPython would remember an operand already read quietly
  std::size_t furthest_ = 0;  // index of the last token seen, in the second pass
  const bool is_second_pass_;
  bool diagnosing_;
  int depth_ = 0;
  std::size_t stack_room_ = base::stack_room();  // where compiling begins as well
  Token* token_ = nullptr;
  Token* last_token_ = nullptr;
  End previous_end_;
  Location
      line_end_;  // of the last line of simple statements, unless a compound one has ended since
  Token stumbled_;
  std::optional<SyntaxError> error_;
  bool is_lexer_error_ = false;
  std::string f_string_error_;  // of an escape in the f-string being read
  std::vector<Token> tokens_;
  std::vector<void*> stack_;
};

}  // namespace gilbox::syntax
