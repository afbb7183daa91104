# csv reads and writes rows.
import csv
import io

text = 'name,age,note\r\n"Smith, J",30,"said ""hi"""\r\nplain,,"two\nlines"\r\n\r\nlast,1'
print(list(csv.reader(io.StringIO(text, newline=""))))
for row in csv.DictReader(io.StringIO("a,b\n1,2\n3\n4,5,6\n"), restval="?", restkey="more"):
    print(row)
print(list(csv.reader(["x;y", "'a;b';c"], delimiter=";", quotechar="'")), list(csv.reader(["a\tb"], "excel-tab")), list(csv.reader(["1, 2,  3"], skipinitialspace=True)))
print(list(csv.reader(["1,'2',3.5"], quoting=csv.QUOTE_NONNUMERIC, quotechar="'")), list(csv.reader(["a\\,b,c"], escapechar="\\", quoting=csv.QUOTE_NONE)), list(csv.reader(['a"b,c"d'])), list(csv.reader(['"a"b,c'])))
out = io.StringIO()
w = csv.writer(out)
w.writerow(["a", 1, 2.5, None, "with,comma", 'with "quotes"', "two\nlines", "", True])
w.writerows([[1, 2], (3, 4), range(3)])
print(repr(out.getvalue()))
for kw in ({"quoting": csv.QUOTE_ALL}, {"quoting": csv.QUOTE_NONNUMERIC}, {"delimiter": "|", "lineterminator": "\n"}, {"quoting": csv.QUOTE_NONE, "escapechar": "\\"}, {"dialect": "unix"}, {"doublequote": False, "escapechar": "\\"}, {"quotechar": "'"}):
    out = io.StringIO()
    csv.writer(out, **kw).writerow(["x,y", 1, "q'\"", None])
    print(kw, repr(out.getvalue()))
out = io.StringIO()
d = csv.DictWriter(out, fieldnames=["first", "last"], extrasaction="ignore", lineterminator="\n")
d.writeheader()
d.writerow({"first": "Baked", "last": "Beans", "x": 1})
d.writerows([{"first": "Lovely"}, {"last": "Spam"}])
print(out.getvalue(), end="")
r = csv.reader(io.StringIO("a\nb\n"))
print(next(r), r.line_num, next(r), r.line_num, csv.list_dialects(), r.dialect.delimiter)


class Mine(csv.Dialect):
    delimiter = ":"
    quotechar = '"'
    lineterminator = "\n"
    quoting = csv.QUOTE_MINIMAL


csv.register_dialect("mine", Mine)
csv.register_dialect("piped", delimiter="|")
print(list(csv.reader(["a:b"], "mine")), list(csv.reader(["a|b"], "piped")), csv.get_dialect("piped").delimiter)
sniffed = csv.Sniffer().sniff("a;b;c\n1;2;3\n")
print(sniffed.delimiter, csv.Sniffer().has_header("name,age\nann,5\nbob,66\n"))
for bad in (lambda: csv.writer(io.StringIO(), quoting=csv.QUOTE_NONE).writerow(["a,b"]), lambda: csv.get_dialect("nope"), lambda: csv.writer(io.StringIO(), delimiter="ab"), lambda: csv.reader([], delimiter=1),
            lambda: csv.writer(io.StringIO()).writerow(5), lambda: csv.DictWriter(io.StringIO(), ["a"]).writerow({"b": 1}), lambda: list(csv.reader([b"x"])), lambda: csv.writer(5)):
    try:
        print("no error:", bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
