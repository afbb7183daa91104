# Formatters, exceptions in records, extra fields, files and rotating files.
import io
import logging
import logging.handlers
import os
import sys
import threading

out = io.StringIO()
log = logging.getLogger("fmt")
log.setLevel(logging.DEBUG)
log.propagate = False
h = logging.StreamHandler(out)
log.addHandler(h)


def show(fmt, style="%", **kw):
    h.setFormatter(logging.Formatter(fmt, style=style, **kw))


show("%(levelname)s:%(name)s:%(filename)s:%(lineno)d:%(funcName)s:%(threadName)s:%(processName)s:%(module)s %(message)s")
log.info("all fields")
show("$levelname ${message}", "$")
log.info("dollar")
show("{levelname:>10} {message!r}", "{")
log.info("brace %s", "x")
show("%(message)s %(user)s", defaults={"user": "nobody"})
log.info("default")
log.info("extra", extra={"user": "me"})
show("%(message)s")
try:
    {}["k"]
except KeyError:
    log.exception("it failed")
    log.error("also", exc_info=True)
    log.error("without")
try:
    1 / 0
except ZeroDivisionError as e:
    error = e
log.warning("given", exc_info=error)
print(out.getvalue().replace(os.path.dirname(__file__) + os.sep, ""), end="")
record = logging.makeLogRecord({"name": "made", "msg": "m %s", "args": (1,), "levelno": 20, "levelname": "INFO"})
print(record, record.getMessage(), logging.Formatter().format(record), logging.Formatter("%(asctime)s", "%Y").usesTime())
record.created, record.msecs = 0.25, 250.0
f = logging.Formatter("%(asctime)s %(message)s", "%H-%M")
print(len(f.format(record)), len(logging.Formatter("%(asctime)s").format(record)))


class Shout(logging.Formatter):
    def format(self, record):
        return super().format(record).upper() + "!"


h.setFormatter(Shout("%(message)s"))
out.seek(0)
out.truncate()
log.info("shouted")
print(out.getvalue(), end="")
path = "/tmp/gilbox_logging_test.log"
for name in (path, path + ".1", path + ".2"):
    if os.path.exists(name):
        os.remove(name)
fh = logging.FileHandler(path, "w")
fh.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
log.addHandler(fh)
log.warning("to the file")
fh.close()
log.removeHandler(fh)
print(open(path).read(), end="")
rh = logging.handlers.RotatingFileHandler(path, maxBytes=40, backupCount=2)
log.addHandler(rh)
for i in range(8):
    log.info("message number %d", i)
rh.close()
log.removeHandler(rh)
print(sorted(n for n in os.listdir("/tmp") if n.startswith("gilbox_logging_test")), open(path).read(), open(path + ".1").read())
target = logging.StreamHandler(sys.stdout)
mh = logging.handlers.MemoryHandler(3, target=target)
log.addHandler(mh)
log.info("one")
log.info("two")
print("nothing yet")
log.error("flushes")
log.info("held")
mh.close()
log.removeHandler(mh)
for name in (path, path + ".1", path + ".2"):
    os.remove(name)
err = io.StringIO()
sys.stderr = err
log.info("bad %d", "x")
logging.getLogger("lonely").warning("last resort")
logging.getLogger("lonely").info("not shown")
sys.stderr = sys.__stderr__
lines = err.getvalue().splitlines()
print(lines[0], [l for l in lines if l.startswith(("TypeError", "Message", "Arguments", "last"))])
