"""Warnings: messages about what a program does that go through filters."""

import sys

__all__ = ["warn", "warn_explicit", "showwarning", "formatwarning", "filterwarnings", "simplefilter", "resetwarnings",
           "catch_warnings", "deprecated"]

_ACTIONS = ("default", "error", "ignore", "always", "all", "module", "once")
filters = [("default", None, DeprecationWarning, "__main__", 0), ("ignore", None, DeprecationWarning, None, 0),
           ("ignore", None, PendingDeprecationWarning, None, 0), ("ignore", None, ImportWarning, None, 0),
           ("ignore", None, ResourceWarning, None, 0)]
defaultaction = "default"
onceregistry = {}
_version = 1


def _filters_mutated():
    global _version
    _version += 1


class WarningMessage:
    """One warning and where it was given."""

    def __init__(self, message, category, filename, lineno, file=None, line=None, source=None):
        self.message = message
        self.category = category
        self.filename = filename
        self.lineno = lineno
        self.file = file
        self.line = line
        self.source = source
        self._category_name = category.__name__ if category else None

    def __str__(self):
        return (f"{{message : {self.message!r}, category : {self._category_name!r}, filename : {self.filename!r}, "
                f"lineno : {self.lineno}, line : {self.line!r}}}")

    def __repr__(self):
        return f"<{type(self).__qualname__} {self}>"


def formatwarning(message, category, filename, lineno, line=None):
    """A warning as text."""
    text = f"{filename}:{lineno}: {category.__name__}: {message}\n"
    if line is None:
        import linecache
        line = linecache.getline(filename, lineno)
    line = line.strip() if line else ""
    return text + f"  {line}\n" if line else text


def showwarning(message, category, filename, lineno, file=None, line=None):
    """Write a warning to a file, stderr if none."""
    file = sys.stderr if file is None else file
    if file is None:
        return
    try:
        file.write(formatwarning(message, category, filename, lineno, line))
    except OSError:
        pass


_original_show = showwarning


def _show(message):
    show = showwarning
    if show is not _original_show and not callable(show):
        raise TypeError("warnings.showwarning() must be set to a function or method")
    show(message.message, message.category, message.filename, message.lineno, message.file, message.line)


def filterwarnings(action, message="", category=Warning, module="", lineno=0, append=False):
    """Put a rule in front: the message begins as this pattern says, the module matches that one."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    if not isinstance(message, str):
        raise TypeError("message must be a string")
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass")
    if not isinstance(module, str):
        raise TypeError("module must be a string")
    _check_line(lineno)
    if message or module:
        import re
        message = re.compile(message, re.I) if message else None
        module = re.compile(module) if module else None
    else:
        message = module = None
    _add((action, message, category, module, lineno), append)


def simplefilter(action, category=Warning, lineno=0, append=False):
    """Put a rule in front that matches every message and module."""
    if action not in _ACTIONS:
        raise ValueError(f"invalid action: {action!r}")
    _check_line(lineno)
    _add((action, None, category, None, lineno), append)


def _check_line(lineno):
    if not isinstance(lineno, int):
        raise TypeError("lineno must be an int")
    if lineno < 0:
        raise ValueError("lineno must be an int >= 0")


def _add(rule, append):
    if append:
        if rule not in filters:
            filters.append(rule)
    else:
        try:
            filters.remove(rule)
        except ValueError:
            pass
        filters.insert(0, rule)
    _filters_mutated()


def resetwarnings():
    """Forget every rule."""
    filters[:] = []
    _filters_mutated()


def warn(message, category=None, stacklevel=1, source=None, *, skip_file_prefixes=()):
    """Give a warning at the line of the caller, or of its caller at stacklevel 2."""
    if isinstance(message, Warning):
        category = message.__class__
    if category is None:
        category = UserWarning
    if not isinstance(category, type) or not issubclass(category, Warning):
        raise TypeError("category must be a Warning subclass, not " + repr(type(category).__name__))
    if not isinstance(skip_file_prefixes, tuple):
        raise TypeError("skip_file_prefixes must be a tuple of strs.")
    try:
        frame = sys._getframe(max(stacklevel, 1))
        while skip_file_prefixes and frame.f_back and frame.f_code.co_filename.startswith(skip_file_prefixes):
            frame = frame.f_back
    except ValueError:
        scope, filename, lineno = sys.__dict__, "<sys>", 0
    else:
        scope, filename, lineno = frame.f_globals, frame.f_code.co_filename, frame.f_lineno
    module = scope.get("__name__") or "<string>"
    registry = scope.setdefault("__warningregistry__", {})
    warn_explicit(message, category, filename, lineno, module, registry, scope, source)


def warn_explicit(message, category, filename, lineno, module=None, registry=None, module_globals=None, source=None):
    """Give a warning for that line."""
    lineno = int(lineno)
    if module is None:
        module = filename or "<unknown>"
        if module[-3:].lower() == ".py":
            module = module[:-3]
    registry = {} if registry is None else registry
    if registry.get("version", 0) != _version:
        registry.clear()
        registry["version"] = _version
    if isinstance(message, Warning):
        text, category = str(message), message.__class__
    else:
        text, message = message, category(message)
    key = text, category, lineno
    if registry.get(key):
        return
    for action, pattern, cat, where, line in filters:
        if (pattern is None or (pattern == text if isinstance(pattern, str) else pattern.match(text))) and \
                issubclass(category, cat) and \
                (where is None or (where == module if isinstance(where, str) else where.match(module))) and \
                line in (0, lineno):
            break
    else:
        action = defaultaction
    if action == "ignore":
        return
    if action == "error":
        raise message
    if action == "once":
        registry[key] = 1
        if onceregistry.get((text, category)):
            return
        onceregistry[text, category] = 1
    elif action == "module":
        registry[key] = 1
        whole = text, category, 0
        if registry.get(whole):
            return
        registry[whole] = 1
    elif action == "default":
        registry[key] = 1
    elif action not in ("always", "all"):
        raise RuntimeError(f"Unrecognized action ({action!r}) in warnings.filters:\n {(action, None, cat, None, line)}")
    _show(WarningMessage(message, category, filename, lineno, source=source))


class catch_warnings:
    """Keeps the rules of the block to it; with record=True gives the list of its warnings."""

    def __init__(self, *, record=False, module=None, action=None, category=Warning, lineno=0, append=False):
        self._record = record
        self._module = sys.modules["warnings"] if module is None else module
        self._entered = False
        self._rule = None if action is None else (action, category, lineno, append)

    def __repr__(self):
        args = ["record=True"] if self._record else []
        if self._module is not sys.modules["warnings"]:
            args.append(f"module={self._module!r}")
        return f"{type(self).__name__}({', '.join(args)})"

    def __enter__(self):
        if self._entered:
            raise RuntimeError(f"Cannot enter {self!r} twice")
        self._entered = True
        m = self._module
        self._saved = m.filters, m.showwarning, m._show
        m.filters = m.filters[:]
        m._filters_mutated()
        log = None
        if self._record:
            log = []
            m._show = log.append
            m.showwarning = m._original_show
        if self._rule is not None:
            simplefilter(*self._rule)
        return log

    def __exit__(self, *exc_info):
        if not self._entered:
            raise RuntimeError(f"Cannot exit {self!r} without entering first")
        m = self._module
        m.filters, m.showwarning, m._show = self._saved
        m._filters_mutated()


class deprecated:
    """Decorator: using the class or function gives a DeprecationWarning."""

    def __init__(self, message, /, *, category=DeprecationWarning, stacklevel=1):
        if not isinstance(message, str):
            raise TypeError(f"Expected an object of type str for 'message', not {type(message).__name__!r}")
        self.message = message
        self.category = category
        self.stacklevel = stacklevel

    def __call__(self, arg, /):
        import functools
        message, category, level = self.message, self.category, self.stacklevel + 1
        if category is None:
            arg.__deprecated__ = message
            return arg
        if isinstance(arg, type):
            make, hook = arg.__new__, arg.__init_subclass__

            @functools.wraps(make)
            def __new__(cls, /, *args, **kwargs):
                if cls is arg:
                    warn(message, category=category, stacklevel=level)
                if make is not object.__new__:
                    return make(cls, *args, **kwargs)
                if cls.__init__ is object.__init__ and (args or kwargs):
                    raise TypeError(f"{cls.__name__}() takes no arguments")
                return make(cls)
            arg.__new__ = staticmethod(__new__)

            def __init_subclass__(*args, **kwargs):
                warn(message, category=category, stacklevel=level)
                return hook(**kwargs)
            arg.__init_subclass__ = staticmethod(__init_subclass__)
            arg.__deprecated__ = __new__.__deprecated__ = message
            return arg
        if not callable(arg):
            raise TypeError(f"@deprecated decorator with non-None category must be applied to a class or callable, "
                            f"not {arg!r}")

        @functools.wraps(arg)
        def wrapper(*args, **kwargs):
            warn(message, category=category, stacklevel=level)
            return arg(*args, **kwargs)
        arg.__deprecated__ = wrapper.__deprecated__ = message
        return wrapper
