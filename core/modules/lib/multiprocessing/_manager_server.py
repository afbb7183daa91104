"""The server of a manager: objects that live in its process, and the calls that proxies make on them.

A proxy's thread has a connection of its own, and a thread of the server serves it: who waits in a call (a lock, a
queue) makes nobody else wait, and locks know who holds them. A request is (function, ident, args, kwds); an answer is
(kind, value): "return", "proxy", "error" (an exception of the object's method), "traceback" (of the server).
"""

import sys
import threading
from multiprocessing import connection, process
from multiprocessing.util import exception_text

_VIEWS = (type({}.keys()), type({}.values()), type({}.items()))


class Server:
    public = ["shutdown", "create", "accept_connection", "get_methods", "debug_info", "number_of_objects", "dummy",
              "incref", "decref"]

    def __init__(self, registry, address, authkey, serializer):
        if not isinstance(authkey, bytes):
            raise TypeError("Authkey {0!r} is type {1!s}, not bytes".format(authkey, type(authkey)))
        self.registry = registry
        self.authkey = process.AuthenticationString(authkey)
        self.listener = connection.Listener(address=address, backlog=128)
        self.address = self.listener.address
        self.objects = {}       # ident: (object, names that may be called, method to typeid)
        self.references = {}    # ident: how many proxies there are
        self.mutex = threading.Lock()
        self.stop = threading.Event()

    def serve_forever(self):
        """Serves until a client asks it to shut down; then the process ends."""
        process.current_process()._manager_server = self
        threading.Thread(target=self._accept, daemon=True).start()
        try:
            self.stop.wait()
        except (KeyboardInterrupt, SystemExit):
            pass
        finally:
            sys.exit(0)

    def _accept(self):
        while True:
            try:
                conn = self.listener.accept()
            except OSError:
                continue
            threading.Thread(target=self._serve, args=(conn,), daemon=True).start()

    def _serve(self, conn):
        try:
            connection.deliver_challenge(conn, self.authkey)
            connection.answer_challenge(conn, self.authkey)
        except Exception:
            conn.close()
            return
        while True:
            try:
                function, ident, args, kwds = conn.recv()
            except (EOFError, OSError):
                conn.close()
                return
            except Exception as e:
                conn.send(("traceback", exception_text(e)))
                continue
            try:
                answer = self._answer(function, ident, args, kwds)
            except Exception as e:
                answer = "traceback", exception_text(e)
            try:
                conn.send(answer)
            except (EOFError, OSError):
                conn.close()
                return
            except Exception as e:
                conn.send(("traceback", "%s\n%s" % (repr(answer[1]), exception_text(e))))
            if self.stop.is_set():
                return

    def _answer(self, function, ident, args, kwds):
        if ident is None:
            if function not in self.public:
                raise AttributeError("%r unrecognized" % function)
            return "return", getattr(self, function)(*args, **kwds)
        try:
            obj, exposed, method_to_typeid = self.objects[ident]
        except KeyError:
            raise KeyError(ident) from None
        if function not in exposed:
            special = _fallbacks.get(function)
            if special is None:
                raise AttributeError("method %r of %r object is not in exposed=%r" % (function, type(obj), exposed))
            return "return", special(obj)
        try:
            result = getattr(obj, function)(*args, **kwds)
        except Exception as e:
            return "error", e
        typeid = method_to_typeid.get(function)
        if typeid:
            made, names = self.create(typeid, result)
            return "proxy", (typeid, made, names)
        return "return", list(result) if isinstance(result, _VIEWS) else result

    # ---- what clients may ask of the server itself ------------------------------------------------------------

    def create(self, typeid, /, *args, **kwds):
        """A new object; its ident and the names that may be called. One reference is the caller's."""
        make, exposed, method_to_typeid, _ = self.registry[typeid]
        if make is None:
            if kwds or len(args) != 1:
                raise ValueError("Without callable, must have one non-keyword argument")
            obj = args[0]
        else:
            obj = make(*args, **kwds)
        if exposed is None:
            exposed = public_methods(obj)
        if method_to_typeid is not None:
            exposed = list(exposed) + list(method_to_typeid)
        ident = "%x" % id(obj)
        with self.mutex:
            self.objects.setdefault(ident, (obj, set(exposed), method_to_typeid or {}))
            self.references[ident] = self.references.get(ident, 0) + 1
        return ident, tuple(exposed)

    def incref(self, ident):
        with self.mutex:
            if ident not in self.objects:
                raise KeyError(ident)
            self.references[ident] += 1

    def decref(self, ident):
        last = None
        with self.mutex:
            self.references[ident] -= 1
            if self.references[ident] == 0:
                del self.references[ident]
                last = self.objects.pop(ident)
        del last  # outside of the lock: it may hold proxies of this very server

    def get_methods(self, ident):
        return tuple(self.objects[ident][1])

    def number_of_objects(self):
        return len(self.objects)

    def debug_info(self):
        with self.mutex:
            return "\n".join("  %s:       refcount=%s\n    %s" % (ident, self.references[ident], str(row[0])[:75])
                             for ident, row in sorted(self.objects.items()))

    def dummy(self):
        pass

    def shutdown(self):
        self.stop.set()


_fallbacks = {"__str__": str, "__repr__": repr, "#GETVALUE": lambda obj: obj}


def public_methods(obj):
    """Names of its methods that do not begin with an underscore."""
    return [name for name in dir(obj) if name[0] != "_" and callable(getattr(obj, name))]


def run_server(cls, registry, address, authkey, serializer, writer, initializer, initargs):
    """The main function of a manager's process."""
    if initializer is not None:
        initializer(*initargs)
    server = Server({**cls._registry, **registry}, address, authkey, serializer)
    writer.send(server.address)
    writer.close()
    server.serve_forever()
