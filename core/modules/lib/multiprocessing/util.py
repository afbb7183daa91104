"""What must happen at the end of a process, and logging."""

import itertools
import sys
from _weakref import ref as _ref

__all__ = ["Finalize", "get_logger", "log_to_stderr", "sub_debug", "debug", "info", "sub_warning"]

_finalizers = {}
_counter = itertools.count()
_exiting = False


class Finalize:
    """Calls a function when an object dies, or at the end of the process in order of priority."""

    def __init__(self, obj, callback, args=(), kwargs=None, exitpriority=None):
        self._weakref = None if obj is None else _ref(obj, self)
        self._callback = callback
        self._args = args
        self._kwargs = kwargs or {}
        self._key = (exitpriority, next(_counter))
        _finalizers[self._key] = self

    def __call__(self, wr=None):
        if _finalizers.pop(self._key, None) is None:
            return None
        result = self._callback(*self._args, **self._kwargs)
        self._weakref = self._callback = self._args = self._kwargs = None
        return result

    def cancel(self):
        _finalizers.pop(self._key, None)

    def still_active(self):
        return self._key in _finalizers


def _run_finalizers(minpriority=None):
    def wanted(key):
        return key[0] is not None and (minpriority is None or key[0] >= minpriority)

    for key in sorted(filter(wanted, _finalizers), reverse=True):
        finalizer = _finalizers.get(key)
        if finalizer is None:
            continue
        try:
            finalizer()
        except Exception:
            sys.excepthook(*sys.exc_info())


def _exit_function():
    """At the end of a process: daemons are ended, the other children awaited, queues emptied."""
    global _exiting
    if _exiting:
        return
    _exiting = True
    from multiprocessing.process import _end_children
    _run_finalizers(0)
    _end_children()
    _run_finalizers()


def is_exiting():
    return _exiting


def exception_text(e):
    """What would be printed for it."""
    try:
        from traceback import format_exception
    except ImportError:
        from io import StringIO
        shown, sys.stderr = sys.stderr, StringIO()
        try:
            sys.excepthook(type(e), e, e.__traceback__)
            return sys.stderr.getvalue()
        finally:
            sys.stderr = shown
    return "".join(format_exception(e))


_logger = None
_log_to_stderr = False


def get_logger():
    global _logger
    if _logger is None:
        import logging
        _logger = logging.getLogger("multiprocessing")
        _logger.propagate = 0
    return _logger


def log_to_stderr(level=None):
    global _log_to_stderr
    import logging
    logger = get_logger()
    handler = logging.StreamHandler()
    handler.setFormatter(logging.Formatter("[%(levelname)s/%(processName)s] %(message)s"))
    logger.addHandler(handler)
    if level:
        logger.setLevel(level)
    _log_to_stderr = True
    return logger


def _log(level, message, args):
    if _logger:
        _logger.log(level, message, *args)


def sub_debug(msg, *args):
    _log(5, msg, args)


def debug(msg, *args):
    _log(10, msg, args)


def info(msg, *args):
    _log(20, msg, args)


def sub_warning(msg, *args):
    _log(25, msg, args)


import atexit
atexit.register(_exit_function)
