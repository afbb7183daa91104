"""The attributes of Thread objects through their life."""
import threading

t = threading.Thread(target=lambda: None)
print(t.name.startswith("Thread-1 (<lambda>)"), t.ident, t.native_id, t.daemon, t.is_alive())
print(repr(t))
t.start()
t.join()
print(t.is_alive(), t.ident is not None, t.native_id is not None)
print(repr(t).replace(str(t.ident), "IDENT"))
named = threading.Thread(target=print, name="printer", daemon=True)
print(named.name, named.daemon, repr(named))
named.name = "renamed"
print(named.name, named)
named.name = 5
print(repr(named.name))
print(threading.Thread(name="").name.startswith("Thread-"))


class Mine(threading.Thread):
    pass


print(repr(Mine(name="sub")))


def target():
    me = threading.current_thread()
    print(me.name, me is t2, me.ident == threading.get_ident(), me.native_id == threading.get_native_id())
    print(repr(me).replace(str(me.ident), "IDENT"))
    me.name = "changed inside"


t2 = threading.Thread(target=target, name="second")
t2.start()
t2.join()
print(t2.name)
main = threading.main_thread()
print(main is threading.current_thread(), main.name, main.daemon, main.is_alive(), type(main).__name__)
