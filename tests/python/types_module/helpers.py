# types: SimpleNamespace, MappingProxyType, MethodType, new_class, coroutine types, DynamicClassAttribute-free basics.
import types
def attempt(call):
    try: print(call())
    except Exception as e: print(type(e).__name__, e)
n = types.SimpleNamespace(a=1, b=[2]); n.c = 3; print(n, n.a, vars(n), n == types.SimpleNamespace(a=1, b=[2], c=3), n != 5); del n.a; attempt(lambda: n.a); print(types.SimpleNamespace({"x": 1}, y=2)); attempt(lambda: types.SimpleNamespace(1)); n.me = n; print(n)
d = {"a": 1}; m = types.MappingProxyType(d); print(m, m["a"], len(m), "a" in m, list(m.items()), m.get("z"), m | {"b": 2}, m == {"a": 1}); d["n"] = 5; print(m["n"], m.copy()); attempt(lambda: m.__setitem__); attempt(lambda: exec("m['x'] = 1", {"m": m})); attempt(lambda: types.MappingProxyType(5)); attempt(lambda: m["zz"]); print(type(int.__dict__), hash(types.MappingProxyType) != 0)
class C:
    def m(self): return "m"
c = C(); c.extra = types.MethodType(lambda self, x: (type(self).__name__, x), c); print(c.extra(5), isinstance(c.m, types.MethodType), isinstance(C.m, types.FunctionType), isinstance(len, types.BuiltinFunctionType), isinstance([].append, types.BuiltinMethodType), isinstance(int.__add__, types.WrapperDescriptorType), isinstance("".join, types.BuiltinMethodType), isinstance(str.join, types.MethodDescriptorType), isinstance(types, types.ModuleType), isinstance((x for x in ""), types.GeneratorType), isinstance(C.m.__code__, types.CodeType), types.NoneType, types.EllipsisType, types.NotImplementedType, isinstance(int | str, types.UnionType), isinstance(list[int], types.GenericAlias))
async def coro(): pass
k = coro(); print(isinstance(k, types.CoroutineType)); k.close()
K = types.new_class("K", (C,), {}, lambda ns: ns.update(x=5)); print(K.x, K().m(), K.__name__, types.resolve_bases((C,)), types.prepare_class("P", (C,))[0])
@types.coroutine
def gen_coro(): x = yield "from generator"; return x
async def uses(): return await gen_coro()
u = uses(); print(u.send(None))
try: u.send("back")
except StopIteration as e: print(e.value)
attempt(lambda: types.MethodType(5, c)); attempt(lambda: types.MethodType(len)); attempt(lambda: types.FunctionType(5, {})); print(types.CellType(5).cell_contents, types.GenericAlias(list, (int,)), types.ModuleType("mod", "doc").__doc__, types.TracebackType.__name__, types.FrameType.__name__)
try: raise ValueError
except ValueError as e: print(isinstance(e.__traceback__, types.TracebackType), isinstance(e.__traceback__.tb_frame, types.FrameType))
