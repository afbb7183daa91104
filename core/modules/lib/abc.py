"""Abstract base classes (PEP 3119)."""

from _weakref import ref as _ref

__all__ = ["ABC", "ABCMeta", "abstractmethod", "abstractclassmethod", "abstractstaticmethod", "abstractproperty",
           "get_cache_token", "update_abstractmethods"]

_token = 0  # grows with every registration: answers remembered as "no" before are asked anew


def get_cache_token():
    """A number that changes whenever a class is registered with any abstract base class."""
    return _token


def abstractmethod(funcobj):
    """Decorator: a class with this method can be instantiated only when a subclass overrides it."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstract_names(cls, namespace):
    names = {name for name, value in namespace.items() if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class _Registry:
    """What an abstract class remembers: who registered, and answers given before (all weakly)."""

    __slots__ = ("registered", "yes", "no", "no_token")

    def __init__(self):
        self.registered = set()
        self.yes = set()
        self.no = set()
        self.no_token = _token


def _remember(group, cls):
    group.add(_ref(cls, group.discard))


class ABCMeta(type):
    """Metaclass of abstract base classes."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace)
        cls._abc_impl = _Registry()
        return cls

    def register(cls, subclass):
        """Count `subclass` as a (virtual) subclass from now on."""
        global _token
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        _remember(cls._abc_impl.registered, subclass)
        _token += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        if cls.__subclasscheck__(subclass):
            return True
        actual = type(instance)
        return actual is not subclass and cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        impl = cls._abc_impl
        key = _ref(subclass)
        if key in impl.yes:
            return True
        if impl.no_token != _token:
            impl.no = set()
            impl.no_token = _token
        elif key in impl.no:
            return False
        answer = cls._decide(subclass)
        _remember(impl.yes if answer else impl.no, subclass)
        return answer

    def _decide(cls, subclass):
        answer = cls.__subclasshook__(subclass)
        if answer is not NotImplemented:
            return bool(answer)
        if cls in getattr(subclass, "__mro__", ()):
            return True
        for known in list(cls._abc_impl.registered):
            registered = known()
            if registered is not None and issubclass(subclass, registered):
                return True
        return any(issubclass(subclass, derived) for derived in type.__subclasses__(cls))

    def _dump_registry(cls, file=None):
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)


def update_abstractmethods(cls):
    """Look anew at which methods of `cls` are abstract, after it was changed."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__)
    return cls


def _has_methods(cls, *methods):
    # Whether the class provides all methods and has set none of them to None: for __subclasshook__.
    for method in methods:
        for base in cls.__mro__:
            if method in base.__dict__:
                if base.__dict__[method] is None:
                    return NotImplemented
                break
        else:
            return NotImplemented
    return True


class ABC(metaclass=ABCMeta):
    """Inherit from this to make an abstract base class."""

    __slots__ = ()
