# A compiler from Python's own ast-like tuples to a stack machine, with jumps, calls and a disassembly.
from collections import namedtuple, ChainMap
Op = namedtuple("Op", "name arg", defaults=[None])
class Compiler:
    def __init__(self): self.code, self.labels = [], 0
    def emit(self, name, arg=None): self.code.append(Op(name, arg)); return len(self.code) - 1
    def patch(self, at): self.code[at] = self.code[at]._replace(arg=len(self.code))
    def visit(self, node):
        kind, *rest = node if isinstance(node, tuple) else ("const", node)
        getattr(self, "on_" + kind, self.unknown)(*rest)
        return self
    def unknown(self, *args): raise NotImplementedError(f"no rule for {len(args)} arguments")
    def on_const(self, v): self.emit("PUSH", v)
    def on_var(self, n): self.emit("LOAD", n)
    def on_set(self, n, v): self.visit(v); self.emit("STORE", n)
    def on_bin(self, op, a, b): self.visit(a); self.visit(b); self.emit("BIN", op)
    def on_do(self, *body):
        for b in body: self.visit(b)
    def on_while(self, test, body):
        top = len(self.code); self.visit(test); out = self.emit("JUMP_IF_NOT"); self.visit(body); self.emit("JUMP", top); self.patch(out)
    def on_if(self, test, yes, no=("do",)):
        self.visit(test); other = self.emit("JUMP_IF_NOT"); self.visit(yes); end = self.emit("JUMP"); self.patch(other); self.visit(no); self.patch(end)
    def on_print(self, *args):
        for a in args: self.visit(a)
        self.emit("PRINT", len(args))
    def on_def(self, name, params, *body):
        inner = Compiler(); inner.on_do(*body); inner.emit("PUSH", None); inner.emit("RETURN")
        self.emit("MAKE", (params, inner.code)); self.emit("STORE", name)
    def on_return(self, v): self.visit(v); self.emit("RETURN")
    def on_call(self, f, *args):
        self.visit(f)
        for a in args: self.visit(a)
        self.emit("CALL", len(args))
BIN = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "<": lambda a, b: a < b, "%": lambda a, b: a % b, "==": lambda a, b: a == b}
def run(code, env, depth=0):
    stack, pc, steps = [], 0, 0
    while pc < len(code):
        name, arg = code[pc]; pc += 1; steps += 1
        match name:
            case "PUSH": stack.append(arg)
            case "LOAD": stack.append(env[arg])
            case "STORE": env[arg] = stack.pop()
            case "BIN": b, a = stack.pop(), stack.pop(); stack.append(BIN[arg](a, b))
            case "JUMP": pc = arg
            case "JUMP_IF_NOT": pc = pc if stack.pop() else arg
            case "PRINT": items = stack[len(stack) - arg:]; del stack[len(stack) - arg:]; print("  " * depth, *items)
            case "MAKE": stack.append((*arg, env))
            case "CALL":
                args = [stack.pop() for _ in range(arg)][::-1]
                params, body, closure = stack.pop()
                stack.append(run(body, ChainMap(dict(zip(params, args, strict=True)), *closure.maps), depth + 1))
            case "RETURN": return stack.pop()
    return steps
program = ("do", ("def", "fact", ["n"], ("if", ("bin", "<", ("var", "n"), 2), ("return", 1)), ("return", ("bin", "*", ("var", "n"), ("call", ("var", "fact"), ("bin", "-", ("var", "n"), 1))))),
           ("set", "i", 0), ("while", ("bin", "<", ("var", "i"), 6), ("do", ("if", ("bin", "==", ("bin", "%", ("var", "i"), 2), 0), ("print", ("var", "i"), "even"), ("print", ("var", "i"), ("call", ("var", "fact"), ("var", "i")))), ("set", "i", ("bin", "+", ("var", "i"), 1)))))
code = Compiler().visit(program).code
for at, op in enumerate(code[3:12], 3): print(f"{at:>3} {op.name:<12} {'' if op.arg is None else op.arg!r}")
env = ChainMap({})
print(run(code, env), sorted(env))
for bad in [("foo", 1, 2), ("call", ("var", "fact"), 1, 2), ("var", "nope")]:
    try: run(Compiler().visit(bad).code, env)
    except Exception as e: print(type(e).__name__, e)
print(Op("X"), Op._fields, Op._field_defaults, env.new_child({"q": 1})["q"])
