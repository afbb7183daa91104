"""How objects of classes without __reduce__ are pickled and copied."""

__all__ = ["pickle", "constructor", "add_extension", "remove_extension", "clear_extension_cache"]

dispatch_table = {}
__newobj__ = object().__reduce_ex__(2)[0]


class _WithKeywords:
    def __new__(cls, **keywords):
        return object.__new__(cls)

    def __getnewargs_ex__(self):
        return (), {"key": None}


__newobj_ex__ = _WithKeywords().__reduce_ex__(2)[0]


def pickle(ob_type, pickle_function, constructor_ob=None):
    """Pickle objects of this class by this function from now on."""
    if not callable(pickle_function):
        raise TypeError("reduction functions must be callable")
    dispatch_table[ob_type] = pickle_function
    if constructor_ob is not None:
        constructor(constructor_ob)


def constructor(object):
    if not callable(object):
        raise TypeError("constructors must be callable")
