"""What objects are made of: kinds, members, source, frames; signatures are in a part of their own."""

import sys
import types

from _inspect_signature import (BoundArguments, Parameter, Signature, _empty, _ParameterKind, _signature_of,
                                formatannotation, signature, unwrap)

from _inspect_source import (cleandoc, findsource, getblock, getcomments, getdoc, getfile, getmodule, getmodulename,
                             getsource, getsourcefile, getsourcelines, indentsize)

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS, CO_NESTED, CO_GENERATOR = 1, 2, 4, 8, 16, 32
CO_NOFREE, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 64, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "GEN_CLOSED"
CORO_CREATED, CORO_RUNNING, CORO_SUSPENDED, CORO_CLOSED = "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "CORO_CLOSED"
TPFLAGS_IS_ABSTRACT = 1 << 20


class EndOfBlock(Exception):
    pass


class ClassFoundException(Exception):
    pass


def _named(name, fields):
    from collections import namedtuple
    return namedtuple(name, fields, module="inspect")


_RECORDS = {"Attribute": "name kind defining_class object", "ArgInfo": "args varargs keywords locals",
            "FullArgSpec": "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations",
            "ClosureVars": "nonlocals globals builtins unbound", "FrameInfo":
            "frame filename lineno function code_context index", "Traceback":
            "filename lineno function code_context index", "Arguments": "args, varargs, varkw"}


def __getattr__(name):
    if name in _RECORDS:
        globals()[name] = made = _named(name, _RECORDS[name])
        return made
    raise AttributeError(f"module 'inspect' has no attribute {name!r}")


# ---- kinds ------------------------------------------------------------------------------------------------------

def _is(cls, doc=None):
    def check(object):
        return isinstance(object, cls)
    return check


ismodule, isclass, ismethod, isfunction = map(_is, (types.ModuleType, type, types.MethodType, types.FunctionType))
isgenerator, iscoroutine, isasyncgen = map(_is, (types.GeneratorType, types.CoroutineType, types.AsyncGeneratorType))
istraceback, isframe, iscode, isbuiltin = map(_is, (types.TracebackType, types.FrameType, types.CodeType,
                                                    types.BuiltinFunctionType))
isgetsetdescriptor, ismemberdescriptor = map(_is, (types.GetSetDescriptorType, types.MemberDescriptorType))
ismethodwrapper = _is(types.MethodWrapperType)
for _name in ("ismodule isclass ismethod isfunction isgenerator iscoroutine isasyncgen istraceback isframe iscode "
              "isbuiltin isgetsetdescriptor ismemberdescriptor ismethodwrapper").split():
    globals()[_name].__name__ = globals()[_name].__qualname__ = _name


def _has_flag(f, flag):
    import functools
    while ismethod(f) or isinstance(f, functools.partial):
        f = f.__func__ if ismethod(f) else f.func
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_flag(obj, CO_COROUTINE) or getattr(getattr(obj, "__func__", obj), "_is_coroutine_mark", None) is _mark


def isasyncgenfunction(obj):
    return _has_flag(obj, CO_ASYNC_GENERATOR)


_mark = object()


def markcoroutinefunction(func):
    getattr(func, "__func__", func)._is_coroutine_mark = _mark
    return func


def isawaitable(object):
    return isinstance(object, types.CoroutineType) or isgenerator(object) and \
        bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE) or hasattr(type(object), "__await__")


def isroutine(object):
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or \
        ismethodwrapper(object)


def ismethoddescriptor(obj):
    if isclass(obj) or ismethod(obj) or isfunction(obj):
        return False
    t = type(obj)
    return hasattr(t, "__get__") and not hasattr(t, "__set__") and not hasattr(t, "__delete__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    return hasattr(type(object), "__set__") or hasattr(type(object), "__delete__")


def isabstract(object):
    return isclass(object) and bool(getattr(object, "__abstractmethods__", None))


# ---- members ----------------------------------------------------------------------------------------------------

def getmembers(object, predicate=None):
    """All (name, value) of an object, sorted by name, of which predicate is true."""
    names = dir(object)
    if isclass(object):
        for base in object.__bases__:
            for k, v in base.__dict__.items():
                if isinstance(v, types.DynamicClassAttribute) and k not in names:
                    names.append(k)
    found = []
    for name in sorted(set(names)):
        try:
            value = getattr(object, name)
        except AttributeError:
            for base in getattr(object, "__mro__", ()):
                if name in base.__dict__:
                    value = base.__dict__[name]
                    break
            else:
                continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def getmembers_static(object, predicate=None):
    found = []
    for name in sorted(set(dir(object))):
        try:
            value = getattr_static(object, name)
        except AttributeError:
            continue
        if predicate is None or predicate(value):
            found.append((name, value))
    return found


def classify_class_attrs(cls):
    found = []
    for name in sorted(set(dir(cls))):
        home = next((c for c in cls.__mro__ if name in c.__dict__), None)
        obj = home.__dict__[name] if home else getattr(cls, name, None)
        kind = "static method" if isinstance(obj, staticmethod) else "class method" if isinstance(obj, classmethod) \
            else "property" if isinstance(obj, property) else "method" if isroutine(obj) else "data"
        found.append(sys.modules[__name__].Attribute(name, kind, home, obj))
    return found


def getmro(cls):
    return cls.__mro__


_missing = object()


def getattr_static(obj, attr, default=_missing):
    """An attribute without running descriptors, __getattr__ or __getattribute__."""
    cls = obj if isinstance(obj, type) else type(obj)
    found = next((c.__dict__[attr] for c in cls.__mro__ if attr in c.__dict__), _missing)
    if not isinstance(obj, type):
        own = getattr(obj, "__dict__", {}) if hasattr(obj, "__dict__") else {}
        if attr in own and not (found is not _missing and isdatadescriptor(found)):
            return own[attr]
    elif found is _missing:
        found = next((c.__dict__[attr] for c in type(obj).__mro__ if attr in c.__dict__), _missing)
    if found is not _missing:
        return found
    if default is not _missing:
        return default
    raise AttributeError(attr)


# ---- calls ------------------------------------------------------------------------------------------------------

def getfullargspec(func):
    try:
        sig = _signature_of(func, bound=False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args, only, defaults, kwdefaults, notes = [], [], [], {}, {}
    varargs = varkw = None
    for p in sig.parameters.values():
        if p.kind in (p.POSITIONAL_ONLY, p.POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind is p.VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is p.KEYWORD_ONLY:
            only.append(p.name)
            if p.default is not _empty:
                kwdefaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            notes[p.name] = p.annotation
    if sig.return_annotation is not _empty:
        notes = {"return": sig.return_annotation, **notes}
    return sys.modules[__name__].FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, kwdefaults or None,
                                             notes)


def getcallargs(func, /, *positional, **named):
    sig = _signature_of(func, bound=True)
    bound = sig.bind(*positional, **named)
    bound.apply_defaults()
    result = dict(bound.arguments)
    if ismethod(func):
        first = next(iter(_signature_of(func.__func__, bound=False).parameters))
        result = {first: func.__self__, **result}
    return result


def getclosurevars(func):
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    outer = dict(zip(code.co_freevars, (c.cell_contents for c in func.__closure__ or ())))
    import builtins
    used, known, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            used[name] = func.__globals__[name]
        elif hasattr(builtins, name):
            known[name] = getattr(builtins, name)
        else:
            unbound.add(name)
    return sys.modules[__name__].ClosureVars(outer, used, known, unbound)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """An object's own annotations, texts evaluated when eval_str."""
    if isclass(obj):
        found = obj.__dict__.get("__annotations__")
        scope, names = getattr(sys.modules.get(obj.__module__), "__dict__", None), dict(vars(obj))
    elif ismodule(obj):
        found, scope, names = getattr(obj, "__annotations__", None), obj.__dict__, None
    elif callable(obj):
        found, scope, names = getattr(obj, "__annotations__", None), getattr(unwrap(obj), "__globals__", None), None
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if not isinstance(found, dict):
        return {}
    if not eval_str:
        return dict(found)
    scope, names = scope if globals is None else globals, names if locals is None else locals
    return {k: eval(v, scope, names) if isinstance(v, str) else v for k, v in found.items()}


# ---- frames -----------------------------------------------------------------------------------------------------

def currentframe():
    return sys._getframe(1)


def getframeinfo(frame, context=1):
    if istraceback(frame):
        lineno, frame = frame.tb_lineno, frame.tb_frame
    else:
        lineno = frame.f_lineno
    lines = index = None
    if context > 0:
        start = lineno - 1 - context // 2
        try:
            all_lines, _ = findsource(frame)
        except OSError:
            pass
        else:
            start = max(0, min(start, len(all_lines) - context))
            lines, index = all_lines[start:start + context], lineno - 1 - start
    code = frame.f_code
    return sys.modules[__name__].Traceback(code.co_filename, lineno, code.co_name, lines, index)


def getouterframes(frame, context=1):
    found = []
    while frame:
        found.append(sys.modules[__name__].FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return found


def getinnerframes(tb, context=1):
    found = []
    while tb:
        found.append(sys.modules[__name__].FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return found


def stack(context=1):
    """The frames that run, innermost first."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    e = sys.exception()
    return getinnerframes(e.__traceback__ if e else None, context)


def getargvalues(frame):
    code = frame.f_code
    n = code.co_argcount + code.co_kwonlyargcount
    names = code.co_varnames
    varargs = names[n] if code.co_flags & CO_VARARGS else None
    n_all = n + (varargs is not None)
    varkw = names[n_all] if code.co_flags & CO_VARKEYWORDS else None
    return sys.modules[__name__].ArgInfo(list(names[:n]), varargs, varkw, frame.f_locals)


def _state(frame, running, suspended, kind):
    return f"{kind}_RUNNING" if running else f"{kind}_SUSPENDED" if suspended else \
        f"{kind}_CLOSED" if frame is None else f"{kind}_CREATED"


def getgeneratorstate(g):
    return _state(g.gi_frame, g.gi_running, getattr(g, "gi_suspended", False), "GEN")


def getcoroutinestate(c):
    return _state(c.cr_frame, c.cr_running, getattr(c, "cr_suspended", False), "CORO")


def getasyncgenstate(g):
    return _state(g.ag_frame, g.ag_running, getattr(g, "ag_suspended", False), "AGEN")


def getgeneratorlocals(g):
    if not isgenerator(g):
        raise TypeError(f"{g!r} is not a Python generator")
    return dict(g.gi_frame.f_locals) if g.gi_frame is not None else {}
