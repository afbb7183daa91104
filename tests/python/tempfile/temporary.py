"""tempfile, shutil and glob: files that come and go."""
import glob
import os
import shutil
import tempfile
from pathlib import Path

with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    print(folder.is_dir(), sorted(os.listdir(name)))
    (folder / "a" / "b").mkdir(parents=True)
    for path, text in (("a/one.txt", "1"), ("a/b/two.txt", "22"), ("three.md", "333")):
        (folder / path).write_text(text)
    print(sorted(str(p.relative_to(folder)) for p in folder.rglob("*.txt")))
    print(sorted(os.path.relpath(p, name) for p in glob.glob(name + "/**/*", recursive=True)))
    shutil.copy(folder / "three.md", folder / "four.md")
    shutil.copytree(folder / "a", folder / "copy")
    shutil.move(str(folder / "four.md"), str(folder / "copy" / "moved.md"))
    print(sorted((root[len(name):], sorted(dirs), sorted(files)) for root, dirs, files in os.walk(name)))
    shutil.rmtree(folder / "a")
    print(sorted(p.name for p in folder.iterdir()), (folder / "copy" / "moved.md").read_text())
    try:
        (folder / "copy").rmdir()
    except OSError as e:
        print(type(e).__name__, e.strerror)
    try:
        (folder / "none").read_text()
    except FileNotFoundError as e:
        print(e.errno, e.strerror, Path(e.filename).name)
print(folder.exists())
with tempfile.NamedTemporaryFile("w+", suffix=".log") as f:
    f.write("hello")
    f.flush()
    f.seek(0)
    print(f.read(), f.name.endswith(".log"), os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    print(f.write(b"abc"), f.seek(1), f.read())
handle, path = tempfile.mkstemp(prefix="pre")
os.close(handle)
print(Path(path).name.startswith("pre"), os.path.getsize(path))
os.remove(path)
made = tempfile.mkdtemp()
print(os.path.isdir(made), tempfile.gettempdir() == os.path.dirname(made))
os.rmdir(made)
