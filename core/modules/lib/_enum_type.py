"""The metaclass of enumerations and what makes their members."""

__name__ = "enum"

import builtins
from types import DynamicClassAttribute, MappingProxyType

_missing = object()
_SUNDERS = ("_order_", "_generate_next_value_", "_numeric_repr_", "_missing_", "_ignore_", "_iter_member_",
            "_iter_member_by_value_", "_iter_member_by_def_", "_add_alias_", "_add_value_alias_", "_use_args_",
            "_name_", "_value_")


class nonmember:
    """Keeps an attribute from becoming a member."""

    def __init__(self, value):
        self.value = value


class member:
    """Makes a member of what would not become one."""

    def __init__(self, value):
        self.value = value


class auto:
    """A value that the enumeration chooses."""

    def __init__(self, value=_missing):
        self.value = value

    def __repr__(self):
        return f"auto({'_auto_null' if self.value is _missing else repr(self.value)})"


class property(DynamicClassAttribute):
    """An attribute of members that leaves its name free for a member."""

    member = None
    name = clsname = None

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            if self.member is not None:
                return self.member
            raise AttributeError(f"{ownerclass!r} has no attribute {self.name!r}")
        if self.fget is not None:
            return self.fget(instance)
        if self.member is not None:
            return self.member
        raise AttributeError(f"{ownerclass!r} member has no attribute {self.name!r}")

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot set attribute {self.name!r}")
        return self.fset(instance, value)

    def __delete__(self, instance):
        if self.fdel is None:
            raise AttributeError(f"<enum {self.clsname!r}> cannot delete attribute {self.name!r}")
        return self.fdel(instance)

    def __set_name__(self, ownerclass, name):
        self.name = name
        self.clsname = ownerclass.__name__


def _is_descriptor(obj):
    t = type(obj)
    return hasattr(t, "__get__") or hasattr(t, "__set__") or hasattr(t, "__delete__")


def _is_wrapped(name, mark):
    n = len(mark)
    return len(name) > 2 * n and name[:n] == name[-n:] == mark and name[n] != "_" and name[-n - 1] != "_"


def _is_private(cls_name, name):
    start = f"_{cls_name}__"
    return len(name) > len(start) and name.startswith(start) and not name.endswith("__")


def _is_single_bit(n):
    return n > 0 and n & (n - 1) == 0


class EnumDict(dict):
    """The namespace of an enumeration's body: it tells members from the rest and computes auto()."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._cls_name = cls_name
        self._auto_called = False

    def __setitem__(self, key, value):
        if self._cls_name is not None and _is_private(self._cls_name, key):
            pass
        elif _is_wrapped(key, "__"):
            if key == "__order__":
                key = "_order_"
        elif _is_wrapped(key, "_"):
            if key not in _SUNDERS and _enum_class:
                raise ValueError(f"_sunder_ names, such as {key!r}, are reserved for future Enum use")
            if key == "_generate_next_value_":
                if self._auto_called:
                    raise TypeError("_generate_next_value_ must be defined before members")
                self._generate_next_value = getattr(value, "__func__", value)
            elif key == "_ignore_":
                value = value.replace(",", " ").split() if isinstance(value, str) else list(value)
                self._ignore = value
                already = set(value) & set(self._member_names)
                if already:
                    raise ValueError(f"_ignore_ cannot specify already set names: {already!r}")
        elif key in self._member_names:
            raise TypeError(f"{key!r} already defined as {self[key]!r}")
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif not isinstance(value, member) and (_is_descriptor(value) or self._nested(key, value)):
            pass
        else:
            if key in self:
                raise TypeError(f"{key!r} already defined as {self[key]!r}")
            if isinstance(value, member):
                value = value.value
            elif isinstance(value, tuple) and any(isinstance(v, auto) for v in value):
                parts = [self._next(key, v) if isinstance(v, auto) else v for v in value]
                value = type(value)(*parts) if hasattr(value, "_fields") else type(value)(parts)
            elif isinstance(value, auto):
                value = self._next(key, value)
            else:
                self._last_values.append(value)
            self._member_names[key] = None
        super().__setitem__(key, value)

    def _nested(self, key, value):
        if not isinstance(value, type) or self._cls_name is None:
            return False
        qualname = getattr(value, "__qualname__", "")
        return qualname.endswith(f"{self._cls_name}.{value.__name__}")

    def _next(self, key, value):
        if value.value is _missing:
            value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            self._auto_called = True
        self._last_values.append(value.value)
        return value.value

    @builtins.property
    def member_names(self):
        return list(self._member_names)

    def update(self, members=(), **more):
        for name, value in members.items() if hasattr(members, "keys") else members:
            self[name] = value
        for name, value in more.items():
            self[name] = value


class _Proto:
    """Stands in the namespace for a member; becomes it once the class is there."""

    def __init__(self, value):
        self.value = value

    def __set_name__(self, cls, name):
        type.__delattr__(cls, name)
        value = self.value
        args = value if isinstance(value, tuple) else (value,)
        data = cls._member_type_
        if data is tuple:
            args = (args,)
        made = cls._new_member_(cls, *args) if cls._use_args_ else cls._new_member_(cls)
        if not hasattr(made, "_value_"):
            if data is object:
                made._value_ = value
            else:
                try:
                    made._value_ = data(*args)
                except Exception as exc:
                    failed = TypeError("_value_ not set in __new__, unable to create it")
                    failed.__cause__ = exc
                    raise failed
        value = made._value_
        made._name_ = name
        made.__objclass__ = cls
        made.__init__(*args)
        made._sort_order_ = len(cls._member_names_)
        alias = _known(cls, value)
        if alias is not None:
            made = alias
        elif cls._boundary_ is None or isinstance(value, int) and _is_single_bit(value):
            cls._member_names_.append(name)
        if alias is None and cls._boundary_ is not None and isinstance(value, int):
            cls._flag_mask_ |= value
            if _is_single_bit(value):
                cls._singles_mask_ |= value
            cls._all_bits_ = 2 ** cls._flag_mask_.bit_length() - 1
        made._add_alias_(name)
        try:
            cls._value2member_map_.setdefault(value, made)
        except TypeError:
            cls._unhashable_values_.append(value)


def _known(cls, value):
    try:
        return cls._value2member_map_.get(value)
    except TypeError:
        for found in cls._member_map_.values():
            if found._value_ == value:
                return found


def _data_type(cls_name, bases):
    found = {}
    for chain in bases:
        candidate = None
        for base in chain.__mro__:
            if base is object:
                continue
            if isinstance(base, EnumType):
                if base._member_type_ is not object:
                    found[base._member_type_] = None
                    break
            elif "__new__" in base.__dict__ or "__dataclass_fields__" in base.__dict__:
                found[candidate or base] = None
                break
            else:
                candidate = candidate or base
    if len(found) > 1:
        raise TypeError(f"too many data types for {cls_name!r}: {set(found)!r}")
    return next(iter(found), object)


def _value_repr(data):
    if data is object:
        return None
    for base in data.__mro__:
        if base is object:
            continue
        if "__repr__" in base.__dict__:
            params = base.__dict__.get("__dataclass_params__")
            if params is not None and params.repr and hasattr(base.__dict__["__repr__"], "__wrapped__"):
                return lambda v: ", ".join(f"{f}={getattr(v, f)!r}" for f, d in v.__dataclass_fields__.items() if d.repr)
            return base.__dict__["__repr__"]
    return None


class EnumType(type):
    """Metaclass for Enum"""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        namespace = EnumDict(cls)
        if bases:
            first = bases[-1]
            if not isinstance(first, EnumType):
                raise TypeError("new enumerations should be created as "
                                "`EnumName([mixin_type, ...] [data_type,] enum_type)`")
            namespace["_generate_next_value_"] = first._generate_next_value_
        return namespace

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not bases:
            return super().__new__(metacls, cls, bases, dict(classdict), **kwds)
        classdict.setdefault("_ignore_", []).append("_ignore_")
        for key in classdict["_ignore_"]:
            classdict.pop(key, None)
        names = classdict._member_names
        invalid = set(names) & {"mro", ""}
        if invalid:
            raise ValueError(f"invalid enum member name(s) {','.join(map(repr, invalid))}")
        order = classdict.pop("_order_", None)
        first = bases[-1]
        data = _data_type(cls, bases)
        custom = classdict.get("__new__")
        generate = classdict["_generate_next_value_"]
        if not isinstance(generate, staticmethod):
            dict.__setitem__(classdict, "_generate_next_value_", staticmethod(generate))
        space = dict(classdict)
        values = {name: space[name] for name in names}
        for name in names:
            space[name] = _Proto(values[name])
        if custom is not None:
            new = getattr(custom, "__func__", custom)
        else:
            new = object.__new__
            for found in (getattr(data, "__new_member__", None), getattr(first, "__new_member__", None),
                          data.__new__, first.__new__):
                if found not in (None, object.__new__, _enum_new()):
                    new = found
                    break
        space["_use_args_"] = space.get("_use_args_", new is not object.__new__)
        if "_use_args_" in classdict:
            space["_use_args_"] = classdict["_use_args_"]
        space.update(_new_member_=new, _member_names_=[], _member_map_={}, _value2member_map_={},
                     _unhashable_values_=[], _member_type_=data, _value_repr_=_value_repr(data),
                     _boundary_=boundary or getattr(first, "_boundary_", None),
                     _flag_mask_=0, _singles_mask_=0, _all_bits_=0)
        if custom is not None:
            space["__new_member__"] = new
        if "ReprEnum" in [base.__name__ for base in bases] and data is not object:
            space.setdefault("__format__", data.__format__)
            shown = data.__str__
            space.setdefault("__str__", data.__repr__ if shown is object.__str__ else shown)
        made = super().__new__(metacls, cls, bases, space, **kwds)
        made._finish_(classdict, data, first)
        if order is not None:
            order = order.replace(",", " ").split() if isinstance(order, str) else list(order)
            members = [name for name in values if made._member_map_[name]._name_ == name]
            wanted = [name for name in order if name not in values or made._member_map_[name]._name_ == name]
            if made._boundary_ is not None:
                members = [name for name in members if name in made._member_names_]
                wanted = [name for name in wanted if name not in values or name in made._member_names_]
            if wanted != members:
                raise TypeError(f"member order does not match _order_:\n  {members!r}\n  {wanted!r}")
        return made

    def _finish_(cls, classdict, data, first):
        put = super().__setattr__
        if data is not object:
            for name in ("__repr__", "__str__", "__format__", "__reduce_ex__"):
                if name not in classdict and name not in cls.__dict__ and \
                        getattr(cls, name) in (getattr(data, name), getattr(object, name)):
                    put(name, getattr(first, name))
        if cls._boundary_ is not None:
            Flag = next(c for c in cls.__mro__ if "_numeric_repr_" in c.__dict__)
            for name in ("__or__", "__and__", "__xor__", "__ror__", "__rand__", "__rxor__", "__invert__"):
                if name not in classdict and name in Flag.__dict__:
                    put(name, Flag.__dict__[name])
        put("__new__", staticmethod(_enum_new()))  # from now on it looks up, it no longer makes

    def _check_for_existing_members_(cls, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base.__dict__.get("_member_names_"):
                    kind = "flag" if base._boundary_ is not None else "enum"
                    raise TypeError(f"<{kind} {cls!r}> cannot extend {base!r}")
    _check_for_existing_members_ = staticmethod(_check_for_existing_members_)

    def __init__(cls, *args, **kwds):
        pass

    def __bool__(cls):
        return True

    def __call__(cls, value, names=_missing, *values, module=None, qualname=None, type=None, start=1, boundary=None):
        if cls._member_map_:
            if names is not _missing:
                value = (value, names) + values
            return cls.__new__(cls, value)
        if names is _missing and type is None:
            raise TypeError(f"{cls} has no members; specify `names=()` if you meant to create a new, empty, enum")
        if values:
            names = (names,) + values
        return cls._create_(value, () if names is _missing else names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        namespace = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(",", " ").split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            last, pairs = [], []
            for count, name in enumerate(names):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                pairs.append((name, value))
            names = pairs
        for item in names or ():
            name, value = (item, names[item]) if isinstance(item, str) else item
            namespace[name] = value
        if module is None:
            import sys
            module = sys._getframe(2).f_globals.get("__name__")
        if module is not None:
            namespace["__module__"] = module
        if qualname is not None:
            namespace["__qualname__"] = qualname
        return metacls.__new__(metacls, class_name, bases, namespace, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"cannot reassign member {name!r}")
        super().__setattr__(name, value)

    def __delattr__(cls, name):
        if name in cls.__dict__.get("_member_map_", ()):
            raise AttributeError(f"{cls.__name__!r} cannot delete member {name!r}.")
        super().__delattr__(name)

    def __dir__(cls):
        names = {"__class__", "__contains__", "__doc__", "__getitem__", "__iter__", "__len__", "__members__",
                 "__module__", "__name__", "__qualname__"}
        names.update(cls._member_names_)
        if cls._new_member_ is not object.__new__:
            names.add("__new__")
        if cls.__init_subclass__ is not object.__init_subclass__:
            names.add("__init_subclass__")
        return sorted(names if cls._member_type_ is object else names | set(dir(cls._member_type_)))

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    def __len__(cls):
        return len(cls._member_names_)

    @builtins.property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        return f"<{'enum' if cls.__dict__.get('_boundary_') is None else 'flag'} {cls.__name__!r}>"


EnumMeta = EnumType
_enum_class = None


def _enum_new():
    return _enum_class and _enum_class.__dict__["__new__"].__func__


def _set_enum(cls):
    global _enum_class
    _enum_class = cls
