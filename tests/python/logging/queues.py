# QueueHandler and QueueListener between threads; captureWarnings.
import io
import logging
import logging.handlers
import queue
import threading
import warnings

q = queue.Queue()
out = io.StringIO()
handler = logging.StreamHandler(out)
handler.setFormatter(logging.Formatter("%(threadName)s %(message)s"))
listener = logging.handlers.QueueListener(q, handler)
log = logging.getLogger("queued")
log.setLevel(logging.INFO)
log.propagate = False
log.addHandler(logging.handlers.QueueHandler(q))
listener.start()


def work(n):
    for i in range(3):
        log.info("worker %d step %d", n, i)


threads = [threading.Thread(target=work, args=(n,), name=f"T{n}") for n in range(3)]
for t in threads:
    t.start()
for t in threads:
    t.join()
listener.stop()
lines = out.getvalue().splitlines()
print(len(lines), sorted(lines))
root_out = io.StringIO()
logging.basicConfig(stream=root_out, format="%(name)s %(levelname)s %(message)s", force=True)
logging.captureWarnings(True)
warnings.warn("captured")
logging.captureWarnings(False)
text = root_out.getvalue()
print(text.split()[0], text.split()[1], "captured" in text)


class Collect(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append((record.levelname, record.getMessage()))


c = Collect()
c.name = "collector"
logging.getLogger().addHandler(c)
logging.getLogger("a.b.c").error("up the tree")
print(c.records, logging.getHandlerByName("collector") is c, sorted(logging.getHandlerNames()))
logging.getLogger("a").disabled = True
logging.getLogger("a").error("disabled")
logging.getLogger("a.b").addHandler(logging.NullHandler())
logging.getLogger("a.b").error("through")
print(c.records, logging.getLogger("a.b").handlers)
print(sorted(l.name for l in logging.getLogger("a").getChildren()))
