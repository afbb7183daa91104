"""Context variables and threads: a new thread begins with an empty context, a copy can be taken there."""
import contextvars
import threading
from concurrent.futures import ThreadPoolExecutor

user = contextvars.ContextVar("user", default="nobody")
user.set("main")
seen = {}


def look(name):
    seen[name] = user.get()
    user.set(name)


thread = threading.Thread(target=look, args=("plain",))
thread.start()
thread.join()
context = contextvars.copy_context()
thread = threading.Thread(target=context.run, args=(look, "copied"))
thread.start()
thread.join()
print(seen, user.get(), context[user])

with ThreadPoolExecutor(1) as pool:
    print(pool.submit(user.get).result())
    pool.submit(user.set, "worker").result()
    print(pool.submit(user.get).result(), user.get())
    print(pool.submit(contextvars.copy_context().run, user.get).result())

token = user.set("again")
try:
    contextvars.copy_context().run(user.reset, token)
except ValueError as e:
    print("ValueError", "was created in a different Context" in str(e))
user.reset(token)
print(user.get())
inside, gate = threading.Event(), threading.Event()


def busy():
    inside.set()
    gate.wait()


thread = threading.Thread(target=context.run, args=(busy,))
thread.start()
inside.wait()
try:
    context.run(print, "both")
except RuntimeError as e:
    print("RuntimeError", "is already entered" in str(e))
gate.set()
thread.join()
