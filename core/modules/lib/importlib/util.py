"""Asking whether a module could be imported."""
import importlib
import sys

__all__ = ["find_spec", "resolve_name"]


def resolve_name(name, package):
    return importlib._absolute(name, package)


class _Spec:
    def __init__(self, module):
        self.name = module.__name__
        self.origin = getattr(module, "__file__", None)

    def __repr__(self):
        return f"ModuleSpec(name={self.name!r}, origin={self.origin!r})"


def find_spec(name, package=None):
    """A spec with name and origin, None when there is no such module.

    The module is imported to find out, which CPython does for parent packages only.
    """
    name = importlib._absolute(name, package)
    if name not in sys.modules:
        try:
            importlib.import_module(name)
        except ModuleNotFoundError as error:
            if error.name == name or name.startswith(f"{error.name}."):
                return None
            raise
    return _Spec(sys.modules[name])
