"""Contexts of decimal arithmetic: precision, rounding, signals.

A signal is an exception class; a context keeps for each whether it was seen (flags) and whether it is raised (traps).
The current context belongs to the contextvars context, so each thread and task has its own.
"""
__name__ = "decimal"

from contextvars import ContextVar

ROUND_DOWN, ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_CEILING = "ROUND_DOWN", "ROUND_HALF_UP", "ROUND_HALF_EVEN", "ROUND_CEILING"
ROUND_FLOOR, ROUND_UP, ROUND_HALF_DOWN, ROUND_05UP = "ROUND_FLOOR", "ROUND_UP", "ROUND_HALF_DOWN", "ROUND_05UP"
ROUNDINGS = (ROUND_UP, ROUND_DOWN, ROUND_CEILING, ROUND_FLOOR, ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN, ROUND_05UP)
MAX_PREC = MAX_EMAX = 999999999999999999
MIN_EMIN = -MAX_EMAX
MIN_ETINY = MIN_EMIN - MAX_PREC + 1


class DecimalException(ArithmeticError):
    pass


class Clamped(DecimalException):
    pass


class Inexact(DecimalException):
    pass


class Rounded(DecimalException):
    pass


class Subnormal(DecimalException):
    pass


class Overflow(Inexact, Rounded):
    pass


class Underflow(Inexact, Rounded, Subnormal):
    pass


class InvalidOperation(DecimalException):
    pass


class ConversionSyntax(InvalidOperation):
    pass


class DivisionImpossible(InvalidOperation):
    pass


class DivisionUndefined(InvalidOperation, ZeroDivisionError):
    pass


class InvalidContext(InvalidOperation):
    pass


class DivisionByZero(DecimalException, ZeroDivisionError):
    pass


class FloatOperation(DecimalException, TypeError):
    pass


SIGNALS = (InvalidOperation, FloatOperation, DivisionByZero, Overflow, Underflow, Subnormal, Inexact, Rounded, Clamped)


def _signals(given):
    if isinstance(given, dict):
        return {s: bool(given.get(s)) for s in SIGNALS}
    return {s: s in (given or ()) for s in SIGNALS}


_SHOWN = (Clamped, InvalidOperation, DivisionByZero, Inexact, FloatOperation, Overflow, Rounded, Subnormal, Underflow)


def _named(signals):
    return "[" + ", ".join(s.__name__ for s in _SHOWN if signals[s]) + "]"


class Context:
    """How operations round and what they raise."""

    def __init__(self, prec=None, rounding=None, Emin=None, Emax=None, capitals=None, clamp=None, flags=None, traps=None):
        base = DefaultContext
        self.prec = base.prec if prec is None else prec
        self.rounding = base.rounding if rounding is None else rounding
        self.Emin = base.Emin if Emin is None else Emin
        self.Emax = base.Emax if Emax is None else Emax
        self.capitals = base.capitals if capitals is None else capitals
        self.clamp = base.clamp if clamp is None else clamp
        self.flags = _signals(flags)
        self.traps = _signals(base.traps if traps is None else traps)

    def __setattr__(self, name, value):
        if name == "prec":
            if not isinstance(value, int):
                raise TypeError(f"'{type(value).__name__}' object cannot be interpreted as an integer" if not isinstance(value, float)
                                else "integer argument expected, got float")
            if not 1 <= value <= MAX_PREC:
                raise ValueError("valid range for prec is [1, MAX_PREC]")
        elif name == "rounding" and value not in ROUNDINGS:
            raise TypeError("valid values for rounding are:\n  [ROUND_CEILING, ROUND_FLOOR, ROUND_UP, ROUND_DOWN,\n"
                            "   ROUND_HALF_UP, ROUND_HALF_DOWN, ROUND_HALF_EVEN,\n   ROUND_05UP]")
        elif name in ("flags", "traps"):
            value = _signals(value)
        elif name not in ("rounding", "Emin", "Emax", "capitals", "clamp"):
            raise AttributeError(f"'decimal.Context' object has no attribute '{name}'")
        object.__setattr__(self, name, value)

    def __repr__(self):
        return (f"Context(prec={self.prec}, rounding={self.rounding}, Emin={self.Emin}, Emax={self.Emax}, "
                f"capitals={self.capitals}, clamp={self.clamp}, flags={_named(self.flags)}, traps={_named(self.traps)})")

    def __reduce__(self):
        return Context, (self.prec, self.rounding, self.Emin, self.Emax, self.capitals, self.clamp,
                         [s for s in SIGNALS if self.flags[s]], [s for s in SIGNALS if self.traps[s]])

    def copy(self):
        return Context(*self.__reduce__()[1])

    __copy__ = copy

    def clear_flags(self):
        self.flags = []

    def clear_traps(self):
        self.traps = []

    def Etiny(self):
        return self.Emin - self.prec + 1

    def Etop(self):
        return self.Emax - self.prec + 1

    def signal(self, condition):
        """Notes the condition; raises it if its signal is trapped."""
        kind = condition if condition in self.flags else InvalidOperation
        self.flags[kind] = True
        if self.traps[kind]:
            raise kind([condition])


def _forward(name):
    def method(self, a, *args):
        from decimal import Decimal
        if isinstance(a, int):
            a = Decimal(a)
        elif not isinstance(a, Decimal):
            raise TypeError(f"conversion from {type(a).__name__} to Decimal is not supported")
        with localcontext(self, _shared=True):
            return getattr(a, name)(*args)
    method.__name__ = name.strip("_")
    return method


for _own, _of_decimal in dict(add="__add__", subtract="__sub__", multiply="__mul__", divide="__truediv__", divide_int="__floordiv__",
                              remainder="__mod__", divmod="__divmod__", power="__pow__", plus="__pos__", minus="__neg__", abs="__abs__",
                              sqrt="sqrt", exp="exp", ln="ln", log10="log10", quantize="quantize", compare="compare", fma="fma",
                              normalize="normalize", max="max", min="min", to_integral_value="to_integral_value",
                              to_integral_exact="to_integral_exact", scaleb="scaleb", is_nan="is_nan", is_zero="is_zero",
                              is_infinite="is_infinite", is_finite="is_finite", is_signed="is_signed", to_sci_string="__str__",
                              to_eng_string="to_eng_string", number_class="number_class", copy_abs="copy_abs").items():
    setattr(Context, _own, _forward(_of_decimal))


def _create(self, value="0"):
    from decimal import Decimal
    with localcontext(self, _shared=True):
        return +Decimal(value)


Context.create_decimal = Context.create_decimal_from_float = _create

DefaultContext = Context.__new__(Context)
for _name, _value in dict(prec=28, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, capitals=1, clamp=0, flags=[],
                          traps=[InvalidOperation, DivisionByZero, Overflow]).items():
    setattr(DefaultContext, _name, _value)
BasicContext = Context(prec=9, rounding=ROUND_HALF_UP, traps=[InvalidOperation, DivisionByZero, Overflow, Underflow, Clamped])
ExtendedContext = Context(prec=9, traps=[])

_current = ContextVar("decimal_context")


def getcontext():
    """The current context: a copy of DefaultContext until one is set."""
    context = _current.get(None)
    if context is None:
        context = DefaultContext.copy()
        _current.set(context)
    return context


def setcontext(context, /):
    """Makes a context the current one; the three ready-made ones are copied."""
    if not isinstance(context, Context):
        raise TypeError("optional argument must be a context")
    if context in (DefaultContext, BasicContext, ExtendedContext):
        context = context.copy()
        context.clear_flags()
    _current.set(context)


class localcontext:
    """with localcontext(prec=50) as c: a copy of the current (or given) context while the block runs."""

    def __init__(self, ctx=None, *, _shared=False, **changes):
        self._new = ctx if _shared else (ctx or getcontext()).copy()
        for name, value in changes.items():
            if name not in ("prec", "rounding", "Emin", "Emax", "capitals", "clamp", "flags", "traps"):
                raise TypeError(f"'{name}' is an invalid keyword argument for this function")
            setattr(self._new, name, value)

    def __enter__(self):
        self._saved = getcontext()
        _current.set(self._new)
        return self._new

    def __exit__(self, *exc):
        _current.set(self._saved)
