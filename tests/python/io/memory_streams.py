# StringIO and BytesIO: reading, writing, seeking, newlines, errors.
import io
def attempt(call):
    try: print(repr(call()))
    except Exception as e: print(type(e).__name__, e)
s = io.StringIO("line 1\nline 2\nlast"); print(repr(s.readline()), s.tell(), s.read(3), s.readlines(), repr(s.read()), s.seek(0), list(s), s.seek(0), s.readline(3), s.getvalue()[:6])
s = io.StringIO(); print(s.write("abc"), s.write("déf"), s.tell(), s.seek(1), s.write("X"), s.getvalue(), s.truncate(2), s.getvalue(), s.seek(0, 2), s.writelines(["a", "b"]), s.getvalue()); s.seek(10); s.write("z"); print(repr(s.getvalue()))
attempt(lambda: s.write(b"x")); attempt(lambda: s.seek(-1)); attempt(lambda: s.seek(1, 1)); attempt(lambda: io.StringIO(5)); attempt(lambda: s.read("a")); attempt(lambda: s.fileno()); attempt(lambda: s.truncate(-1))
s.close(); attempt(lambda: s.read()); attempt(lambda: s.getvalue()); print(s.closed)
with io.StringIO("x") as f: print(f.readable(), f.writable(), f.seekable(), f.isatty())
print(f.closed, io.StringIO("a\r\nb\rc", newline=None).read(), repr(io.StringIO("a\r\nb\rc", newline="").read()), repr(io.StringIO("a\nb", newline="\r\n").getvalue()), repr(io.StringIO("a\r\nb").read()))
b = io.BytesIO(b"hello\nworld"); print(b.read(2), b.readline(), b.tell(), b.seek(-3, 2), b.read(), b.seek(0), b.readlines(), b.getvalue(), b.getbuffer()[:5].tobytes(), b.read1(2) if b.seek(0) == 0 else 0); arr = bytearray(4); print(b.seek(0), b.readinto(arr), arr, b.write(b"XY"), b.getvalue(), b.truncate(3), b.getvalue())
attempt(lambda: b.write("text")); attempt(lambda: b.seek(-1)); attempt(lambda: io.BytesIO("x")); attempt(lambda: b.readinto(b"ro")); attempt(lambda: io.BytesIO().read(None)); b.close(); attempt(lambda: b.read())
print("b" in io.StringIO("a\nb\n").read(), next(io.StringIO("q\nr")), sum(len(l) for l in io.BytesIO(b"1\n22\n")), print("to it", end="", file=(o := io.StringIO())), o.getvalue(), isinstance(o, io.TextIOBase), isinstance(io.BytesIO(), io.BufferedIOBase), isinstance(o, io.IOBase))
