#include <cstring>

#include "modules/pickle.hpp"
#include "runtime/buffer.hpp"
#include "runtime/interpreter.hpp"
#include "runtime/type_of.hpp"
#include "types/reduce.hpp"
#include "vm/import.hpp"

namespace gilbox::py::pickle {

namespace {

class Dumper {
 public:
  explicit Dumper(Thread& t) : t_(t) {}
  ~Dumper() {
    if (data_) deallocate(data_, capacity_);
  }

  Var run(Value v) {
    memo_ = make_dict(t_);
    kept_ = make_list(t_);
    if (!memo_ || !kept_) return Var::error();
    put(kMagic, sizeof kMagic);
    if (!save(v) || failed_) return failed_ ? raise_memory_error(t_) : Var::error();
    return make_bytes(t_, {data_, size_}).var();
  }

 private:
  // ---- bytes out
  void put(const void* bytes, size_t n) {
    if (size_ + n > capacity_) {
      size_t wanted = capacity_ * 2 > size_ + n ? capacity_ * 2 : size_ + n + 256;
      void* grown = reallocate(data_, capacity_, wanted);
      if (!grown) {
        failed_ = true;
        return;
      }
      data_ = static_cast<char*>(grown);
      capacity_ = wanted;
    }
    memcpy(data_ + size_, bytes, n);
    size_ += n;
  }
  void put(Tag tag) { put(&tag, 1); }
  void put_number(uint64_t n) {
    char bytes[10];
    size_t length = 0;
    do {
      bytes[length++] = static_cast<char>((n & 0x7F) | (n > 0x7F ? 0x80 : 0));
      n >>= 7;
    } while (n);
    put(bytes, length);
  }
  void put_text(Tag tag, std::string_view text) {
    put(tag);
    put_number(text.size());
    put(text.data(), text.size());
  }

  // ---- memo
  static Value key_of(Value v) {
    return Value::small(static_cast<int64_t>(reinterpret_cast<uintptr_t>(v.object())));
  }
  // Temporary objects are kept alive, so that no address is met twice for different things.
  bool remember(Value v) {
    return dict_set_item(t_, *memo_, key_of(v), Value::small(numbers_++)) &&
           list_append(t_, *kept_, v);
  }
  bool save_again(Value v, bool& done) {
    Var number = dict_get_item(t_, *memo_, key_of(v));
    if (number.failed()) return false;
    done = !number.is_unbound();
    if (done) {
      put(Tag::Memo);
      put_number(static_cast<uint64_t>(number.get().small()));
    }
    return true;
  }

  // ---- values
  bool save(Value v) {
    if (!v.is_object()) return save_plain(v), true;
    Type* type = type_of(v);
    if (type == &int_type) return save_int(v);
    bool done = false;
    if (!save_again(v, done)) return false;
    if (done) return true;
    if (type == &str_type) {
      Utf8 text(*v.as<Str>());
      put_text(Tag::Str, text);
      return remember(v);
    }
    if (type == &bytes_type || type == &bytearray_type) {
      Buffer b;
      if (!get_buffer(t_, v, b)) return false;
      put_text(type == &bytes_type ? Tag::Bytes : Tag::ByteArray, b.view());
      return remember(v);
    }
    NativeCall guard(t_, NativeCall::kStep);
    if (!guard.ok()) return false;
    if (type == &tuple_type) return save_tuple(v);
    if (type == &list_type) {
      Ref<List> copy = make_list(t_, v.as<List>()->items, v.as<List>()->size);
      return copy && remember(v) && save_items(Tag::List, copy->items, copy->size);
    }
    if (type == &dict_type) return remember(v) && save_dict(Tag::Dict, *v.as<Dict>());
    if (type == &set_type) return remember(v) && save_set(Tag::Set, v);
    if (type == &frozenset_type) return save_set(Tag::FrozenSet, v) && remember(v);
    if (type == &complex_type) {
      double parts[] = {v.as<Complex>()->real, v.as<Complex>()->imag};
      put(Tag::Complex);
      put(parts, sizeof parts);
      return true;
    }
    return save_other(v);
  }

  void save_plain(Value v) {
    if (v.is_small()) {
      int64_t i = v.small();
      put(Tag::Small);
      return put_number(static_cast<uint64_t>(i) << 1 ^ static_cast<uint64_t>(i >> 63));
    }
    if (v.is_real()) {
      double d = v.real();
      put(Tag::Float);
      return put(&d, sizeof d);
    }
    put(v.is_none()       ? Tag::None
        : v.is_true()     ? Tag::True
        : v.is_false()    ? Tag::False
        : v.is_ellipsis() ? Tag::Ellipsis
                          : Tag::NotImplemented);
  }

  bool save_int(Value v) {
    bool negative = int_sign(v) < 0;
    Var magnitude = negative ? int_binary(t_, BinaryOp::Sub, Value::small(0), v) : Var(v);
    if (magnitude.failed()) return false;
    Ref<Str> digits = int_to_str(t_, magnitude, 16);
    if (!digits) return false;
    put(Tag::Int);
    char sign = negative;
    put(&sign, 1);
    Utf8 text(*digits);
    put_number(text.view().size());
    put(text.view().data(), text.view().size());
    return true;
  }

  bool save_items(Tag tag, const Value* items, uint32_t count) {
    put(tag);
    put_number(count);
    for (uint32_t i = 0; i < count; ++i)
      if (!save(items[i])) return false;
    return true;
  }
  // One that contains itself (through a list) is whole, with a number, when its items are saved.
  bool save_tuple(Value v) {
    const size_t start = size_;
    if (!save_items(Tag::Tuple, v.as<Tuple>()->items, v.as<Tuple>()->size)) return false;
    Var number = dict_get_item(t_, *memo_, key_of(v));
    if (number.failed()) return false;
    if (number.is_unbound() || v.as<Tuple>()->size == 0) return remember(v);
    if (failed_) return true;
    data_[start] = static_cast<char>(Tag::KnownTuple);
    put_number(static_cast<uint64_t>(number.get().small()));
    return true;
  }
  bool save_dict(Tag tag, Dict& d) {
    Ref<Dict> copy = dict_copy(t_, d);  // saving a value may run code that changes it
    if (!copy) return false;
    put(tag);
    put_number(copy->live);
    uint32_t at = 0;
    while (DictEntry* e = dict_next(*copy, at))
      if (!save(e->key) || !save(e->value)) return false;
    return true;
  }
  bool save_set(Tag tag, Value v) {
    Ref<List> items = list_from(t_, v);
    return items && save_items(tag, items->items, items->size);
  }

  bool save_other(Value v) {
    if (is_type(v)) return save_class(v);
    Type* type = type_of(v);
    std::string_view kind = type->name;
    if (kind == "function" ||
        (type == &native_function_type && v.as<NativeFunction>()->self.is_unbound()))
      return save_global(v);
    if (type == &native_function_type) {
      Value self = v.as<NativeFunction>()->self;
      std::string_view owner = self.is_object() ? type_of(self)->name : "";
      return owner == "module" ? save_global(v) : save_method(v, self);
    }
    if (type == &method_descriptor_type || type == &class_method_descriptor_type)
      return save_method(v, Value::object(v.as<NativeFunction>()->owner));
    return save_reduced(v);
  }

  // A method found again by its name: getattr(owner, name).
  bool save_method(Value v, Value owner) {
    Value getter = dict_get(*interpreter.builtins, intern(t_, std::string_view("getattr")));
    GILBOX_TRY_OR(name, false, get_attr(t_, v, names::d_name));
    const Value parts[] = {owner, name};
    Ref<Tuple> args = make_tuple(t_, parts, 2);
    put(Tag::Reduce);
    if (!args || !save(getter) || !save(args.value()) || !remember(v)) return false;
    put(Tag::End);
    return true;
  }

  bool save_class(Value v) {
    // type(None) and the like have no name to be imported by.
    if (v == Value::object(&none_type)) return save_type_of(Value::none(), v);
    if (v == Value::object(&ellipsis_type)) return save_type_of(Value::ellipsis(), v);
    if (v == Value::object(&not_implemented_type)) return save_type_of(Value::not_implemented(), v);
    return save_global(v);
  }
  bool save_type_of(Value instance, Value v) {
    Ref<Tuple> one = make_tuple(t_, &instance, 1);
    if (!one) return false;
    put(Tag::Reduce);
    if (!save(Value::object(&type_type)) || !save(one.value()) || !remember(v)) return false;
    put(Tag::End);
    return true;
  }

  bool complain(const char* format, Value v, Str* module, Str* name) {
    clear_exception(t_);
    raise(t_, *pickling_error.as<Type>(), format, v, name, module);
    return false;
  }

  // A thing found again by importing its module and walking its qualified name: it must be the same
  // thing there.
  bool save_global(Value v, Str* given = nullptr) {
    Var qualified =
        given ? Var(Value::object(given)) : get_attr_or_unbound(t_, v, names::d_qualname);
    if (qualified.is_unbound()) qualified = get_attr(t_, v, names::d_name);
    Var module = get_attr_or_unbound(t_, v, names::d_module);
    if (qualified.failed() || module.failed()) return false;
    if (module.is_unbound() || module.get().is_none()) module = get_attr(t_, v, names::d_module);
    if (module.failed() || !is_str(module) || !is_str(qualified)) {
      clear_exception(t_);
      Ref<Str> main = make_ascii(t_, "__main__");
      if (!main) return false;
      module = std::move(main).var();
    }
    Str& path = *qualified.as<Str>();
    Var found = import_module(t_, module.as<Str>());
    if (found.failed())
      return complain("Can't pickle %R: import of module '%U' failed", v, path_of(module),
                      path_of(module));
    if (Utf8(path).view().find("<locals>") != std::string_view::npos) {
      raise(t_, exc::AttributeError, "Can't get local object %R", qualified.get());
      return false;
    }
    uint32_t from = 0;
    for (uint32_t i = 0; i <= path.length; ++i) {
      if (i < path.length && path.at(i) != '.') continue;
      Ref<Str> part = substring(t_, path, from, i);
      if (!part) return false;
      found = get_attr_or_unbound(t_, found, intern(t_, part.get()));
      if (found.failed()) return false;
      if (found.is_unbound())
        return complain("Can't pickle %R: attribute lookup %U on %U failed", v, path_of(module),
                        &path);
      from = i + 1;
    }
    if (!(found.get() == v)) {
      raise(t_, *pickling_error.as<Type>(), "Can't pickle %R: it's not the same object as %U.%U", v,
            path_of(module), &path);
      return false;
    }
    put(Tag::Global);
    return save(module) && save(qualified) && remember(v);
  }
  static Str* path_of(Value v) { return v.as<Str>(); }

  Var reduce(Value v) {
    // copyreg.dispatch_table, when somebody filled it.
    if (Value copyreg = dict_get(*interpreter.modules, intern(t_, std::string_view("copyreg")));
        !copyreg.is_unbound()) {
      GILBOX_TRY(table, get_attr(t_, copyreg, "dispatch_table"));
      if (is_dict(table)) {
        GILBOX_TRY(own, dict_get_item(t_, *table.as<Dict>(), Value::object(type_of(v))));
        if (!own.is_unbound()) return call1(t_, own, v);
      }
    }
    Value protocol = Value::small(4);
    return call_method(t_, v, names::d_reduce_ex, &protocol, 1);
  }

  bool save_reduced(Value v) {
    NativeCall guard(t_);
    if (!guard.ok()) return false;
    Var reduced = reduce(v);
    if (reduced.failed()) return false;
    if (is_str(reduced)) return save_global(v, reduced.as<Str>());
    if (!is_tuple(reduced) || reduced.as<Tuple>()->size < 2 || reduced.as<Tuple>()->size > 6) {
      raise(t_, *pickling_error.as<Type>(), "__reduce__ must return a string or tuple");
      return false;
    }
    Tuple& parts = *reduced.as<Tuple>();
    auto part = [&](uint32_t i) { return i < parts.size ? parts.items[i] : Value::none(); };
    if (!is_callable(part(0)) || !is_tuple(part(1))) {
      raise(t_, *pickling_error.as<Type>(),
            "first item of the tuple returned by __reduce__ must be callable");
      return false;
    }
    Tuple& args = *part(1).as<Tuple>();
    Var newobj = newobj_function(t_);
    if (newobj.failed()) return false;
    bool made_new = part(0) == newobj.get() && args.size > 0;
    put(made_new ? Tag::NewObject : Tag::Reduce);
    if (made_new) {
      Ref<Tuple> rest = make_tuple(t_, args.items + 1, args.size - 1);
      if (!rest || !save(args.items[0]) || !save(rest.value())) return false;
    } else if (!save(part(0)) || !save(part(1))) {
      return false;
    }
    if (!remember(v)) return false;
    if (!part(3).is_none()) {
      Ref<List> items = list_from(t_, part(3));
      if (!items || !save_items(Tag::Append, items->items, items->size)) return false;
    }
    if (!part(4).is_none()) {
      Ref<List> pairs = list_from(t_, part(4));
      if (!pairs) return false;
      put(Tag::SetItems);
      put_number(pairs->size);
      for (uint32_t i = 0; i < pairs->size; ++i) {
        Ref<Tuple> pair = tuple_from(t_, pairs->items[i]);
        if (!pair || pair->size != 2 || !save(pair->items[0]) || !save(pair->items[1]))
          return false;
      }
    }
    if (!part(2).is_none()) {
      put(Tag::Build);
      if (!save(part(2))) return false;
    }
    put(Tag::End);
    return true;
  }

  Thread& t_;
  char* data_ = nullptr;
  size_t size_ = 0, capacity_ = 0;
  Ref<Dict> memo_;
  Ref<List> kept_;
  int64_t numbers_ = 0;
  bool failed_ = false;
};

}  // namespace

Var dump(Thread& t, Value v) { return Dumper(t).run(v); }

}  // namespace gilbox::py::pickle
