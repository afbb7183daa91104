// str.format and format_map (Library Reference, "Format String Syntax").
#include "types/str_format.hpp"

#include "base/integer_text.hpp"
#include "runtime/thread.hpp"
#include "types/str_kind.hpp"

namespace gilbox::py {

bool FieldPath::next(Thread& t, bool& attribute, bool& number, uint32_t& start, uint32_t& stop,
                     bool& failed) {
  failed = false;
  if (at >= end) return false;
  const auto refuse = [&](const char* message) {
    (void)raise(t, exc::ValueError, "%s", message);
    failed = true;
    return false;
  };
  const uint32_t c = text.at(at++);
  number = false;
  if (c == '.') {
    attribute = true;
    start = at;
    while (at < end && text.at(at) != '.' && text.at(at) != '[') ++at;
    stop = at;
    if (start == stop) return refuse("Empty attribute in format string");
    return true;
  }
  if (c != '[') return refuse("Only '.' or '[' may follow ']' in format field specifier");
  attribute = false;
  start = at;
  while (at < end && text.at(at) != ']') ++at;
  if (at == end) return refuse("Missing ']' in format string");
  stop = at++;
  if (start == stop) return refuse("Empty attribute in format string");
  number = true;
  for (uint32_t i = start; i < stop; ++i)
    if (text.at(i) < '0' || text.at(i) > '9') number = false;
  return true;
}

namespace {

class Formatter {
 public:
  Formatter(Thread& t, const Args* args, Value mapping) : t_(t), args_(args), mapping_(mapping) {}

  bool run(StrBuilder& out, const Str& text, uint32_t start, uint32_t end, int depth) {
    if (depth <= 0) return fail(exc::ValueError, "Max string recursion exceeded");
    for (uint32_t at = start; at < end;) {
      const uint32_t c = text.at(at);
      if (c != '{' && c != '}') {
        uint32_t stop = at;
        while (stop < end && text.at(stop) != '{' && text.at(stop) != '}') ++stop;
        out.put(text, at, stop);
        at = stop;
        continue;
      }
      const bool dual = at + 1 < end && text.at(at + 1) == c;
      if (dual) {
        out.put(c);
        at += 2;
        continue;
      }
      if (c == '}') return fail(exc::ValueError, "Single '}' encountered in format string");
      if (at + 1 >= end) return fail(exc::ValueError, "Single '{' encountered in format string");
      if (!field(out, text, ++at, end, depth)) return false;
      if (out.failed()) return false;
    }
    return true;
  }

 private:
  bool fail(Type& type, const char* message) {
    (void)raise(t_, type, "%s", message);
    return false;
  }

  // A replacement field; `at` stands behind its brace and is moved behind the closing one.
  bool field(StrBuilder& out, const Str& text, uint32_t& at, uint32_t end, int depth) {
    const uint32_t start = at;
    // The name reaches to ! or : outside of brackets.
    bool bracket = false;
    uint32_t c = 0;
    for (; at < end; ++at) {
      c = text.at(at);
      if (c == '{') return fail(exc::ValueError, "unexpected '{' in field name");
      if (c == '[') bracket = true;
      if (c == ']') bracket = false;
      if (!bracket && (c == '}' || c == ':' || c == '!')) break;
    }
    const uint32_t name_end = at;
    uint32_t conversion = 0;
    if (at < end && c == '!') {
      if (at + 1 >= end)
        return fail(exc::ValueError, "end of string while looking for conversion specifier");
      conversion = text.at(++at);
      if (conversion == '}') return fail(exc::ValueError, "unmatched '{' in format spec");
      ++at;
      if (at >= end) return fail(exc::ValueError, "unmatched '{' in format spec");
      c = text.at(at);
      if (c != ':' && c != '}')
        return fail(exc::ValueError, "expected ':' after conversion specifier");
    }
    if (at >= end) return fail(exc::ValueError, "expected '}' before end of string");
    uint32_t spec_start = at, spec_end = at;
    bool nested = false;
    if (c == ':') {
      spec_start = ++at;
      int open = 1;
      for (; at < end; ++at) {
        c = text.at(at);
        if (c == '{') {
          ++open;
          nested = true;
        } else if (c == '}' && --open == 0) {
          break;
        }
      }
      if (at >= end) return fail(exc::ValueError, "unmatched '{' in format spec");
      spec_end = at;
    }
    ++at;  // the closing brace
    Var value = look_up(text, start, name_end);
    if (value.failed()) return false;
    if (conversion) {
      Ref<Str> converted;
      if (conversion == 'r') {
        converted = repr(t_, value);
      } else if (conversion == 's') {
        converted = str(t_, value);
      } else if (conversion == 'a') {
        converted = ascii(t_, value);
      } else {
        if (conversion > 32 && conversion < 127) {
          (void)raise(t_, exc::ValueError, "Unknown conversion specifier %c",
                      static_cast<int>(conversion));
        } else {
          char buffer[base::kIntegerTextBytes];
          const std::string_view hex = base::write_unsigned(conversion, 16, buffer);
          (void)raise(t_, exc::ValueError, "Unknown conversion specifier \\x%.*s",
                      static_cast<int>(hex.size()), hex.data());
        }
        return false;
      }
      if (!converted) return false;
      value = std::move(converted).var();
    }
    Ref<Str> spec;
    if (nested) {
      StrBuilder inner(t_);
      if (!run(inner, text, spec_start, spec_end, depth - 1)) return false;
      spec = inner.finish();
    } else {
      spec = substring(t_, const_cast<Str&>(text), spec_start, spec_end);
    }
    if (!spec) return false;
    if (spec->length == 0 && is_exact_str(value)) {
      out.put(*value.as<Str>());
      return true;
    }
    Ref<Str> done = format(t_, value, spec.get());
    if (!done) return false;
    out.put(*done);
    return true;
  }

  bool automatic(bool automatic_now) {
    if (numbering_ == 0) numbering_ = automatic_now ? 1 : 2;
    if ((numbering_ == 1) == automatic_now) return true;
    return fail(exc::ValueError,
                automatic_now
                    ? "cannot switch from manual field specification to automatic field numbering"
                    : "cannot switch from automatic field numbering to manual field specification");
  }

  Var look_up(const Str& text, uint32_t start, uint32_t end) {
    uint32_t first_end = start;
    while (first_end < end && text.at(first_end) != '.' && text.at(first_end) != '[') ++first_end;
    bool number = first_end > start;
    int64_t index = 0;
    for (uint32_t i = start; i < first_end; ++i) {
      const uint32_t c = text.at(i);
      if (c < '0' || c > '9') {
        number = false;
        break;
      }
      index = index * 10 + (c - '0');
      if (index > INT32_MAX) {
        return raise(t_, exc::ValueError, "Too many decimal digits in format string");
      }
    }
    Var value;
    if (number || first_end == start) {
      if (!automatic(!number)) return Var::error();
      if (!number) index = next_++;
      if (!args_) return raise(t_, exc::ValueError, "Format string contains positional fields");
      if (index >= args_->count)
        return raise(t_, exc::IndexError,
                     "Replacement index %lld out of range for positional args tuple",
                     static_cast<long long>(index));
      value = Var((*args_)[static_cast<uint32_t>(index)]);
    } else {
      Ref<Str> name = substring(t_, const_cast<Str&>(text), start, first_end);
      if (!name) return Var::error();
      value = named(*name);
    }
    if (value.failed()) return value;
    FieldPath path{text, first_end, end};
    bool attribute, is_number, failed;
    uint32_t a, b;
    while (path.next(t_, attribute, is_number, a, b, failed)) {
      Ref<Str> part = substring(t_, const_cast<Str&>(text), a, b);
      if (!part) return Var::error();
      if (attribute) {
        Str* name = intern(t_, part.get());
        if (!name) return Var::error();
        value = get_attr(t_, value, name);
      } else if (is_number) {
        GILBOX_TRY(key, parse_int(t_, part->ascii(), 10));
        value = get_item(t_, value, key);
      } else {
        value = get_item(t_, value, part.value());
      }
      if (value.failed()) return value;
    }
    return failed ? Var::error() : value;
  }

  Var named(Str& name) {
    if (!args_) return get_item(t_, mapping_, Value::object(&name));
    const uint32_t keywords = args_->keyword_count();
    for (uint32_t i = 0; i < keywords; ++i)
      if (str_equal(*args_->names->items[i].as<Str>(), name))
        return Var(args_->values[args_->count + i]);
    return raise_value(t_, exc::KeyError, Value::object(&name));
  }

  Thread& t_;
  const Args* args_;
  Value mapping_;
  int numbering_ = 0;  // 0 unknown, 1 automatic, 2 manual
  int64_t next_ = 0;
};

}  // namespace

Var str_format_method(Thread& t, Value self, const Args& args) {
  StrBuilder out(t);
  const Str& text = *self.as<Str>();
  if (!Formatter(t, &args, Value()).run(out, text, 0, text.length, 2)) return Var::error();
  return out.finish().var();
}

Var str_format_map(Thread& t, Value self, const Value* a) {
  StrBuilder out(t);
  const Str& text = *self.as<Str>();
  if (!Formatter(t, nullptr, a[0]).run(out, text, 0, text.length, 2)) return Var::error();
  return out.finish().var();
}

}  // namespace gilbox::py
