"""Signatures: the parameters of callables, and binding arguments to them."""

__name__ = "inspect"

import types
from enum import IntEnum


class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(IntEnum):
    POSITIONAL_ONLY = "positional-only"
    POSITIONAL_OR_KEYWORD = "positional or keyword"
    VAR_POSITIONAL = "variadic positional"
    KEYWORD_ONLY = "keyword-only"
    VAR_KEYWORD = "variadic keyword"

    def __new__(cls, description):
        value = len(cls.__members__)
        made = int.__new__(cls, value)
        made._value_ = value
        made.description = description
        return made

    def __str__(self):
        return self.name


_ONLY, _EITHER, _ARGS, _KEYWORD, _KWARGS = _ParameterKind


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def unwrap(func, *, stop=None):
    """What is behind the decorators of functools.wraps."""
    first, seen = func, {id(func)}
    while hasattr(func, "__wrapped__") and not (stop and stop(func)):
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError(f"wrapper loop when unwrapping {first!r}")
        seen.add(id(func))
    return func


class Parameter:
    """One parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")
    POSITIONAL_ONLY, POSITIONAL_OR_KEYWORD, VAR_POSITIONAL, KEYWORD_ONLY, VAR_KEYWORD = _ParameterKind
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind") from None
        if default is not _empty and self._kind in (_ARGS, _KWARGS):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            name = f"implicit{name[1:]}"
        from keyword import iskeyword
        if iskeyword(name) and self._kind is not _ONLY or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_empty, kind=_empty, annotation=_empty, default=_empty):
        return type(self)(self._name if name is _empty else name, self._kind if kind is _empty else kind,
                          default=self._default if default is _empty else default,
                          annotation=self._annotation if annotation is _empty else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            text += f": {formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)}"
        if self._default is not _empty:
            text += f" = {self._default!r}" if self._annotation is not _empty else f"={self._default!r}"
        return ("*" if self._kind is _ARGS else "**" if self._kind is _KWARGS else "") + text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def _key(self):
        return self._name, self._kind, self._default, self._annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Parameter) else NotImplemented


class BoundArguments:
    """Arguments sorted to the parameters that get them."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, p in self._signature.parameters.items():
            if p.kind in (_KWARGS, _KEYWORD) or name not in self.arguments:
                break
            args.extend(self.arguments[name]) if p.kind is _ARGS else args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, keywords = {}, False
        for name, p in self._signature.parameters.items():
            if not keywords:
                if p.kind in (_KWARGS, _KEYWORD):
                    keywords = True
                elif name not in self.arguments:
                    keywords = True
                    continue
            if not keywords or name not in self.arguments:
                continue
            if p.kind is _KWARGS:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Put in the defaults of what was not given."""
        made = {}
        for name, p in self._signature.parameters.items():
            if name in self.arguments:
                made[name] = self.arguments[name]
            elif p.default is not _empty:
                made[name] = p.default
            elif p.kind is _ARGS:
                made[name] = ()
            elif p.kind is _KWARGS:
                made[name] = {}
        self.arguments = made

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __repr__(self):
        return f"<{self.__class__.__name__} ({', '.join(f'{k}={v!r}' for k, v in self.arguments.items())})>"


class Signature:
    """The parameters of a callable and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        found, kind, defaults = {}, _ONLY, False
        for p in parameters or ():
            if __validate_parameters__:
                if p.kind < kind:
                    raise ValueError(f"wrong parameter order: {kind.description} parameter before {p.kind.description} "
                                     "parameter")
                kind = p.kind
                if kind in (_ONLY, _EITHER):
                    if p.default is not _empty:
                        defaults = True
                    elif defaults:
                        raise ValueError("non-default argument follows default argument")
                if p.name in found:
                    raise ValueError(f"duplicate parameter name: {p.name!r}")
            found[p.name] = p
        self._parameters = types.MappingProxyType(found)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, follow_wrapped, eval_str, globals, locals, cls)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_empty, return_annotation=_empty):
        return type(self)(self.parameters.values() if parameters is _empty else parameters,
                          return_annotation=self._return_annotation if return_annotation is _empty else
                          return_annotation)

    __replace__ = replace

    def _key(self):
        ps = self.parameters.values()
        return tuple(p for p in ps if p.kind != _KEYWORD), frozenset(p for p in ps if p.kind == _KEYWORD), \
            self._return_annotation

    def __hash__(self):
        return hash(self._key())

    def __eq__(self, other):
        return self._key() == other._key() if isinstance(other, Signature) else NotImplemented

    def _bind(self, args, kwargs, partial=False):
        arguments, rest = {}, list(args)
        kwargs = dict(kwargs)
        positional_by_name = []
        for p in self.parameters.values():
            if p.kind is _ARGS:
                if rest:
                    arguments[p.name] = tuple(rest)
                    rest = []
                continue
            if p.kind is _KWARGS:
                continue
            if p.kind is not _KEYWORD and rest:
                if p.name in kwargs and p.kind is _EITHER:
                    raise TypeError(f"multiple values for argument {p.name!r}")
                arguments[p.name] = rest.pop(0)
            elif p.kind is not _KEYWORD and p.kind is _ONLY:
                if p.name in kwargs and not any(q.kind is _KWARGS for q in self.parameters.values()):
                    positional_by_name.append(p.name)
                    kwargs.pop(p.name)
                elif p.default is _empty and not partial:
                    raise TypeError(f"missing a required argument: {p.name!r}")
            elif p.name in kwargs:
                arguments[p.name] = kwargs.pop(p.name)
            elif p.default is _empty and not partial:
                if p.kind is _KEYWORD and rest:
                    raise TypeError("too many positional arguments")
                raise TypeError(f"missing a required argument: {p.name!r}")
        if rest:
            raise TypeError("too many positional arguments")
        if positional_by_name:
            raise TypeError("got some positional-only arguments passed as keyword arguments: "
                            f"{', '.join(positional_by_name)!r}")
        if kwargs:
            last = next((p for p in self.parameters.values() if p.kind is _KWARGS), None)
            if last is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[last.name] = kwargs
        order = {n: arguments[n] for n in self.parameters if n in arguments}
        return BoundArguments(self, order)

    def bind(self, /, *args, **kwargs):
        """Sort arguments as a call would; TypeError when it would fail."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        return self._bind(args, kwargs, True)

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        parts, only, star = [], False, True
        for p in self.parameters.values():
            if p.kind is _ONLY:
                only = True
            elif only:
                parts.append("/")
                only = False
            if p.kind is _ARGS:
                star = False
            elif p.kind is _KEYWORD and star:
                parts.append("*")
                star = False
            parts.append(p._format(quote_annotation_strings=quote_annotation_strings))
        if only:
            parts.append("/")
        text = f"({', '.join(parts)})"
        if max_width is not None and len(text) > max_width:
            text = "(\n    " + ",\n    ".join(parts) + "\n)"
        if self._return_annotation is not _empty:
            text += " -> " + formatannotation(self._return_annotation,
                                              quote_annotation_strings=quote_annotation_strings)
        return text


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals,
                                   eval_str=eval_str)


def _from_function(f, cls, eval_str=False, scope=None, names=None):
    code = f.__code__
    notes = dict(f.__annotations__)
    if eval_str:
        scope = f.__globals__ if scope is None else scope
        notes = {k: eval(v, scope, names) if isinstance(v, str) else v for k, v in notes.items()}
    defaults, kwdefaults = f.__defaults__ or (), f.__kwdefaults__ or {}
    n, names, found = code.co_argcount, code.co_varnames, []
    for i, name in enumerate(names[:n]):
        at = i - (n - len(defaults))
        found.append(Parameter(name, _ONLY if i < code.co_posonlyargcount else _EITHER,
                               default=defaults[at] if at >= 0 else _empty, annotation=notes.get(name, _empty)))
    only = names[n:n + code.co_kwonlyargcount]
    end = n + code.co_kwonlyargcount
    if code.co_flags & 4:
        found.append(Parameter(names[end], _ARGS, annotation=notes.get(names[end], _empty)))
        end += 1
    for name in only:
        found.append(Parameter(name, _KEYWORD, default=kwdefaults.get(name, _empty),
                               annotation=notes.get(name, _empty)))
    if code.co_flags & 8:
        found.append(Parameter(names[end], _KWARGS, annotation=notes.get(names[end], _empty)))
    return cls(found, return_annotation=notes.get("return", _empty))


def _from_text(obj, text, cls):
    # "($self, a, /, b=1, *args)": as a function of our own, whose first parameter is dropped when bound.
    text = text.strip()[1:-1]
    drop = text.startswith("$")
    scope = {}
    try:
        exec(f"def f({text.replace('$', '')}): pass", {"__builtins__": {"None": None, "True": True}}, scope)
    except Exception:
        raise ValueError(f"{obj!r} has invalid signature") from None
    made = _from_function(scope["f"], cls)
    ps = list(made.parameters.values())
    if drop and (not isinstance(obj, (types.MethodDescriptorType, types.WrapperDescriptorType))):
        ps = ps[1:]
    return made.replace(parameters=ps)


def _drop_first(sig):
    ps = list(sig.parameters.values())
    if not ps or ps[0].kind in (_KWARGS, _KEYWORD):
        raise ValueError("invalid method signature")
    if ps[0].kind is not _ARGS:
        ps = ps[1:]
    return sig.replace(parameters=ps)


def _from_partial(p, cls):
    sig = _signature_of(p.func, cls=cls)
    try:
        bound = sig.bind_partial(*p.args, **p.keywords)
    except TypeError as ex:
        raise ValueError(f"partial object {p!r} has incorrect arguments") from ex
    found, keyword = [], False
    given = len(p.args)
    for i, (name, param) in enumerate(sig.parameters.items()):
        if param.kind is _ARGS:
            if not keyword:
                found.append(param)
        elif param.kind is _KWARGS:
            found.append(param)
        elif i < given and param.kind is not _KEYWORD:
            continue
        elif name in p.keywords:
            keyword = True
            found.append(param.replace(kind=_KEYWORD, default=p.keywords[name]))
        else:
            found.append(param.replace(kind=_KEYWORD) if keyword and param.kind is _EITHER else param)
    return sig.replace(parameters=found)


def _signature_of(obj, follow_wrapped=True, eval_str=False, scope=None, names=None, cls=Signature, bound=True):
    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    more = dict(follow_wrapped=follow_wrapped, eval_str=eval_str, scope=scope, names=names, cls=cls)
    if isinstance(obj, types.MethodType):
        sig = _signature_of(obj.__func__, **more)
        return _drop_first(sig) if bound else sig
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return _signature_of(obj, **more)
    found = getattr(obj, "__signature__", None)
    if isinstance(found, Signature):
        return found
    if isinstance(obj, types.FunctionType):
        return _from_function(obj, cls, eval_str, scope, names)
    import functools
    if isinstance(obj, functools.partial):
        return _from_partial(obj, cls)
    if isinstance(obj, type):
        for base in obj.__mro__[:-1]:
            for name in ("__new__", "__init__"):
                method = base.__dict__.get(name)
                if method is not None:
                    method = getattr(method, "__func__", method)
                    if isinstance(method, types.FunctionType):
                        call = type(obj).__dict__.get("__call__") if type(obj) is not type else None
                        if isinstance(call, types.FunctionType) and type(obj).__module__ not in ("enum", "abc", "typing"):
                            return _drop_first(_signature_of(call, **more))
                        return _drop_first(_signature_of(method, **more))
        text = getattr(obj, "__text_signature__", None)
        if text:
            return _from_text(obj, text, cls)
        if type not in obj.__mro__ and obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
            return cls([])
        raise ValueError(f"no signature found for builtin type {obj!r}")
    text = getattr(obj, "__text_signature__", None)
    if text:
        return _from_text(obj, text, cls)
    if not isinstance(obj, (types.BuiltinFunctionType, types.MethodDescriptorType, types.WrapperDescriptorType,
                            types.MethodWrapperType, types.ClassMethodDescriptorType)):
        call = getattr(type(obj), "__call__", None)
        if call is not None and not isinstance(call, (types.WrapperDescriptorType, types.MethodWrapperType)):
            return _drop_first(_signature_of(call, **more))
    raise ValueError(f"no signature found for builtin {obj!r}" if isinstance(obj, types.BuiltinFunctionType) else
                     f"callable {obj!r} is not supported by signature")
