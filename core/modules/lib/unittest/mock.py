"""Stand-ins for objects that remember how they were used."""

__unittest = True

import functools

__all__ = ["Mock", "MagicMock", "AsyncMock", "patch", "sentinel", "DEFAULT", "ANY", "call"]


class _Sentinel:
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return f"sentinel.{self.name}"


class _Sentinels:
    def __getattr__(self, name):
        if name == "__bases__":
            raise AttributeError
        self.__dict__[name] = made = _Sentinel(name)
        return made


sentinel = _Sentinels()
DEFAULT = sentinel.DEFAULT



class _ANY:
    def __eq__(self, other):
        return True

    def __repr__(self):
        return "<ANY>"


ANY = _ANY()


def _shown(name, args, kwargs):
    return f"{name}({', '.join([*map(repr, args), *(f'{k}={v!r}' for k, v in kwargs.items())])})"


class _Call(tuple):
    def __new__(cls, args=(), kwargs=None, name=""):
        self = tuple.__new__(cls, (name, tuple(args), dict(kwargs or {})))
        return self

    def __call__(self, *args, **kwargs):
        return _Call(args, kwargs, self[0])

    def __getattr__(self, name):
        if name[:2] == "__":
            raise AttributeError(name)
        return _Call(name=f"{self[0]}.{name}" if self[0] else name)

    args = property(lambda self: self[1])
    kwargs = property(lambda self: self[2])

    def __eq__(self, other):
        if not isinstance(other, tuple):
            return NotImplemented
        other = tuple(other)
        if len(other) == 2:
            return (self[1], self[2]) == other
        return tuple(self) == other

    def __ne__(self, other):
        return not self == other

    __hash__ = None

    def __repr__(self):
        return _shown(f"call.{self[0]}" if self[0] else "call", self[1], self[2])


call = _Call()


class Mock:
    """Takes every attribute and every call."""

    def __init__(self, spec=None, side_effect=None, return_value=DEFAULT, wraps=None, name=None, spec_set=None,
                 **kwargs):
        d = self.__dict__
        spec = spec_set if spec_set is not None else spec
        d.update(_spec=None if spec is None else spec if isinstance(spec, (list, tuple)) else dir(spec),
                 _class=spec if isinstance(spec, type) else None if spec is None or isinstance(spec, (list, tuple))
                 else type(spec), _name=name, _parent=None, _key=None, _return=return_value, _wraps=wraps,
                 _children={}, side_effect=side_effect)
        self.reset_mock()
        for key, value in kwargs.items():
            target, *path = key.split(".")
            owner = self
            for part in path:
                owner, target = getattr(owner, target), part
            setattr(owner, target, value)

    @property
    def __class__(self):
        return self._class or type(self)

    def reset_mock(self, *, return_value=False, side_effect=False):
        self.__dict__.update(called=False, call_count=0, call_args=None, call_args_list=[], mock_calls=[],
                             method_calls=[])
        if return_value:
            self.__dict__["_return"] = DEFAULT
        if side_effect:
            self.__dict__["side_effect"] = None
        for child in self._children.values():
            child.reset_mock()

    configure_mock = lambda self, **kw: [setattr(self, k, v) for k, v in kw.items()] and None

    def _path(self):
        if self._parent is None:
            return self._name or "mock"
        return f"{self._parent._path()}{'()' if self._key == '()' else '.' + self._key}"

    def _child(self, key):
        made = (MagicMock if isinstance(self, AsyncMock) and key == "()" else type(self))()
        made.__dict__.update(_parent=self, _key=key)
        return made

    def __getattr__(self, name):
        if name in ("_children", "_spec") or name[:2] == "__" == name[-2:]:
            raise AttributeError(name)
        if self._spec is not None and name not in self._spec:
            raise AttributeError(f"Mock object has no attribute {name!r}")
        if name.startswith(("assert", "assret", "asert", "aseert", "assrt")):
            raise AttributeError(f"{name!r} is not a valid assertion. Use a spec for the mock if {name!r} is meant to be "
                                 "an attribute.")
        if name not in self._children:
            self._children[name] = self._child(name)
        return self._children[name]

    @property
    def return_value(self):
        if self._return is DEFAULT:
            self.__dict__["_return"] = self._child("()")
        return self._return

    @return_value.setter
    def return_value(self, value):
        self.__dict__["_return"] = value

    def _record(self, args, kwargs):
        made = _Call(args, kwargs)
        d = self.__dict__
        d["called"] = True
        d["call_count"] += 1
        d["call_args"] = made
        self.call_args_list.append(made)
        self.mock_calls.append(made)
        name, owner = self._key, self._parent
        while owner is not None and name is not None:
            owner.mock_calls.append(_Call(args, kwargs, name))
            if name != "()" and "()" not in name:
                owner.method_calls.append(_Call(args, kwargs, name))
            key = owner._key
            name = None if key is None else f"{key}{name}" if name.startswith("()") else f"{key}.{name}"
            owner = owner._parent

    def _answer(self, args, kwargs):
        effect = self.side_effect
        if effect is not None:
            if isinstance(effect, BaseException) or isinstance(effect, type) and issubclass(effect, BaseException):
                raise effect
            if callable(effect):
                value = effect(*args, **kwargs)
            else:
                if not hasattr(effect, "__next__"):
                    effect = self.__dict__["side_effect"] = iter(effect)
                value = next(effect)
                if isinstance(value, BaseException) or isinstance(value, type) and issubclass(value, BaseException):
                    raise value
            if value is not DEFAULT:
                return value
        if self._return is DEFAULT and self._wraps is not None:
            return self._wraps(*args, **kwargs)
        return self.return_value

    def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        return self._answer(args, kwargs)

    def __repr__(self):
        name = f" name={self._path()!r}" if self._name or self._parent is not None else ""
        return f"<{type(self).__name__}{name} id='{id(self)}'>"

    def _fail_count(self, what):
        calls = f"\nCalls: {self.call_args_list!r}." if self.call_args_list else ""
        raise AssertionError(f"Expected '{self._name or self._key or 'mock'}' {what}{calls}")

    def assert_called(self):
        if not self.call_count:
            self._fail_count("to have been called.")

    def assert_not_called(self):
        if self.call_count:
            self._fail_count(f"to not have been called. Called {self.call_count} times.")

    def assert_called_once(self):
        if self.call_count != 1:
            self._fail_count(f"to have been called once. Called {self.call_count} times.")

    def assert_called_with(self, /, *args, **kwargs):
        name = self._name or self._key or "mock"
        expected = _shown(name, args, kwargs)
        if self.call_args is None:
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: not called.")
        if self.call_args != (args, kwargs):
            actual = _shown(name, *self.call_args[1:])
            raise AssertionError(f"expected call not found.\nExpected: {expected}\n  Actual: {actual}")

    def assert_called_once_with(self, /, *args, **kwargs):
        if self.call_count != 1:
            self._fail_count(f"to be called once. Called {self.call_count} times.")
        self.assert_called_with(*args, **kwargs)

    def assert_any_call(self, /, *args, **kwargs):
        if not any(c == (args, kwargs) for c in self.call_args_list):
            raise AssertionError(f"{_shown(self._name or self._key or 'mock', args, kwargs)} call not found")

    def assert_has_calls(self, calls, any_order=False):
        calls, all_calls = list(calls), list(self.mock_calls)
        if any_order:
            missing = [c for c in calls if c not in all_calls]
            if missing:
                raise AssertionError(f"{self._name or 'mock'!r} does not contain all of {tuple(missing)!r} in its call "
                                     f"list, found {all_calls!r} instead")
        elif not any(all_calls[i:i + len(calls)] == calls for i in range(len(all_calls) + 1)):
            raise AssertionError(f"Calls not found.\nExpected: {calls!r}\n  Actual: {all_calls!r}")


NonCallableMock = Mock


class MagicMock(Mock):
    """A Mock with the special methods of containers, numbers and context managers."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.__dict__["_magic"] = {}

    def _special(self, name):
        magic = self.__dict__.setdefault("_magic", {})
        if name not in magic:
            made = magic[name] = Mock()
            made.__dict__.update(_parent=self, _key=name)
            default = _MAGIC[name]
            made.__dict__["_return"] = default(self) if callable(default) else default
        return magic[name]


_MAGIC = {"__len__": 0, "__bool__": True, "__int__": 1, "__contains__": False, "__float__": 1.0, "__index__": 1,
          "__iter__": lambda self: iter(()), "__enter__": lambda self: MagicMock(), "__exit__": False,
          "__getitem__": lambda self: MagicMock(), "__setitem__": None, "__delitem__": None}


def _install(name):
    def get(self):
        return self._special(name)

    def put(self, value):
        self.__dict__["_magic"][name] = value
    setattr(MagicMock, name, property(get, put))


for _n in _MAGIC:
    _install(_n)


class AsyncMock(MagicMock):
    """A MagicMock to be awaited."""

    async def __call__(self, /, *args, **kwargs):
        self._record(args, kwargs)
        value = self._answer(args, kwargs)
        self.__dict__["await_count"] = self.__dict__.get("await_count", 0) + 1
        return await value if hasattr(value, "__await__") else value

    def assert_awaited(self):
        if not self.__dict__.get("await_count"):
            raise AssertionError(f"Expected {self._name or self._key or 'mock'} to have been awaited.")

    def assert_awaited_once(self):
        count = self.__dict__.get("await_count", 0)
        if count != 1:
            raise AssertionError(f"Expected {self._name or self._key or 'mock'} to have been awaited once. "
                                 f"Awaited {count} times.")


class _Patch:
    def __init__(self, find, attribute, new, kwargs):
        self.find, self.attribute, self.new, self.kwargs = find, attribute, new, kwargs

    def __enter__(self):
        self.target = self.find()
        own = getattr(self.target, "__dict__", {})
        self.local = self.attribute in own
        try:
            self.old = own[self.attribute] if self.local else getattr(self.target, self.attribute)
        except AttributeError:
            raise AttributeError(f"{self.target!r} does not have the attribute {self.attribute!r}") from None
        new = self.new
        if new is DEFAULT:
            kwargs = dict(self.kwargs)
            import inspect
            make = kwargs.pop("new_callable", AsyncMock if inspect.iscoroutinefunction(self.old) else MagicMock)
            if make in (Mock, MagicMock, AsyncMock):
                kwargs.setdefault("name", self.attribute)
            if kwargs.pop("autospec", None):
                kwargs["spec"] = self.old
            new = make(**kwargs)
        setattr(self.target, self.attribute, new)
        return new

    def __exit__(self, *exc_info):
        if self.local:
            setattr(self.target, self.attribute, self.old)
        else:
            delattr(self.target, self.attribute)

    start = __enter__

    def stop(self):
        self.__exit__()

    def __call__(self, func):
        if isinstance(func, type):
            for name in dir(func):
                if name.startswith("test") and callable(getattr(func, name)):
                    setattr(func, name, self(getattr(func, name)))
            return func
        import inspect
        if inspect.iscoroutinefunction(func):
            @functools.wraps(func)
            async def patched(*args, **kwargs):
                with self as new:
                    return await func(*args, *((new,) if self.new is DEFAULT else ()), **kwargs)
        else:
            @functools.wraps(func)
            def patched(*args, **kwargs):
                with self as new:
                    return func(*args, *((new,) if self.new is DEFAULT else ()), **kwargs)
        return patched


def patch(target, new=DEFAULT, **kwargs):
    """Replace what a dotted name means for a block or a function."""
    path, _, attribute = target.rpartition(".")
    if not path:
        raise TypeError(f"Need a valid target to patch. You supplied: {target!r}")

    def find():
        parts = path.split(".")
        obj = __import__(parts[0])
        for i, part in enumerate(parts[1:], 2):
            if not hasattr(obj, part):
                __import__(".".join(parts[:i]))
            obj = getattr(obj, part)
        return obj
    return _Patch(find, attribute, new, kwargs)


def _patch_object(target, attribute, new=DEFAULT, **kwargs):
    return _Patch(lambda: target, attribute, new, kwargs)


class _PatchDict:
    def __init__(self, in_dict, values=(), clear=False, **kwargs):
        self.in_dict, self.values, self.clear = in_dict, {**dict(values), **kwargs}, clear

    def __enter__(self):
        self.saved = dict(self.in_dict)
        if self.clear:
            self.in_dict.clear()
        self.in_dict.update(self.values)
        return self.in_dict

    def __exit__(self, *exc_info):
        self.in_dict.clear()
        self.in_dict.update(self.saved)

    def __call__(self, func):
        @functools.wraps(func)
        def patched(*args, **kwargs):
            with self:
                return func(*args, **kwargs)
        return patched


patch.object = _patch_object
patch.dict = _PatchDict
