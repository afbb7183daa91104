"""The tower of numeric abstract base classes."""

from abc import ABCMeta, abstractmethod

__all__ = ["Number", "Complex", "Real", "Rational", "Integral"]


class Number(metaclass=ABCMeta):
    """Any number."""

    __slots__ = ()
    __hash__ = None


def _abstract(cls, names):
    for name in names.split():
        def method(self, *args):
            raise NotImplementedError
        method.__name__ = name
        method.__qualname__ = f"{cls.__name__}.{name}"
        made = abstractmethod(method)
        setattr(cls, name, property(made) if name in ("real", "imag", "numerator", "denominator") else made)
    import abc
    abc.update_abstractmethods(cls)
    return cls


class Complex(Number):
    """What has a real and an imaginary part."""

    __slots__ = ()

    def __bool__(self):
        return self != 0

    def __sub__(self, other):
        return self + -other

    def __rsub__(self, other):
        return -self + other


_abstract(Complex, "__complex__ real imag __add__ __radd__ __neg__ __pos__ __mul__ __rmul__ __truediv__ __rtruediv__ "
                   "__pow__ __rpow__ __abs__ conjugate __eq__")


class Real(Complex):
    """What has an order."""

    __slots__ = ()

    def __divmod__(self, other):
        return self // other, self % other

    def __rdivmod__(self, other):
        return other // self, other % self

    def __complex__(self):
        return complex(float(self))

    @property
    def real(self):
        return +self

    @property
    def imag(self):
        return 0

    def conjugate(self):
        return +self


_abstract(Real, "__float__ __trunc__ __floor__ __ceil__ __round__ __floordiv__ __rfloordiv__ __mod__ __rmod__ __lt__ "
                "__le__")


class Rational(Real):
    """A quotient of integers."""

    __slots__ = ()

    def __float__(self):
        return int(self.numerator) / int(self.denominator)


_abstract(Rational, "numerator denominator")


class Integral(Rational):
    """What has bits."""

    __slots__ = ()

    def __index__(self):
        return int(self)

    def __float__(self):
        return float(int(self))

    @property
    def numerator(self):
        return +self

    @property
    def denominator(self):
        return 1


_abstract(Integral, "__int__ __pow__ __lshift__ __rlshift__ __rshift__ __rrshift__ __and__ __rand__ __xor__ __rxor__ "
                    "__or__ __ror__ __invert__")
Complex.register(complex)
Real.register(float)
Integral.register(int)
