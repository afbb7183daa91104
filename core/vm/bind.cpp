#include "vm/bind.hpp"

#include "runtime/suggest.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"

namespace gilbox::py {

namespace {

class Binding {
 public:
  Binding(Thread& t, Function& f, const Args& args, Value* out)
      : t_(t), f_(f), code_(*f.code), args_(args), out_(out) {}

  bool run() {
    for (uint32_t i = 0; i < code_.local_count; ++i) out_[i] = Value();
    if (positional() && keywords() && count_fits() && defaults() && keyword_defaults()) return true;
    for (uint32_t i = 0; i < code_.local_count; ++i) release(std::exchange(out_[i], Value()));
    return false;
  }

 private:
  uint32_t named_end() const { return code_.argument_count + code_.keyword_only_count; }

  void put(uint32_t i, Value v) {
    retain(v);
    out_[i] = v;
  }

  bool positional() {
    const uint32_t n = args_.count < code_.argument_count ? args_.count : code_.argument_count;
    for (uint32_t i = 0; i < n; ++i) put(i, args_.values[i]);
    uint32_t next = named_end();
    if (code_.flags & bytecode::kVarArgs) {
      Ref<Tuple> rest = make_tuple(t_, args_.values + n, args_.count - n);
      if (!rest) return false;
      out_[next++] = Value::object(rest.take());
    }
    if (code_.flags & bytecode::kVarKeywords) {
      Ref<Dict> extra = make_dict(t_);
      if (!extra) return false;
      extra_ = extra.get();
      out_[next] = Value::object(extra.take());
    }
    return true;
  }

  int find(Str* name, uint32_t from, uint32_t to) const {
    for (uint32_t i = from; i < to; ++i)
      if (code_.variables[i] == name) return static_cast<int>(i);
    if (name->state & Str::kInterned) return -1;
    for (uint32_t i = from; i < to; ++i)
      if (str_equal(*code_.variables[i], *name)) return static_cast<int>(i);
    return -1;
  }

  bool keywords() {
    if (!args_.names) return true;
    for (uint32_t k = 0; k < args_.names->size; ++k) {
      Value key = args_.names->items[k], v = args_.values[args_.count + k];
      if (!is_str(key))
        return raise(t_, exc::TypeError, "%U() keywords must be strings", f_.qualified_name), false;
      Str* name = key.as<Str>();
      int at = find(name, code_.positional_only_count, named_end());
      if (at < 0) {
        if (extra_) {
          if (!dict_set_item(t_, *extra_, key, v)) return false;
          continue;
        }
        return unexpected(name), false;
      }
      if (!out_[at].is_unbound())
        return raise(t_, exc::TypeError, "%U() got multiple values for argument '%U'",
                     f_.qualified_name, name),
               false;
      put(static_cast<uint32_t>(at), v);
    }
    return true;
  }

  void unexpected(Str* name) {
    if (code_.positional_only_count) {
      StrBuilder wrong(t_);
      bool first = true;
      for (uint32_t k = 0; k < args_.names->size; ++k) {
        Str* given = args_.names->items[k].as<Str>();
        if (find(given, 0, code_.positional_only_count) < 0) continue;
        if (!first) wrong.put(", ");
        first = false;
        wrong.put(*given);
      }
      if (!first) {
        Ref<Str> text = wrong.finish();
        if (text)
          (void)raise(t_, exc::TypeError,
                      "%U() got some positional-only arguments passed as keyword arguments: '%U'",
                      f_.qualified_name, text.get());
        return;
      }
    }
    Suggester suggester(*name);
    for (uint32_t i = code_.positional_only_count; i < named_end(); ++i)
      suggester.offer(*code_.variables[i]);
    if (Str* better = suggester.best())
      (void)raise(t_, exc::TypeError,
                  "%U() got an unexpected keyword argument '%U'. Did you mean '%U'?",
                  f_.qualified_name, name, better);
    else
      (void)raise(t_, exc::TypeError, "%U() got an unexpected keyword argument '%U'",
                  f_.qualified_name, name);
  }

  bool count_fits() {
    if (args_.count <= code_.argument_count || (code_.flags & bytecode::kVarArgs)) return true;
    uint32_t keyword_only = 0;
    for (uint32_t i = code_.argument_count; i < named_end(); ++i)
      keyword_only += !out_[i].is_unbound();
    const uint32_t most = code_.argument_count, have = default_count();
    const char* plural = most == 1 ? "" : "s";
    Ref<Str> takes =
        have ? format_text(t_, "from %u to %u", most - have, most) : format_text(t_, "%u", most);
    if (!takes) return false;
    if (have) plural = "s";
    if (keyword_only)
      (void)raise(t_, exc::TypeError,
                  "%U() takes %U positional argument%s but %u positional argument%s (and %u "
                  "keyword-only argument%s) were given",
                  f_.qualified_name, takes.get(), plural, args_.count, args_.count == 1 ? "" : "s",
                  keyword_only, keyword_only == 1 ? "" : "s");
    else
      (void)raise(t_, exc::TypeError, "%U() takes %U positional argument%s but %u %s given",
                  f_.qualified_name, takes.get(), plural, args_.count,
                  args_.count == 1 ? "was" : "were");
    return false;
  }

  uint32_t default_count() const { return f_.defaults ? f_.defaults->size : 0; }

  bool defaults() {
    if (args_.count >= code_.argument_count) return true;
    const uint32_t have = default_count();
    const uint32_t required = code_.argument_count > have ? code_.argument_count - have : 0;
    uint32_t missing = 0;
    for (uint32_t i = args_.count; i < required; ++i) missing += out_[i].is_unbound();
    if (missing) return report_missing("positional", args_.count, required, missing), false;
    for (uint32_t i = args_.count < required ? required : args_.count; i < code_.argument_count;
         ++i)
      if (out_[i].is_unbound()) put(i, f_.defaults->items[i - required]);
    return true;
  }

  bool keyword_defaults() {
    uint32_t missing = 0;
    for (uint32_t i = code_.argument_count; i < named_end(); ++i) {
      if (!out_[i].is_unbound()) continue;
      Value v = f_.kw_defaults ? dict_get(*f_.kw_defaults, code_.variables[i]) : Value();
      if (v.is_unbound())
        ++missing;
      else
        put(i, v);
    }
    if (missing) report_missing("keyword-only", code_.argument_count, named_end(), missing);
    return !missing;
  }

  void report_missing(const char* kind, uint32_t from, uint32_t to, uint32_t missing) {
    StrBuilder names(t_);
    uint32_t seen = 0;
    for (uint32_t i = from; i < to; ++i) {
      if (!out_[i].is_unbound()) continue;
      if (seen) names.put(seen + 1 < missing ? ", " : missing == 2 ? " and " : ", and ");
      names.put("'");
      names.put(*code_.variables[i]);
      names.put("'");
      ++seen;
    }
    Ref<Str> text = names.finish();
    if (text)
      (void)raise(t_, exc::TypeError, "%U() missing %u required %s argument%s: %U",
                  f_.qualified_name, missing, kind, missing == 1 ? "" : "s", text.get());
  }

  Thread& t_;
  Function& f_;
  CodeObject& code_;
  const Args& args_;
  Value* out_;
  Dict* extra_ = nullptr;
};

}  // namespace

bool bind(Thread& t, Function& f, const Args& args, Value* out) {
  return Binding(t, f, args, out).run();
}

}  // namespace gilbox::py
