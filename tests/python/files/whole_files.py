# shutil, tempfile and glob work on whole files and folders.
import glob
import os
import shutil
import stat
import tempfile

with tempfile.TemporaryDirectory(prefix="gilbox_") as top:
    print(os.path.basename(top).startswith("gilbox_"), os.path.isdir(top))
    os.makedirs(os.path.join(top, "a/b"))
    for name in ("one.txt", "two.py", "a/three.py", "a/b/four.py", ".hidden"):
        with open(os.path.join(top, name), "w") as f:
            f.write(name)
    print(sorted(os.path.relpath(p, top) for p in glob.glob(top + "/*")), sorted(glob.glob("**/*.py", root_dir=top, recursive=True)))
    print(sorted(glob.glob("*/", root_dir=top)), glob.glob("no*thing", root_dir=top), sorted(glob.glob("a/*.py", root_dir=top)), glob.glob("one.txt", root_dir=top), glob.escape("a[1]*"))
    print(shutil.copy(top + "/one.txt", top + "/copy.txt") == top + "/copy.txt", open(top + "/copy.txt").read())
    shutil.copy(top + "/one.txt", top + "/a")
    shutil.copytree(top + "/a", top + "/tree", ignore=shutil.ignore_patterns("*.txt"))
    print(sorted(os.listdir(top + "/tree")), open(top + "/tree/b/four.py").read())
    shutil.move(top + "/copy.txt", top + "/moved.txt")
    shutil.move(top + "/moved.txt", top + "/tree")
    print(os.path.exists(top + "/moved.txt"), sorted(os.listdir(top + "/tree")))
    try:
        shutil.copyfile(top + "/one.txt", top + "/one.txt")
    except shutil.SameFileError as e:
        print(type(e).__name__)
    try:
        shutil.copytree(top + "/a", top + "/tree")
    except FileExistsError as e:
        print(type(e).__name__)
    try:
        shutil.rmtree(top + "/nothing")
    except FileNotFoundError as e:
        print(type(e).__name__, e.errno)
    shutil.rmtree(top + "/nothing", ignore_errors=True)
    shutil.rmtree(top + "/tree")
    print(sorted(os.listdir(top)))
    print(stat.S_ISDIR(os.stat(top).st_mode), stat.S_ISREG(os.stat(top + "/one.txt").st_mode), stat.filemode(0o100644), stat.filemode(0o040755), stat.S_IMODE(0o100600))
print(os.path.exists(top))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hello\nworld\n")
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name), f.closed)
with tempfile.TemporaryFile() as f:
    f.write(b"bytes")
    f.seek(0)
    print(f.read())
d = tempfile.mkdtemp()
print(os.path.isdir(d), tempfile.gettempprefix())
os.rmdir(d)
