"""Process objects."""

import _process
import itertools
import sys
from _os import urandom as _urandom
from _weakref import ref as _ref

__all__ = ["BaseProcess", "current_process", "active_children", "parent_process"]

_SIGTERM, _SIGKILL = 15, 9


def current_process():
    """The Process object of this process."""
    return _current_process


def active_children():
    """The children that are alive; the others are joined."""
    _cleanup()
    return list(_children)


def parent_process():
    """The Process object of the parent, or None."""
    return _parent_process


def _end():
    # At the end of a process: daemons are ended, the other children awaited, queues emptied.
    util = sys.modules.get("multiprocessing.util")
    if util is not None:
        util._exit_function()
    else:
        _end_children()


def _end_children():
    for p in active_children():
        if p.daemon:
            p._popen.signal(_SIGTERM)
    for p in active_children():
        p.join()


def _cleanup():
    for p in list(_children):
        popen = p._popen
        if popen is not None and popen.poll() is not None:
            _children.discard(p)


class BaseProcess:
    """A function that runs in a process of its own."""

    def _Popen(self):
        raise NotImplementedError

    def __init__(self, group=None, target=None, name=None, args=(), kwargs={}, *, daemon=None):
        assert group is None, "group argument must be None for now"
        count = next(_process_counter)
        self._identity = _current_process._identity + (count,)
        self._config = _current_process._config.copy()
        self._parent_pid = _process.getpid()
        self._parent_name = _current_process.name
        self._popen = None
        self._closed = False
        self._target = target
        self._args = tuple(args)
        self._kwargs = dict(kwargs)
        self._name = name or type(self).__name__ + "-" + ":".join(str(i) for i in self._identity)
        if daemon is not None:
            self.daemon = daemon
        _dangling.add(_ref(self, _dangling.discard))

    def _check_closed(self):
        if self._closed:
            raise ValueError("process object is closed")

    def run(self):
        """What the process does: calls the target. Subclasses may do otherwise."""
        if self._target:
            self._target(*self._args, **self._kwargs)

    def start(self):
        """Start the child; at most once."""
        self._check_closed()
        assert self._popen is None, "cannot start a process twice"
        assert self._parent_pid == _process.getpid(), "can only start a process object created by current process"
        assert not _current_process._config.get("daemon"), "daemonic processes are not allowed to have children"
        _cleanup()
        self._popen = self._Popen(self)
        self._sentinel = self._popen.sentinel
        # No cycle that keeps the arguments alive longer than the caller does.
        del self._target, self._args, self._kwargs
        _children.add(self)

    def terminate(self):
        """Send SIGTERM: ends the child without running its finally clauses."""
        self._check_closed()
        self._popen.signal(_SIGTERM)

    def kill(self):
        """Send SIGKILL."""
        self._check_closed()
        self._popen.signal(_SIGKILL)

    def join(self, timeout=None):
        """Wait until the child has ended (or the time is up)."""
        self._check_closed()
        assert self._parent_pid == _process.getpid(), "can only join a child process"
        assert self._popen is not None, "can only join a started process"
        if self._popen.wait(timeout) is not None:
            _children.discard(self)

    def is_alive(self):
        self._check_closed()
        if self is _current_process:
            return True
        assert self._parent_pid == _process.getpid(), "can only test a child process"
        if self._popen is None:
            return False
        if self._popen.poll() is None:
            return True
        _children.discard(self)
        return False

    def close(self):
        """Give back what belongs to a child that has ended."""
        if self._popen is not None:
            if self._popen.poll() is None:
                raise ValueError("Cannot close a process while it is still running. "
                                 "You should first call join() or terminate().")
            self._popen.close()
            self._popen = None
            del self._sentinel
            _children.discard(self)
        self._closed = True

    @property
    def name(self):
        return self._name

    @name.setter
    def name(self, name):
        assert isinstance(name, str), "name must be a string"
        self._name = name

    @property
    def daemon(self):
        return self._config.get("daemon", False)

    @daemon.setter
    def daemon(self, daemonic):
        assert self._popen is None, "process has already started"
        self._config["daemon"] = daemonic

    @property
    def authkey(self):
        if "authkey" not in self._config:  # the main process's: made when first asked for
            self._config["authkey"] = AuthenticationString(_urandom(32))
        return self._config["authkey"]

    @authkey.setter
    def authkey(self, authkey):
        self._config["authkey"] = AuthenticationString(authkey)

    @property
    def exitcode(self):
        self._check_closed()
        if self is _current_process or self._popen is None:
            return None
        return self._popen.poll()

    @property
    def ident(self):
        self._check_closed()
        if self is _current_process:
            return _process.getpid()
        return self._popen and self._popen.pid

    pid = ident

    @property
    def sentinel(self):
        self._check_closed()
        try:
            return self._sentinel
        except AttributeError:
            raise ValueError("process not started") from None

    def __repr__(self):
        exitcode = None
        if self is _current_process:
            status = "started"
        elif self._closed:
            status = "closed"
        elif self._parent_pid != _process.getpid():
            status = "unknown"
        elif self._popen is None:
            status = "initial"
        else:
            exitcode = self._popen.poll()
            status = "started" if exitcode is None else "stopped"
        info = [type(self).__name__, "name=%r" % self._name]
        if self._popen is not None:
            info.append("pid=%s" % self._popen.pid)
        info.append("parent=%s" % self._parent_pid)
        info.append(status)
        if exitcode is not None:
            info.append("exitcode=%s" % _exitcode_to_name.get(exitcode, exitcode))
        if self.daemon:
            info.append("daemon")
        return "<%s>" % " ".join(info)

    def __getstate__(self):
        state = self.__dict__.copy()
        state["_popen"] = None
        state.pop("_sentinel", None)
        return state

    def _bootstrap(self, parent_pid):
        """In the child: runs run() and turns its end into an exit code."""
        global _current_process, _parent_process, _process_counter, _children
        _process_counter = itertools.count(1)
        _children = set()
        self._config.setdefault("authkey", _current_process.authkey)  # what prepare() was told
        _current_process = self
        _parent_process = _ParentProcess(self._parent_name, parent_pid)
        exitcode = 1
        try:
            try:
                self.run()
                exitcode = 0
            finally:
                _end()
        except SystemExit as e:
            if e.code is None:
                exitcode = 0
            elif isinstance(e.code, int):
                exitcode = e.code
            else:
                sys.stderr.write(str(e.code) + "\n")
                exitcode = 1
        except:
            exitcode = 1
            sys.stderr.write("Process %s:\n" % self.name)
            sys.excepthook(*sys.exc_info())
        finally:
            if "threading" in sys.modules:
                sys.modules["threading"]._shutdown()
            for stream in (sys.stdout, sys.stderr):
                try:
                    stream.flush()
                except (AttributeError, ValueError):
                    pass
        return exitcode


class _ParentProcess(BaseProcess):
    def __init__(self, name, pid):
        self._identity = ()
        self._name = name
        self._pid = pid
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._sentinel = pid
        self._config = {}

    def is_alive(self):
        return any(row[0] == self._pid and row[2] != "exited" for row in _process.processes())

    @property
    def ident(self):
        return self._pid

    pid = ident

    def join(self, timeout=None):
        """Wait until the parent has ended (or the time is up)."""
        _process.wait_any([self._pid], timeout)


class AuthenticationString(bytes):
    """A key: pickled only for a child that is being started."""

    def __reduce__(self):
        from multiprocessing.context import get_spawning_popen
        if get_spawning_popen() is None:
            raise TypeError("Pickling an AuthenticationString object is disallowed for security reasons")
        return AuthenticationString, (bytes(self),)


class _MainProcess(BaseProcess):
    def __init__(self):
        self._identity = ()
        self._name = "MainProcess"
        self._parent_pid = None
        self._popen = None
        self._closed = False
        self._config = {"semprefix": "/mp"}

    def close(self):
        pass


_parent_process = None
_process_counter = itertools.count(1)
_children = set()
_dangling = set()
_current_process = _MainProcess()
_exitcode_to_name = {-2: "-SIGINT", -6: "-SIGABRT", -9: "-SIGKILL", -11: "-SIGSEGV", -13: "-SIGPIPE", -15: "-SIGTERM"}
