# contextvars: defaults, tokens, contexts run apart, copies, mapping protocol, errors.
import contextvars
from contextvars import ContextVar, Context, copy_context, Token
v = ContextVar("v", default="default"); w = ContextVar("w")
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, str(e)[:60].split(" at 0x")[0])
print(v.get(), v.name, w.get("fallback")); attempt(lambda: w.get())
token = v.set("one"); print(v.get(), token.var is v, token.old_value is Token.MISSING); inner = v.set("two"); print(inner.old_value); v.reset(inner); print(v.get()); v.reset(token); print(v.get()); attempt(lambda: v.reset(token))
ctx = copy_context()
def change(): v.set("inside"); w.set("w inside"); return v.get()
print(ctx.run(change), v.get(), ctx[v], ctx.get(w), v in ctx, len(ctx), sorted(x.name for x in ctx), ctx.get(ContextVar("q"), "none")); attempt(lambda: ctx[ContextVar("q")]); attempt(lambda: Context()[5]); attempt(lambda: ContextVar(5)); attempt(lambda: w.reset(5))
def nested(): return ctx.run(change)
attempt(lambda: ctx.run(nested)); other = ctx.copy(); print(other is ctx, other[v], list(ctx.items()) == list(other.items()), sorted(ctx.values()), sorted(k.name for k in ctx.keys()))
empty = Context(); print(len(empty), empty.run(lambda: v.get()), empty.run(lambda *a, **k: (a, k), 1, x=2)); t2 = v.set("x"); attempt(lambda: empty.run(lambda: v.reset(t2))); x = ContextVar("x"); attempt(lambda: x.reset(t2))
import threading; out = []; v.set("main thread"); t = threading.Thread(target=lambda: out.append(v.get())); t.start(); t.join(); print(out); t = threading.Thread(target=copy_context().run, args=(lambda: out.append(v.get()),)); t.start(); t.join(); print(out)
print(type(ContextVar[int]), repr(v)[:31], isinstance(t2, Token), hash(v) == hash(v))
