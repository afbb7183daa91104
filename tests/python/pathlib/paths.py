# Paths as objects, pure and on files.
import os
import tempfile
from pathlib import Path, PurePath, PurePosixPath

p = PurePosixPath("/usr/lib/python3.13/site.tar.gz")
print(p, repr(p), p.name, p.stem, p.suffix, p.suffixes, p.parent, p.parts, p.root, p.anchor, list(p.parents)[:2], p.is_absolute())
print(PurePath("a") / "b" / "../c", PurePath("a", "/b", "c"), PurePath("."), PurePath(), PurePath("a//b/./c/"), "x" / PurePath("y"), repr(Path("z")))
print(p.with_name("x.py"), p.with_suffix(".zip"), p.with_stem("s"), PurePath("a/b.txt").with_suffix(""), p.joinpath("x", "y"), p.relative_to("/usr"), p.is_relative_to("/usr/lib"))
print(PurePath("/a/b").relative_to("/a/c", walk_up=True), PurePath("a") < PurePath("b"), PurePath("a/b") == PurePath("a//b"), hash(PurePath("a")) == hash(PurePath("a/")), sorted([PurePath("b"), PurePath("a/z")]))
print(PurePath("a/b.py").match("*.py"), PurePath("/a/b/c.py").match("b/*.py"), PurePath("a/b/c.py").full_match("a/**/*.py"), PurePath(".bashrc").suffix, PurePath(".bashrc").stem, PurePath("a.").suffix, os.fspath(PurePath("q")), PurePath("/a b").as_uri())
for bad in (lambda: PurePath("/").with_name("x"), lambda: p.with_suffix("zip"), lambda: p.relative_to("/etc"), lambda: PurePath(5), lambda: p.with_name("a/b"), lambda: PurePath("a") / 5, lambda: p.name.foo):
    try:
        print(bad())
    except (ValueError, TypeError, AttributeError) as e:
        print(f"{type(e).__name__}: {e}")
with tempfile.TemporaryDirectory() as top:
    root = Path(top)
    (root / "a" / "b").mkdir(parents=True)
    f = root / "a" / "one.txt"
    print(f.write_text("hello\nworld"), f.read_text(), f.exists(), f.is_file(), f.is_dir(), root.is_dir(), f.stat().st_size)
    print((root / "data.bin").write_bytes(b"\x00\x01"), (root / "data.bin").read_bytes())
    (root / "a" / "b" / "two.py").touch()
    print(sorted(x.name for x in root.iterdir()), sorted(str(x.relative_to(root)) for x in root.rglob("*")), sorted(x.name for x in root.glob("*/*.txt")), sorted(x.name for x in root.glob("**/*.py")))
    with f.open() as handle:
        print([line.rstrip() for line in handle])
    g = f.rename(root / "renamed.txt")
    print(g.name, f.exists(), g.exists(), [(str(d.relative_to(root)), sorted(ds), sorted(fs)) for d, ds, fs in root.walk()][0])
    for bad in (lambda: (root / "a").mkdir(), lambda: (root / "x/y").mkdir(), lambda: f.read_text(), lambda: f.unlink(), lambda: (root / "a").rmdir()):
        try:
            bad()
        except OSError as e:
            print(type(e).__name__, e.errno, os.path.basename(str(e.filename)))
    (root / "a").mkdir(exist_ok=True)
    f.unlink(missing_ok=True)
    g.unlink()
    print(g.exists(), Path.cwd() == Path(os.getcwd()), Path("rel").absolute() == Path.cwd() / "rel", type(root).__name__)
