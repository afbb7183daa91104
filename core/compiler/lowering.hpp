// From tree to instructions. One Lowering compiles one program; the parts are in lower_*.cpp by
// construct.
//
// Registers: a Unit (one code block under construction) has its variables and cells first,
// temporaries behind them, used as a stack (push / set_depth). An expression is compiled *into* a
// register, which only its last instruction writes, so that `x = x + 1` can go straight into x; or
// to an Operand, which may be a variable read where it is. A variable that
// `:=` may change in the middle of an expression (Symbol::walrus) is copied first.
// Threads: belongs to one compilation.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "bytecode/code.hpp"
#include "compiler/compile.hpp"
#include "compiler/diagnostics.hpp"
#include "compiler/emitter.hpp"
#include "compiler/future.hpp"
#include "compiler/scope.hpp"

namespace gilbox::compiler {

// A register to read; `temp`: it holds a temporary that ends with this read.
struct Operand {
  uint16_t reg = 0;
  bool temp = false;
};

// Where a name lives, seen from some scope.
struct Place {
  enum class Kind : uint8_t {
    local,  // register `index`
    cell,   // cell in register `index`
    free,   // free variable `index`
    global,
    name,             // namespace of a module or class body
    class_free,       // class body: namespace, then free variable `index`
    class_dict,       // annotation scope in a class: the class's namespace, then global
    class_dict_free,  // the same, then free variable `index`
  };
  Kind kind = Kind::global;
  uint16_t index = 0;
  const Symbol* symbol = nullptr;
};

// What `break`, `continue` and `return` have to leave (CPython: fblock).
struct Block {
  enum class Kind : uint8_t {
    while_loop,
    for_loop,        // reg: the iterator
    async_for_loop,  // reg: the iterator
    try_body,
    finally_body,     // body: what runs at every way out
    finally_handler,  // reg: the exception, reg + 1: the one handled before
    except_handler,   // the same; name: what `as` bound
    star_body,        // try … except*: nothing may leave its handlers
    with_body,        // reg: pair of __exit__
    async_with_body,
    return_value,  // reg: a value on its way out through `finally`
  };
  Kind kind;
  Location at;
  HandlerId outer = HandlerId::none;  // the handler around the block
  uint16_t reg = 0;
  Label top = Label::none, exit = Label::none;
  const ast::Seq<ast::StmtNode*>* body = nullptr;
  Name name = Name::empty;
};

struct Unit {
  Scope* scope = nullptr;
  Unit* outer = nullptr;
  std::shared_ptr<Code> code = std::make_shared<Code>();
  Emitter emitter;
  std::vector<Block> blocks;
  uint32_t depth = 0, deepest = 0;          // temporaries in use
  uint16_t class_cell = 0, class_dict = 0;  // class body: registers of its implicit cells
  std::vector<Name> static_attributes;      // class body: assigned through self in its methods
};

class Lowering {
 public:
  Lowering(Names& names, ScopeTable& scopes, Diagnostics& diagnostics,
           const CompileOptions& options, const std::string& filename, const Future& future)
      : names_(names),
        scopes_(scopes),
        diagnostics_(diagnostics),
        options_(options),
        filename_(filename),
        future_(future) {}
  std::shared_ptr<Code> module(const ast::ModNode& tree);

 private:
  friend class PatternLowering;
  using Body = ast::Seq<ast::StmtNode*>;
  static constexpr uint16_t kNoRegister = 0xFFFF;

  // lower_unit.cpp: code blocks, registers
  void enter_unit(const void* key, std::string_view name, int32_t first_line);
  std::shared_ptr<Code> leave_unit();
  void assign_registers();
  void place_comprehension_symbols(Scope& scope, std::vector<std::pair<Name, uint16_t>>& active,
                                   std::vector<Symbol*>& cells);
  void set_qualified_name(std::string_view name);
  void start_generator_guard();
  void end_generator_guard();
  uint16_t push();
  uint32_t depth() const { return unit_->depth; }
  void set_depth(uint32_t depth) { unit_->depth = depth; }
  bool is_temp(uint16_t reg) const { return reg >= unit_->code->local_count; }
  bool is_top(uint16_t reg) const {
    return unit_->depth > 0 && reg == unit_->code->local_count + unit_->depth - 1;
  }
  uint16_t run_base(uint16_t dst) { return is_top(dst) ? dst : push(); }
  uint16_t next_register() const {
    return static_cast<uint16_t>(unit_->code->local_count + unit_->depth);
  }
  Emitter& emitter() { return unit_->emitter; }
  void fail(const Location& at, std::string message) { diagnostics_.fail(at, std::move(message)); }

  // lower_emit.cpp: instructions
  void emit(Op op, const Location& at, uint16_t a = 0, uint16_t b = 0, uint16_t c = 0, int x = 0);
  void emit_unary(Op op, uint16_t dst, Operand b, const Location& at, int x = 0);
  void emit_binary(Op op, uint16_t dst, Operand b, Operand c, const Location& at, int x = 0);
  void jump(Label target, const Location& at) { emitter().jump({.op = Op::JUMP}, target, at); }
  void jump_back(Label target, const Location& at) {
    emitter().jump({.op = Op::JUMP_BACK}, target, at);
  }
  void jump_if(Op op, Operand operand, Label target, const Location& at);
  void move(uint16_t dst, Operand from, const Location& at);
  void clear(uint16_t reg, const Location& at) { emit(Op::CLEAR, at, reg); }
  void load_constant(Constant value, uint16_t dst, const Location& at);
  void load_none(uint16_t dst, const Location& at) { load_constant({}, dst, at); }
  void load_text(std::string_view text, uint16_t dst, const Location& at);
  uint16_t name_index(Name name) { return emitter().name(names_.text(name)); }
  uint16_t name_index(ast::Identifier name) { return name_index(mangled(name)); }
  Label new_label() { return emitter().new_label(); }
  void bind(Label label) { emitter().bind(label); }

  // lower_names.cpp
  Name mangled(ast::Identifier identifier) {
    return names_.mangled(names_.of(identifier), scope_->private_owner);
  }
  Place place_of(Name name);
  bool find_cell(Name name, Place& place);
  void load(Name name, uint16_t dst, const Location& at);
  void load_from_class_dict(Name name, const Place& place, uint16_t dst, const Location& at);
  void check_bound(const Place& place, const Location& at);
  void store(Name name, Operand value, const Location& at);
  void remove(Name name, const Location& at);
  bool refuse_name(ast::Identifier name, ast::Context context, const Location& at);

  // lower_expressions.cpp, lower_operators.cpp, lower_conditions.cpp
  void expression(const ast::ExprNode& node, uint16_t dst);
  Operand operand(const ast::ExprNode& node, uint16_t hint = kNoRegister, bool last = true);
  void discard(const ast::ExprNode& node);
  static Location attribute_location(Location whole, const ast::Attribute& node);
  void attribute(const ast::Attribute& node, uint16_t dst);
  void subscript(const ast::Subscript& node, uint16_t dst);
  void slice(const ast::Slice& node, uint16_t dst);
  void await_value(uint16_t iterator, uint16_t dst, const Location& at);
  void yield_expression(const ast::ExprNode& node, uint16_t dst);
  void await_expression(const ast::Await& node, uint16_t dst);
  void binary(const ast::BinOp& node, uint16_t dst);
  void binary(ast::BinaryOperator op, Operand left, const ast::ExprNode& right, uint16_t dst,
              const Location& at, int x, uint16_t hint);
  void unary(const ast::UnaryOp& node, uint16_t dst);
  void bool_op(const ast::BoolOp& node, uint16_t dst);
  void compare(const ast::Compare& node, uint16_t dst);
  Operand comparison_right(ast::CompareOperator op, const ast::ExprNode& node, uint16_t hint,
                           bool last);
  void choice(const ast::IfExp& node, uint16_t dst);
  void condition(const ast::ExprNode& node, Label target, bool when);
  void condition_compare(const ast::Compare& node, Label target, bool when);
  void condition_chain(const ast::Compare& node, Label target, bool when);

  // lower_warnings.cpp
  void warn(const Location& at, std::string message);
  void warn_of_comparison(const ast::Compare& node, bool negated = false);  // `not a is b`
  void warn_of_call(const ast::Call& node);
  void warn_of_subscript(const ast::Subscript& node);

  // lower_displays.cpp
  void sequence(const ast::Seq<ast::ExprNode*>& elements, Op build, uint16_t dst,
                const Location& at);
  void dict(const ast::Dict& node, uint16_t dst);
  void joined_string(const ast::JoinedStr& node, uint16_t dst);
  void formatted_value(const ast::FormattedValue& node, uint16_t dst);

  // lower_calls.cpp
  void call(const ast::Call& node, uint16_t dst);
  bool super_call(const ast::Call& node, uint16_t dst);
  // The callee is in `base`, `given` further arguments behind it; result to dst.
  void call_with(uint16_t base, uint32_t given, const ast::Seq<ast::ExprNode*>& arguments,
                 const ast::Seq<ast::Keyword*>& keywords, uint16_t dst, const Location& at,
                 bool method, const ast::ExprNode* extra_base = nullptr,
                 Name generic_base = Name::empty);
  void call_spread(uint16_t base, uint32_t given, const ast::Seq<ast::ExprNode*>& arguments,
                   const ast::Seq<ast::Keyword*>& keywords, uint16_t dst, const Location& at,
                   Name generic_base);
  void keywords_dict(uint16_t base, const ast::Seq<ast::Keyword*>& keywords, const Location& at);
  void check_keywords(const ast::Seq<ast::Keyword*>& keywords);

  // lower_comprehensions.cpp
  void comprehension(const ast::ExprNode& node, const ast::Seq<ast::Comprehension*>& generators,
                     const ast::ExprNode& element, const ast::ExprNode* value, uint16_t dst);
  void comprehension_loops(const ast::Seq<ast::Comprehension*>& generators, uint32_t at,
                           const ast::ExprNode& element, const ast::ExprNode* value, Op add,
                           uint16_t result, uint16_t iterator, const Location& whole);
  void generator_expression(const ast::GeneratorExp& node, uint16_t dst);

  // lower_functions.cpp, lower_classes.cpp, lower_type_params.cpp
  template <class Function>
  void function(const Function& node);
  void lambda(const ast::Lambda& node, uint16_t dst);
  int defaults(const ast::Arguments& arguments, bool& any_keyword);
  void annotations(const ast::Arguments& arguments, const ast::ExprNode* returns, uint16_t dst,
                   const Location& at);
  bool has_annotations(const ast::Arguments& arguments, const ast::ExprNode* returns);
  void annotation(const ast::ExprNode& node, uint16_t dst);
  void set_parameters(const ast::Arguments& arguments);
  void function_body(const void* key, std::string_view name, const ast::Arguments& arguments,
                     const Body& body, int32_t first_line, const Location& at);
  void make_function(std::shared_ptr<Code> code, uint16_t first_extra, int extras, uint16_t dst,
                     const Location& at);
  void decorators(const ast::Seq<ast::ExprNode*>& list);
  void apply_decorators(const ast::Seq<ast::ExprNode*>& list, uint16_t value);
  void class_definition(const ast::ClassDef& node);
  std::shared_ptr<Code> class_body(const ast::ClassDef& node, int32_t first_line);
  void build_class(const ast::ClassDef& node, std::shared_ptr<Code> body, uint16_t dst,
                   Name generic_base);
  void type_parameters(const ast::Seq<ast::TypeParamNode*>& list, uint16_t dst);
  void type_parameter_part(const ast::ExprNode& node, std::string_view name, uint16_t dst);
  void type_alias(const ast::TypeAlias& node);
  void enter_type_parameter_unit(const ast::Seq<ast::TypeParamNode*>& list, std::string_view owner,
                                 uint16_t argument_count);
  const Constant* docstring(const Body& body, Constant& made);

  // lower_statements.cpp
  void statements(const Body& body);
  void statement(const ast::StmtNode& node);
  void expression_statement(const ast::Expr& node);
  void if_statement(const ast::If& node);
  void return_statement(const ast::Return& node);
  void return_choice(const ast::Return& node, const ast::IfExp& choice);
  void raise(const ast::Raise& node);
  void assert_statement(const ast::Assert& node);
  void import(const ast::Import& node);
  void import_from(const ast::ImportFrom& node);
  void leave_blocks(size_t down_to, uint16_t value);
  void loop_jump(const ast::StmtNode& node, bool is_break);
  void push_block(const Block& block);
  void pop_block() { unit_->blocks.pop_back(); }

  // lower_assignments.cpp
  void assign(const ast::Assign& node);
  bool assign_tuple(const ast::ExprNode& target, const ast::ExprNode& value);
  void assign_expression(const ast::ExprNode& target, const ast::ExprNode& value);
  void assign_to(const ast::ExprNode& target, Operand value);
  void unpack(const ast::Seq<ast::ExprNode*>& targets, Operand value, const Location& at);
  void augmented(const ast::AugAssign& node);
  void annotated(const ast::AnnAssign& node);
  void delete_target(const ast::ExprNode& target);
  bool local_register(const ast::ExprNode& target, uint16_t& reg);

  // lower_loops.cpp
  void while_loop(const ast::While& node);
  void for_loop(const ast::For& node);
  void async_for_loop(const ast::AsyncFor& node);
  void iterable(const ast::ExprNode& node, uint16_t dst);
  template <class Inside>
  void async_iteration(uint16_t iterator, const ast::ExprNode& target, const Location& at,
                       Inside inside, Label top, Label end);

  // lower_try.cpp, lower_with.cpp, lower_match.cpp
  void try_statement(const ast::Try& node);
  void try_except(const ast::Try& node);
  void try_finally(const ast::Try* plain, const ast::TryStar* star, const Body& final,
                   const Location& at);
  void try_star(const ast::TryStar& node);
  void leave_handler(uint16_t exception, const Location& at);
  void forget_name(Name name, const Location& at);
  void with(const ast::Seq<ast::WithItem*>& items, uint32_t at, const Body& body, bool is_async,
            const Location& where);
  void match(const ast::Match& node);

  bool in_function() const { return unit_->scope->function_like(); }
  bool allows_await() const;

  Names& names_;
  ScopeTable& scopes_;
  Diagnostics& diagnostics_;
  const CompileOptions& options_;
  const std::string& filename_;
  Future future_;
  Unit* unit_ = nullptr;
  Scope* scope_ = nullptr;  // innermost, inlined comprehensions included
};

}  // namespace gilbox::compiler
