#include "vm/traceback_text.hpp"

#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "types/traceback.hpp"
#include "vm/source_lines.hpp"

namespace gilbox::py {

namespace {

constexpr int kRepeats = 3;  // equal rows shown before they are counted
constexpr uint32_t kMostInGroup = 15;
constexpr int kDeepestGroup = 10;

std::string text_of(Str* s) { return s ? std::string(Utf8(*s).view()) : std::string(); }

std::string str_or(Thread& t, Value v, const char* fallback) {
  Ref<Str> s = str(t, v);
  if (s) return text_of(s.get());
  clear_exception(t);
  return fallback;
}

std::string row_of(Traceback& tb, bool carets) {
  const std::string filename = text_of(tb.code->filename);
  std::string row = "  File \"" + filename + "\", line " + std::to_string(tb.line) + ", in " +
                    text_of(tb.code->name) + "\n";
  const bytecode::Position at = position_of(*tb.code, tb.word);
  std::vector<std::string> lines;
  const int last = at.end_line >= at.line ? at.end_line : at.line;
  for (int n = tb.line; n <= last; ++n) {
    std::string line;
    if (!source_line(filename, n, line)) break;
    line.resize(line.find_last_not_of(" \t\f") + 1);
    lines.push_back(std::move(line));
  }
  if (lines.empty()) return row;
  if (!carets || at.column < 0 || at.end_column < 0) lines.resize(1);
  return row +
         (carets ? marked_source(lines, at.column, at.end_column) : marked_source(lines, -1, -1));
}

std::string type_name_of(Thread& t, Value exception) {
  Type* type = type_of(exception);
  Var name = get_attr_or_unbound(t, Value::object(type), names::d_qualname);
  if (name.failed()) clear_exception(t);
  std::string text = is_str(name) ? text_of(name.as<Str>()) : type->name;
  Var module = get_attr_or_unbound(t, Value::object(type), names::d_module);
  if (module.failed()) clear_exception(t);
  if (!is_str(module)) return text;
  const std::string prefix = text_of(module.as<Str>());
  return prefix == "builtins" || prefix == "__main__" ? text : prefix + "." + text;
}

int64_t int_or(Value v, int64_t missing) { return v.is_small() ? v.small() : missing; }

// The place a SyntaxError blames, with carets.
std::string syntax_place(Thread& t, SyntaxErrorObject& e) {
  std::string out;
  if (e.lineno.is_small()) {
    const std::string filename = is_str(e.filename) ? text_of(e.filename.as<Str>()) : "<string>";
    out += "  File \"" + filename + "\", line " + std::to_string(e.lineno.small()) + "\n";
  }
  if (!is_str(e.text)) return out;
  std::string line = str_or(t, e.text, "");
  while (!line.empty() && (line.back() == '\n' || line.back() == '\r')) line.pop_back();
  size_t skip = line.find_first_not_of(" \n\f\t");
  if (skip == std::string::npos) skip = line.size();
  const std::string shown = line.substr(skip);
  out += "    " + shown + "\n";
  if (!e.offset.is_small() || e.offset.small() < 0) return out;
  int64_t offset = e.offset.small();
  int64_t end = int_or(e.end_offset, offset);
  if (e.lineno.is_small() && e.end_lineno.is_small() && e.lineno.small() != e.end_lineno.small())
    end = static_cast<int64_t>(line.size()) + 1;
  if (end <= 0) end = offset;
  if (offset == end || end == -1) end = offset + 1;
  const int64_t column = offset - 1 - static_cast<int64_t>(skip);
  const int64_t end_column = end - 1 - static_cast<int64_t>(skip);
  if (column < 0) return out;
  std::string carets;
  for (int64_t n = 0; n < column; ++n)
    carets +=
        static_cast<size_t>(n) < shown.size() && shown[static_cast<size_t>(n)] == '\t' ? '\t' : ' ';
  for (int64_t n = column; n < end_column; ++n) carets += '^';
  return out + "    " + carets + "\n";
}

std::string notes_of(Thread& t, Value exception) {
  Var notes = get_attr_or_unbound(t, exception, names::d_notes);
  if (notes.failed()) clear_exception(t);
  if (notes.failed() || notes.is_unbound() || notes.get().is_none()) return {};
  if (!is_list(notes) && !is_tuple(notes)) {
    Ref<Str> shown = repr(t, notes);
    if (!shown) clear_exception(t);
    return (shown ? text_of(shown.get()) : "<__notes__ repr() failed>") + "\n";
  }
  std::string out;
  Ref<List> all = list_from(t, notes);
  if (!all) return clear_exception(t), out;
  for (uint32_t i = 0; i < all->size; ++i)
    out += str_or(t, all->items[i], "<note str() failed>") + "\n";
  return out;
}

std::string indented(const std::string& text, const std::string& margin) {
  std::string out;
  for (size_t start = 0; start < text.size();) {
    size_t end = text.find('\n', start);
    end = end == std::string::npos ? text.size() : end + 1;
    out += margin + text.substr(start, end - start);
    start = end;
  }
  return out;
}

class Report {
 public:
  Report(Thread& t, bool chain) : t_(t), chain_(chain) {}
  std::string text;

  void add(Value exception) {
    std::vector<std::pair<const char*, Value>> chain;
    for (Value e = exception; is_exception(e);) {
      auto* x = e.as<Exception>();
      const char* why = nullptr;
      Value next;
      if (chain_ && is_exception(x->cause)) {
        why = "\nThe above exception was the direct cause of the following exception:\n\n";
        next = x->cause;
      } else if (chain_ && is_exception(x->context) && !x->suppress_context) {
        why = "\nDuring handling of the above exception, another exception occurred:\n\n";
        next = x->context;
      }
      for (Value old : seen_)
        if (old == next) why = nullptr, next = Value();
      seen_.push_back(e);
      chain.emplace_back(why, e);
      e = next;
    }
    for (auto link = chain.rbegin(); link != chain.rend(); ++link) {
      if (link->first) emit(link->first);
      one(link->second);
    }
  }

 private:
  std::string indent() const { return std::string(static_cast<size_t>(2 * depth_), ' '); }
  void emit(const std::string& rows, char margin = '|') {
    text += indented(rows, depth_ ? indent() + margin + ' ' : indent());
  }

  void one(Value exception) {
    auto* e = exception.as<Exception>();
    const bool traced = is_traceback(e->traceback);
    if (!is_subtype(type_of(exception), &exc::BaseExceptionGroup)) {
      if (traced) {
        emit("Traceback (most recent call last):\n");
        emit(traceback_rows(t_, e->traceback));
      }
      emit(exception_only(t_, exception));
      return;
    }
    if (depth_ > kDeepestGroup) return emit("... (max_group_depth is 10)\n");
    const bool top = depth_ == 0;
    if (top) ++depth_;
    if (traced) {
      emit("Exception Group Traceback (most recent call last):\n", top ? '+' : '|');
      emit(traceback_rows(t_, e->traceback));
    }
    emit(exception_only(t_, exception));
    members(exception.as<GroupObject>()->exceptions);
    if (top) depth_ = 0;
  }

  void members(Value exceptions) {
    if (!is_tuple(exceptions)) return;
    Tuple& all = *exceptions.as<Tuple>();
    const uint32_t n = all.size <= kMostInGroup ? all.size : kMostInGroup + 1;
    need_close_ = false;
    for (uint32_t i = 0; i < n; ++i) {
      const bool last = i + 1 == n, cut = i >= kMostInGroup;
      if (last) need_close_ = true;
      text += indent() + (i == 0 ? "+-" : "  ") + "+---------------- " +
              (cut ? std::string("...") : std::to_string(i + 1)) + " ----------------\n";
      ++depth_;
      if (cut) {
        const uint32_t rest = all.size - kMostInGroup;
        emit("and " + std::to_string(rest) + " more exception" + (rest > 1 ? "s" : "") + "\n");
      } else {
        add(all.items[i]);
      }
      if (last && need_close_) {
        text += indent() + "+------------------------------------\n";
        need_close_ = false;
      }
      --depth_;
    }
  }

  Thread& t_;
  bool chain_;
  int depth_ = 0;
  bool need_close_ = false;
  std::vector<Value> seen_;
};

}  // namespace

std::string traceback_rows(Thread&, Value traceback, bool carets) {
  std::string out;
  const Traceback* before = nullptr;
  int repeated = 0;
  auto count_out = [&] {
    if (repeated <= kRepeats) return;
    const int more = repeated - kRepeats;
    out += "  [Previous line repeated " + std::to_string(more) + " more time" +
           (more > 1 ? "s" : "") + "]\n";
  };
  for (Value v = traceback; is_traceback(v); v = v.as<Traceback>()->next) {
    Traceback& tb = *v.as<Traceback>();
    const bool same = before && before->code->filename == tb.code->filename &&
                      before->line == tb.line && before->code == tb.code;
    if (!same) {
      count_out();
      before = &tb;
      repeated = 0;
    }
    if (++repeated <= kRepeats) out += row_of(tb, carets);
  }
  count_out();
  return out;
}

std::string exception_only(Thread& t, Value exception, bool notes) {
  std::string out;
  std::string message;
  if (is_subtype(type_of(exception), &exc::SyntaxError)) {
    auto& e = *exception.as<SyntaxErrorObject>();
    out = syntax_place(t, e);
    message = e.message.is_unbound() || e.message.is_none() ? "<no detail available>"
                                                            : str_or(t, e.message, "");
  } else {
    message = str_or(t, exception, "<exception str() failed>") + suggestion_for(t, exception);
  }
  out += type_name_of(t, exception);
  if (!message.empty()) out += ": " + message;
  out += "\n";
  if (notes) out += notes_of(t, exception);
  return out;
}

std::string plain_report(Thread& t, Value exception) {
  Var held(exception);
  std::string out;
  if (is_traceback(exception.as<Exception>()->traceback))
    out = "Traceback (most recent call last):\n" +
          traceback_rows(t, exception.as<Exception>()->traceback, false);
  return out + exception_only(t, exception, false);
}

std::string exception_report(Thread& t, Value exception, bool chain) {
  Var held(exception);
  Report report(t, chain);
  report.add(exception);
  return std::move(report.text);
}

}  // namespace gilbox::py
