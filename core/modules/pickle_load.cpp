#include <cstring>

#include "modules/pickle.hpp"
#include "runtime/buffer.hpp"
#include "runtime/thread.hpp"
#include "runtime/type_of.hpp"
#include "vm/import.hpp"

namespace gilbox::py::pickle {

namespace {

class Loader {
 public:
  Loader(Thread& t, const uint8_t* data, size_t size) : t_(t), at_(data), end_(data + size) {}

  Var run() {
    memo_ = make_list(t_);
    if (!memo_) return Var::error();
    if (end_ == at_) return raise(t_, exc::EOFError, "Ran out of input");
    if (static_cast<size_t>(end_ - at_) < sizeof kMagic || memcmp(at_, kMagic, sizeof kMagic) != 0)
      return raise(t_, *unpickling_error.as<Type>(), "this is not a pickle of gilbox");
    at_ += sizeof kMagic;
    return load();
  }

 private:
  Var cut() { return raise(t_, *unpickling_error.as<Type>(), "pickle data was truncated"); }

  bool number(uint64_t& out) {
    out = 0;
    for (int shift = 0; at_ < end_ && shift < 64; shift += 7) {
      uint8_t byte = *at_++;
      out |= static_cast<uint64_t>(byte & 0x7F) << shift;
      if (!(byte & 0x80)) return true;
    }
    return cut(), false;
  }
  // A count of things that take at least a byte each: hostile counts cannot ask for memory that is
  // not there.
  bool count(uint64_t& out) {
    if (!number(out)) return false;
    return out <= static_cast<uint64_t>(end_ - at_) || (cut(), false);
  }
  bool text(std::string_view& out) {
    uint64_t size;
    if (!count(size)) return false;
    out = {reinterpret_cast<const char*>(at_), static_cast<size_t>(size)};
    at_ += size;
    return true;
  }

  Var remember(Var v) {
    if (v.failed() || !list_append(t_, *memo_, v)) return Var::error();
    return v;
  }

  Var load() {
    if (at_ >= end_) return cut();
    NativeCall guard(t_, NativeCall::kStep);
    if (!guard.ok()) return Var::error();
    std::string_view bytes;
    uint64_t n;
    switch (static_cast<Tag>(*at_++)) {
      case Tag::None: return Var::none();
      case Tag::True: return Var::boolean(true);
      case Tag::False: return Var::boolean(false);
      case Tag::Ellipsis: return Var(Value::ellipsis());
      case Tag::NotImplemented: return Var::not_implemented();
      case Tag::Small:
        if (!number(n)) return Var::error();
        return make_int(t_, static_cast<int64_t>(n >> 1) ^ -static_cast<int64_t>(n & 1));
      case Tag::Int: return load_int();
      case Tag::Float: {
        double d;
        if (!raw(&d, sizeof d)) return Var::error();
        return Var::real(d);
      }
      case Tag::Complex: {
        double parts[2];
        if (!raw(parts, sizeof parts)) return Var::error();
        Value args[] = {Value::real(parts[0]), Value::real(parts[1])};
        return call(t_, Value::object(&complex_type), args, 2);
      }
      case Tag::Str: return text(bytes) ? remember(make_str(t_, bytes).var()) : Var::error();
      case Tag::Bytes: return text(bytes) ? remember(make_bytes(t_, bytes).var()) : Var::error();
      case Tag::ByteArray:
        return text(bytes) ? remember(make_bytearray(t_, bytes).var()) : Var::error();
      case Tag::Tuple: {
        Ref<List> items = make_list(t_);
        if (!items || !load_items(*items)) return Var::error();
        return remember(make_tuple(t_, items->items, items->size).var());
      }
      case Tag::KnownTuple: {
        Ref<List> items = make_list(t_);
        if (!items || !load_items(*items) || !number(n)) return Var::error();
        return known(n);
      }
      case Tag::List: {
        GILBOX_TRY(list, remember(make_list(t_).var()));
        return load_items(*list.as<List>()) ? list : Var::error();
      }
      case Tag::Dict: {
        GILBOX_TRY(dict, remember(make_dict(t_).var()));
        return load_pairs(
                   [&](Value k, Value v) { return dict_set_item(t_, *dict.as<Dict>(), k, v); })
                   ? dict
                   : Var::error();
      }
      case Tag::Set: {
        GILBOX_TRY(set, remember(make_set(t_, set_type).var()));
        return load_set(*set.as<Set>()) ? set : Var::error();
      }
      case Tag::FrozenSet: {
        Ref<Set> set = make_set(t_, frozenset_type);
        return set && load_set(*set) ? remember(std::move(set).var()) : Var::error();
      }
      case Tag::Global: return remember(load_global());
      case Tag::Reduce: return load_made(false);
      case Tag::NewObject: return load_made(true);
      case Tag::Memo: return number(n) ? known(n) : Var::error();
      default: break;
    }
    return raise(t_, *unpickling_error.as<Type>(), "invalid load key, '\\x%d'.",
                 static_cast<int>(at_[-1]));
  }

  Var known(uint64_t n) {
    if (n < memo_->size) return Var(memo_->items[n]);
    return raise(t_, *unpickling_error.as<Type>(), "Memo value not found at index %lld",
                 static_cast<long long>(n));
  }

  bool raw(void* out, size_t size) {
    if (static_cast<size_t>(end_ - at_) < size) return cut(), false;
    memcpy(out, at_, size);
    at_ += size;
    return true;
  }

  Var load_int() {
    char sign;
    std::string_view digits;
    if (!raw(&sign, 1) || !text(digits)) return Var::error();
    GILBOX_TRY(i, parse_int(t_, digits, 16));
    return sign ? int_binary(t_, BinaryOp::Sub, Value::small(0), i) : i;
  }

  bool load_items(List& into) {
    uint64_t n;
    if (!count(n)) return false;
    for (uint64_t i = 0; i < n; ++i) {
      Var item = load();
      if (item.failed() || !list_append(t_, into, item)) return false;
    }
    return true;
  }
  template <class F>
  bool load_pairs(F&& put) {
    uint64_t n;
    if (!count(n)) return false;
    for (uint64_t i = 0; i < n; ++i) {
      Var key = load();
      if (key.failed()) return false;
      Var value = load();
      if (value.failed() || !put(key.get(), value.get())) return false;
    }
    return true;
  }
  bool load_set(Set& into) {
    uint64_t n;
    if (!count(n)) return false;
    for (uint64_t i = 0; i < n; ++i) {
      Var item = load();
      if (item.failed() || set_add(t_, into, item) < 0) return false;
    }
    return true;
  }

  Var load_global() {
    GILBOX_TRY(module, load());
    GILBOX_TRY(qualified, load());
    if (!is_str(module) || !is_str(qualified))
      return raise(t_, *unpickling_error.as<Type>(), "a global's module and name must be strings");
    Var found = import_module(t_, intern(t_, module.as<Str>()));
    Str& path = *qualified.as<Str>();
    uint32_t from = 0;
    for (uint32_t i = 0; i <= path.length && !found.failed(); ++i) {
      if (i < path.length && path.at(i) != '.') continue;
      Ref<Str> part = substring(t_, path, from, i);
      if (!part) return Var::error();
      Var next = get_attr_or_unbound(t_, found, intern(t_, part.get()));
      if (next.is_unbound())
        return raise(t_, exc::AttributeError, "Can't get attribute %R on %R", qualified.get(),
                     found.get());
      found = std::move(next);
      from = i + 1;
    }
    return found;
  }

  // A call that makes an object, then what is said about it.
  Var load_made(bool new_object) {
    NativeCall guard(t_);
    if (!guard.ok()) return Var::error();
    GILBOX_TRY(callee, load());
    GILBOX_TRY(given, load());
    if (!is_tuple(given))
      return raise(t_, *unpickling_error.as<Type>(), "arguments must be a tuple");
    Tuple& args = *given.as<Tuple>();
    Var made;
    if (new_object) {
      if (!is_type(callee))
        return raise(t_, *unpickling_error.as<Type>(), "a class is needed to make an object");
      Ref<List> all = make_list(t_);
      if (!all || !list_append(t_, *all, callee) || !list_extend(t_, *all, given))
        return Var::error();
      GILBOX_TRY(make_it, get_attr(t_, callee, names::d_new));
      made = call(t_, make_it, all->items, all->size);
    } else {
      made = call(t_, callee, args.items, args.size);
    }
    made = remember(std::move(made));
    while (!made.failed()) {
      if (at_ >= end_) return cut();
      switch (static_cast<Tag>(*at_++)) {
        case Tag::End: return made;
        case Tag::Build:
          if (!build(made)) return Var::error();
          break;
        case Tag::Append: {
          Ref<List> items = make_list(t_);
          if (!items || !load_items(*items)) return Var::error();
          Value list = items.value();
          bool plain = is_list(made);
          if (plain ? !list_extend(t_, *made.as<List>(), list)
                    : call_method(t_, made, names::s_extend, &list, 1).failed())
            return Var::error();
          break;
        }
        case Tag::SetItems:
          if (!load_pairs([&](Value k, Value v) { return set_item(t_, made, k, v); }))
            return Var::error();
          break;
        default: return raise(t_, *unpickling_error.as<Type>(), "pickle data is damaged");
      }
    }
    return made;
  }

  bool build(Value made) {
    Var state = load();
    if (state.failed()) return false;
    Var own = get_attr_or_unbound(t_, made, names::d_setstate);
    if (own.failed()) return false;
    if (!own.is_unbound()) return !call1(t_, own, state).failed();
    Var slots = Var::none();
    if (is_tuple(state) && state.as<Tuple>()->size == 2) {
      slots = Var(state.as<Tuple>()->items[1]);
      state = Var(state.as<Tuple>()->items[0]);
    }
    for (Value part : {state.get(), slots.get()}) {
      if (!is_dict(part)) continue;
      uint32_t at = 0;
      while (DictEntry* e = dict_next(*part.as<Dict>(), at)) {
        if (!is_str(e->key))
          return raise(t_, exc::TypeError, "attribute names must be strings"), false;
        // What the dict had goes back past the class's own __setattr__: it may forbid all change.
        auto* const put = part == state.get() ? generic_set_attr : set_attr;
        if (!put(t_, made, intern(t_, e->key.as<Str>()), e->value)) return false;
      }
    }
    return true;
  }

  Thread& t_;
  const uint8_t *at_, *end_;
  Ref<List> memo_;
};

}  // namespace

Var load(Thread& t, const uint8_t* data, size_t size) { return Loader(t, data, size).run(); }

}  // namespace gilbox::py::pickle
