"""Managers: objects that live in a server process; other processes use them through proxies."""

import queue
import threading
from multiprocessing import connection, context, pool, process
from multiprocessing._manager_server import Server, public_methods, run_server
from multiprocessing.util import Finalize

__all__ = ["BaseManager", "SyncManager", "BaseProxy", "Token", "SharedMemoryManager"]


class Token:
    """Names an object: its type's id, the server's address and the object's ident there."""

    __slots__ = ("typeid", "address", "id")

    def __init__(self, typeid, address, id):
        (self.typeid, self.address, self.id) = (typeid, address, id)

    def __getstate__(self):
        return (self.typeid, self.address, self.id)

    def __setstate__(self, state):
        (self.typeid, self.address, self.id) = state

    def __repr__(self):
        return "%s(typeid=%r, address=%r, id=%r)" % (self.__class__.__name__, self.typeid, self.address, self.id)


class RemoteError(Exception):
    def __str__(self):
        return "\n" + "-" * 75 + "\n" + str(self.args[0]) + "-" * 75


# ---- talking to a server: each thread has a connection of its own to each ---------------------------------------

class _Connections(threading.local):
    def __init__(self):
        self.by_address = {}


_connections = _Connections()


def _ask(address, authkey, function, ident=None, args=(), kwds={}):
    conn = _connections.by_address.get(address)
    if conn is None:
        conn = _connections.by_address[address] = connection.Client(address, authkey=authkey)
    try:
        conn.send((function, ident, args, kwds))
        kind, value = conn.recv()
    except (BrokenPipeError, EOFError):
        del _connections.by_address[address]
        raise
    if kind == "error":
        raise value
    if kind == "traceback":
        raise RemoteError(value)
    return kind, value


class _State:
    __slots__ = ["value"]
    INITIAL, STARTED, SHUTDOWN = 0, 1, 2


class BaseManager:
    """A server process and the types it can make: register() adds one."""

    _registry = {}
    _Server = Server

    def __init__(self, address=None, authkey=None, serializer="pickle", ctx=None, *, shutdown_timeout=1.0):
        if authkey is None:
            authkey = process.current_process().authkey
        self._address = address
        self._authkey = process.AuthenticationString(authkey)
        self._state = _State()
        self._state.value = _State.INITIAL
        self._serializer = serializer
        self._ctx = ctx or context._default_context.get_context()
        self._shutdown_timeout = shutdown_timeout

    def _check_initial(self):
        if self._state.value != _State.INITIAL:
            if self._state.value == _State.STARTED:
                raise context.ProcessError("Already started server")
            if self._state.value == _State.SHUTDOWN:
                raise context.ProcessError("Manager has shut down")
            raise context.ProcessError("Unknown state {!r}".format(self._state.value))

    def get_server(self):
        """A server for this process: serve_forever() runs it."""
        self._check_initial()
        return Server(self._registry, self._address, self._authkey, self._serializer)

    def connect(self):
        """To a server that another process runs."""
        connection.Client(self._address, authkey=self._authkey).close()
        self._state.value = _State.STARTED

    def start(self, initializer=None, initargs=()):
        """Start the server process."""
        self._check_initial()
        if initializer is not None and not callable(initializer):
            raise TypeError("initializer must be a callable")
        reader, writer = connection.Pipe(duplex=False)
        # The class brings the types that its module registers; what was added since travels.
        known = SyncManager._registry if isinstance(self, SyncManager) else {}
        added = {typeid: row for typeid, row in self._registry.items() if known.get(typeid) is not row}
        self._process = self._ctx.Process(
            target=type(self)._run_server,
            args=(added, self._address, self._authkey, self._serializer, writer, initializer, initargs))
        ident = ":".join(str(i) for i in self._process._identity)
        self._process.name = type(self).__name__ + "-" + ident
        self._process.start()
        writer.close()
        self._address = reader.recv()
        reader.close()
        self._state.value = _State.STARTED
        self.shutdown = Finalize(
            self, type(self)._finalize_manager,
            args=(self._process, self._address, self._authkey, self._state, self._shutdown_timeout), exitpriority=0)

    @classmethod
    def _run_server(cls, *args):
        run_server(cls, *args)

    @staticmethod
    def _finalize_manager(process, address, authkey, state, shutdown_timeout):
        if process.is_alive():
            try:
                _ask(address, authkey, "shutdown")
            except Exception:
                pass
            process.join(timeout=shutdown_timeout)
            if process.is_alive():
                process.terminate()
                process.join(timeout=shutdown_timeout)
                if process.is_alive():
                    process.kill()
                    process.join()
        state.value = _State.SHUTDOWN

    def _create(self, typeid, /, *args, **kwds):
        assert self._state.value == _State.STARTED, "server not yet started"
        _, (ident, exposed) = _ask(self._address, self._authkey, "create", None, (typeid,) + args, kwds)
        return Token(typeid, self._address, ident), exposed

    def join(self, timeout=None):
        """Wait for the server process to end."""
        if self._process is not None:
            self._process.join(timeout)
            if not self._process.is_alive():
                self._process = None

    def _debug_info(self):
        return _ask(self._address, self._authkey, "debug_info")[1]

    def _number_of_objects(self):
        return _ask(self._address, self._authkey, "number_of_objects")[1]

    @property
    def address(self):
        return self._address

    def __enter__(self):
        if self._state.value == _State.INITIAL:
            self.start()
        assert self._state.value == _State.STARTED
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        """A new type of shared objects; the manager's class gets a method of that name."""
        if "_registry" not in cls.__dict__:
            cls._registry = cls._registry.copy()
        if proxytype is None:
            proxytype = AutoProxy
        exposed = exposed or getattr(proxytype, "_exposed_", None)
        method_to_typeid = method_to_typeid or getattr(proxytype, "_method_to_typeid_", None)
        cls._registry[typeid] = (callable, exposed, method_to_typeid, proxytype)
        if create_method:
            def temp(self, /, *args, **kwds):
                token, exp = self._create(typeid, *args, **kwds)
                proxy = proxytype(token, self._serializer, manager=self, authkey=self._authkey, exposed=exp)
                _ask(token.address, self._authkey, "decref", None, (token.id,))
                return proxy
            temp.__name__ = typeid
            setattr(cls, typeid, temp)


class BaseProxy:
    """Stands for an object of a server: methods are called there, results come back."""

    def __init__(self, token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
        self._token = token
        self._id = token.id
        self._manager = manager
        self._serializer = serializer
        self._owned_by_manager = manager_owned
        if authkey is not None:
            self._authkey = process.AuthenticationString(authkey)
        elif self._manager is not None:
            self._authkey = self._manager._authkey
        else:
            self._authkey = process.current_process().authkey
        if incref:
            self._incref()

    def _callmethod(self, methodname, args=(), kwds={}):
        """Call a method of the object."""
        token = self._token
        kind, value = _ask(token.address, self._authkey, methodname, self._id, args, kwds)
        if kind == "return":
            return value
        typeid, ident, exposed = value
        registry = self._manager._registry if self._manager else SyncManager._registry
        proxy = registry[typeid][3](Token(typeid, token.address, ident), self._serializer, manager=self._manager,
                                    authkey=self._authkey, exposed=exposed)
        _ask(token.address, self._authkey, "decref", None, (ident,))
        return proxy

    def _getvalue(self):
        """A copy of the object."""
        return self._callmethod("#GETVALUE")

    def _incref(self):
        # A proxy inside the server itself (an item of another shared object) needs no connection.
        server = getattr(process.current_process(), "_manager_server", None)
        if server is not None and server.address == self._token.address:
            server.incref(self._id)
            give_back, args = server.decref, (self._id,)
        else:
            _ask(self._token.address, self._authkey, "incref", None, (self._id,))
            state = self._manager and self._manager._state
            give_back, args = _give_back, (self._token.address, self._authkey, self._id, state)
        self._close = Finalize(self, give_back, args=args, exitpriority=10)

    def __reduce__(self):
        kwds = {}
        if context.get_spawning_popen() is not None:
            kwds["authkey"] = self._authkey
        if getattr(self, "_isauto", False):
            kwds["exposed"] = self._exposed_
            return RebuildProxy, (AutoProxy, self._token, self._serializer, kwds)
        return RebuildProxy, (type(self), self._token, self._serializer, kwds)

    def __deepcopy__(self, memo):
        return self._getvalue()

    def __repr__(self):
        return "<%s object, typeid %r at %#x>" % (type(self).__name__, self._token.typeid, id(self))

    def __str__(self):
        try:
            return self._callmethod("__repr__")
        except Exception:
            return repr(self)[:-1] + "; '__str__()' failed>"


def _give_back(address, authkey, ident, state):
    if state is None or state.value == _State.STARTED:
        try:
            _ask(address, authkey, "decref", None, (ident,))
        except Exception:
            pass  # the server is gone, and the object with it


def RebuildProxy(func, token, serializer, kwds):
    """A proxy that was pickled."""
    return func(token, serializer, **kwds)


def MakeProxyType(name, exposed, _cache={}):
    """A class of proxies with these methods."""
    exposed = tuple(exposed)
    made = _cache.get((name, exposed))
    if made is None:
        made = type(name, (BaseProxy,), {method: _forward(method) for method in exposed})
        made._exposed_ = exposed
        _cache[name, exposed] = made
    return made


def _forward(method):
    def forward(self, /, *args, **kwds):
        return self._callmethod(method, args, kwds)
    forward.__name__ = method
    return forward


def AutoProxy(token, serializer, manager=None, authkey=None, exposed=None, incref=True, manager_owned=False):
    """A proxy with the public methods of the object."""
    if authkey is None:
        authkey = manager._authkey if manager is not None else process.current_process().authkey
    if exposed is None:
        exposed = _ask(token.address, authkey, "get_methods", None, (token.id,))[1]
    kind = MakeProxyType("AutoProxy[%s]" % token.typeid, exposed)
    proxy = kind(token, serializer, manager=manager, authkey=authkey, incref=incref, manager_owned=manager_owned)
    proxy._isauto = True
    return proxy


# ---- what a SyncManager has ---------------------------------------------------------------------------------------

from multiprocessing._proxies import (  # they need BaseProxy
    AcquirerProxy, Array, ArrayProxy, BarrierProxy, ConditionProxy, DictProxy, EventProxy, IteratorProxy, ListProxy,
    Namespace, NamespaceProxy, PoolProxy, Value, ValueProxy)


class SyncManager(BaseManager):
    """A manager of dicts, lists, locks, queues and the like."""


SyncManager.register("Queue", queue.Queue)
SyncManager.register("JoinableQueue", queue.Queue)
SyncManager.register("Event", threading.Event, EventProxy)
SyncManager.register("Lock", threading.Lock, AcquirerProxy)
SyncManager.register("RLock", threading.RLock, AcquirerProxy)
SyncManager.register("Semaphore", threading.Semaphore, AcquirerProxy)
SyncManager.register("BoundedSemaphore", threading.BoundedSemaphore, AcquirerProxy)
SyncManager.register("Condition", threading.Condition, ConditionProxy)
SyncManager.register("Barrier", threading.Barrier, BarrierProxy)
SyncManager.register("Pool", pool.Pool, PoolProxy)
SyncManager.register("list", list, ListProxy)
SyncManager.register("dict", dict, DictProxy)
SyncManager.register("Value", Value, ValueProxy)
SyncManager.register("Array", Array, ArrayProxy)
SyncManager.register("Namespace", Namespace, NamespaceProxy)
SyncManager.register("Iterator", proxytype=IteratorProxy, create_method=False)
SyncManager.register("AsyncResult", create_method=False)


class SharedMemoryManager(BaseManager):
    """Makes blocks of shared memory and unlinks them when it shuts down."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._segments = []

    def start(self, initializer=None, initargs=()):
        super().start(initializer, initargs)
        stop, segments = self.shutdown, self._segments

        def shutdown():
            for block in segments:
                block.close()
                try:
                    block.unlink()
                except FileNotFoundError:
                    pass
            segments.clear()
            stop()

        self.shutdown = shutdown

    def SharedMemory(self, size):
        """A new block."""
        from multiprocessing.shared_memory import SharedMemory
        block = SharedMemory(None, create=True, size=size)
        self._segments.append(block)
        return block

    def ShareableList(self, sequence):
        """A new list in a block of its own."""
        from multiprocessing.shared_memory import ShareableList
        items = ShareableList(sequence)
        self._segments.append(items.shm)
        return items
