# Shell patterns.
import fnmatch

names = ["a.py", "b.PY", "ab.txt", "a[1].py", "x", ".hidden", "dir/file.py", ""]
for pat in ("*.py", "?.py", "*", "[ab]*", "[!a]*", "a[[]1].py", "*.[tp]*", "[", "a*.*y", "**", "?", "[a-b]?.txt", "[]]", "*/*"):
    print(pat, fnmatch.filter(names, pat), [fnmatch.fnmatchcase(n, pat) for n in names[:3]])
import re
print(re.match(fnmatch.translate("a*[0-9]?"), "abc5x") is not None, re.match(fnmatch.translate("*.txt"), "a.txtx"), fnmatch.fnmatch("foo.TXT", "*.txt"), fnmatch.fnmatch(b"ab", b"a?"))
