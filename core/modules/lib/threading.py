"""Threads and what they need to work together (Library Reference, "threading")."""

import _thread
import sys as _sys
from _thread import RLock as _RLock, get_ident, get_native_id, _local as local
from _threading_sync import (
    Barrier, BoundedSemaphore, BrokenBarrierError, Condition, Event, Lock, Semaphore)
from itertools import count as _count

__all__ = [
    "get_ident", "active_count", "Condition", "current_thread", "enumerate", "main_thread", "TIMEOUT_MAX", "Event",
    "Lock", "RLock", "Semaphore", "BoundedSemaphore", "Thread", "Barrier", "BrokenBarrierError", "Timer",
    "ThreadError", "setprofile", "settrace", "local", "stack_size", "excepthook", "ExceptHookArgs", "getprofile",
    "gettrace", "get_native_id", "setprofile_all_threads", "settrace_all_threads",
]

ThreadError = _thread.error
TIMEOUT_MAX = _thread.TIMEOUT_MAX
stack_size = _thread.stack_size
def RLock(*args, **kwargs):
    """A lock that its owner may take again."""
    return _RLock(*args, **kwargs)


# ---- threads --------------------------------------------------------------------------------------------------

_numbers = _count(1).__next__
_active = {}              # ident -> Thread
_limbo = {}               # started, not running yet
_active_limbo_lock = RLock()
_trace_hook = _profile_hook = None


def _newname(name_template):
    return name_template % _numbers()


class Thread:
    """A function that runs beside the others."""

    _initialized = False

    def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None):
        assert group is None, "group argument must be None for now"
        if kwargs is None:
            kwargs = {}
        if name:
            name = str(name)
        else:
            name = _newname("Thread-%d")
            if target is not None:
                try:
                    name += f" ({target.__name__})"
                except AttributeError:
                    pass
        self._target = target
        self._name = name
        self._args = args
        self._kwargs = kwargs
        if daemon is not None:
            if daemon and not _thread.daemon_threads_allowed():
                raise RuntimeError("daemon threads are disabled in this (sub)interpreter")
            self._daemonic = daemon
        else:
            self._daemonic = current_thread().daemon
        self._ident = None
        self._native_id = None
        self._started = False
        self._handle = _thread._ThreadHandle()
        self._invoke_excepthook = None
        self._initialized = True

    def __repr__(self):
        assert self._initialized, "Thread.__init__() was not called"
        status = "initial"
        if self._started:
            status = "stopped" if self._handle.is_done() else "started"
        if self._daemonic:
            status += " daemon"
        if self._ident is not None:
            status += " %s" % self._ident
        return "<%s(%s, %s)>" % (self.__class__.__name__, self._name, status)

    def start(self):
        """Begin to run; at most once."""
        if not self._initialized:
            raise RuntimeError("thread.__init__() not called")
        if self._started:
            raise RuntimeError("threads can only be started once")
        self._invoke_excepthook = _make_invoke_excepthook()
        self._started = True
        with _active_limbo_lock:
            _limbo[self] = self
        try:
            _thread.start_joinable_thread(self._bootstrap, handle=self._handle, daemon=self._daemonic,
                                           _name=self._name)
            self._ident = self._handle.ident
        except Exception:
            self._started = False
            with _active_limbo_lock:
                _limbo.pop(self, None)
            raise

    def run(self):
        """What the thread does: calls the target. Subclasses may do otherwise."""
        try:
            if self._target is not None:
                self._target(*self._args, **self._kwargs)
        finally:
            del self._target, self._args, self._kwargs

    def _bootstrap(self):
        try:
            self._ident = get_ident()
            self._native_id = get_native_id()
            with _active_limbo_lock:
                _active[self._ident] = self
                _limbo.pop(self, None)
            if _trace_hook:
                _sys.settrace(_trace_hook)
            if _profile_hook:
                _sys.setprofile(_profile_hook)
            try:
                self.run()
            except:
                self._invoke_excepthook(self)
        finally:
            with _active_limbo_lock:
                _active.pop(self._ident, None)

    def join(self, timeout=None):
        """Wait until the thread has ended (or the time is up)."""
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if not self._started:
            raise RuntimeError("cannot join thread before it is started")
        if self is current_thread():
            raise RuntimeError("cannot join current thread")
        if timeout is not None:
            timeout = max(timeout, 0)
        self._handle.join(timeout)

    @property
    def name(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._name

    @name.setter
    def name(self, name):
        assert self._initialized, "Thread.__init__() not called"
        self._name = str(name)
        if self._ident is not None:
            _thread._set_name(self._ident, self._name)

    @property
    def ident(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._ident

    @property
    def native_id(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._native_id

    def is_alive(self):
        """Started and not ended."""
        assert self._initialized, "Thread.__init__() not called"
        return self._started and not self._handle.is_done()

    @property
    def daemon(self):
        assert self._initialized, "Thread.__init__() not called"
        return self._daemonic

    @daemon.setter
    def daemon(self, daemonic):
        if not self._initialized:
            raise RuntimeError("Thread.__init__() not called")
        if daemonic and not _thread.daemon_threads_allowed():
            raise RuntimeError("daemon threads are disabled in this interpreter")
        if self._started:
            raise RuntimeError("cannot set daemon status of active thread")
        self._daemonic = daemonic

    def isDaemon(self):
        import warnings
        warnings.warn("isDaemon() is deprecated, get the daemon attribute instead", DeprecationWarning, stacklevel=2)
        return self.daemon

    def setDaemon(self, daemonic):
        import warnings
        warnings.warn("setDaemon() is deprecated, set the daemon attribute instead", DeprecationWarning, stacklevel=2)
        self.daemon = daemonic

    def getName(self):
        import warnings
        warnings.warn("getName() is deprecated, get the name attribute instead", DeprecationWarning, stacklevel=2)
        return self.name

    def setName(self, name):
        import warnings
        warnings.warn("setName() is deprecated, set the name attribute instead", DeprecationWarning, stacklevel=2)
        self.name = name


class ExceptHookArgs(tuple):
    """What threading.excepthook gets: exc_type, exc_value, exc_traceback, thread."""

    __slots__ = ()
    __qualname__ = "_ExceptHookArgs"
    exc_type = property(lambda self: self[0], doc="Exception type")
    exc_value = property(lambda self: self[1], doc="Exception value")
    exc_traceback = property(lambda self: self[2], doc="Exception traceback")
    thread = property(lambda self: self[3], doc="Thread")


ExceptHookArgs.__name__ = "_ExceptHookArgs"


def excepthook(args, /):
    """Print what happened in a thread that ended by an exception."""
    if args.exc_type is SystemExit:
        return
    stderr = _sys.stderr if _sys is not None else None
    if stderr is None:
        stderr = getattr(args.thread, "_stderr", None)
        if stderr is None:
            return
    name = args.thread.name if args.thread is not None else get_ident()
    print(f"Exception in thread {name}:", file=stderr)
    stderr.write(_thread._exception_report(args.exc_value))
    stderr.flush()


__excepthook__ = excepthook


def _make_invoke_excepthook():
    def invoke(thread):
        exc_type, exc_value, exc_traceback = _sys.exc_info()
        try:
            hook = excepthook
            hook(ExceptHookArgs((exc_type, exc_value, exc_traceback, thread)))
        except Exception as e:
            e.__suppress_context__ = True
            _sys.excepthook(*_sys.exc_info())
        finally:
            exc_type = exc_value = exc_traceback = None
    return invoke


class Timer(Thread):
    """Calls a function after some time, unless cancelled."""

    def __init__(self, interval, function, args=None, kwargs=None):
        Thread.__init__(self)
        self.interval = interval
        self.function = function
        self.args = args if args is not None else []
        self.kwargs = kwargs if kwargs is not None else {}
        self.finished = Event()

    def cancel(self):
        self.finished.set()

    def run(self):
        self.finished.wait(self.interval)
        if not self.finished.is_set():
            self.function(*self.args, **self.kwargs)
        self.finished.set()


class _MainThread(Thread):
    def __init__(self):
        Thread.__init__(self, name="MainThread", daemon=False)
        self._started = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _thread._make_thread_handle(self._ident)
        _active[self._ident] = self


class _DummyThread(Thread):
    """Stands for a thread that was not started by this module."""

    def __init__(self):
        Thread.__init__(self, name=_newname("Dummy-%d"), daemon=_thread.daemon_threads_allowed())
        self._started = True
        self._ident = get_ident()
        self._native_id = get_native_id()
        self._handle = _thread._make_thread_handle(self._ident)
        with _active_limbo_lock:
            _active[self._ident] = self

    def is_alive(self):
        return not self._handle.is_done()

    def join(self, timeout=None):
        raise RuntimeError("cannot join a dummy thread")


def current_thread():
    """The Thread object of whoever calls."""
    try:
        return _active[get_ident()]
    except KeyError:
        return _DummyThread()


def currentThread():
    import warnings
    warnings.warn("currentThread() is deprecated, use current_thread() instead", DeprecationWarning, stacklevel=2)
    return current_thread()


def active_count():
    """How many threads are alive."""
    return len(enumerate())


def activeCount():
    import warnings
    warnings.warn("activeCount() is deprecated, use active_count() instead", DeprecationWarning, stacklevel=2)
    return active_count()


def enumerate():
    """All threads that are alive."""
    with _active_limbo_lock:
        return [t for t in list(_active.values()) + list(_limbo.values()) if not t._handle.is_done()]


def main_thread():
    return _main_thread


def settrace(func):
    global _trace_hook
    _trace_hook = func


def gettrace():
    return _trace_hook


def settrace_all_threads(func):
    settrace(func)
    _sys.settrace(func)


def setprofile(func):
    global _profile_hook
    _profile_hook = func


def getprofile():
    return _profile_hook


def setprofile_all_threads(func):
    setprofile(func)
    _sys.setprofile(func)


# ---- the end of the program -------------------------------------------------------------------------------------

_threading_atexits = []
_shutting_down = False


def _register_atexit(func, *arg, **kwargs):
    """Call func before the remaining threads are joined at exit (thread pools end their workers there)."""
    if _shutting_down:
        raise RuntimeError("can't register atexit after shutdown")
    _threading_atexits.append(lambda: func(*arg, **kwargs))


def _shutdown():
    """Called by the interpreter when the main thread is done: waits for all threads but daemons."""
    global _shutting_down
    _shutting_down = True
    for call in reversed(_threading_atexits):
        call()
    _thread._shutdown()


_main_thread = _MainThread()
