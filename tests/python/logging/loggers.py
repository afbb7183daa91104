# Loggers by name: levels, propagation, handlers, filters.
import io
import logging
import sys

out = io.StringIO()
logging.basicConfig(stream=out, level=logging.INFO, format="%(levelname)-8s %(name)s %(message)s")


def flush():
    print(out.getvalue(), end="")
    out.seek(0)
    out.truncate()


logging.debug("hidden")
logging.info("seen %s %d", "text", 5)
logging.warning("percent %% and no args")
log = logging.getLogger("app")
child = logging.getLogger("app.db.pool")
middle = logging.getLogger("app.db")
print(log, child.parent, middle.parent, child.name, logging.getLogger("app") is log, logging.getLogger(), log.level, log.getEffectiveLevel())
child.warning("from the child")
middle.setLevel("ERROR")
child.warning("hidden now")
child.error("dict %(a)s", {"a": 1})
log.log(25, "a level of its own")
logging.addLevelName(25, "NOTICE")
log.log(25, "named")
flush()
print(logging.getLevelName(25), logging.getLevelName("INFO"), logging.getLevelName(33), logging.getLevelNamesMapping()["DEBUG"])
h = logging.StreamHandler(sys.stdout)
h.setFormatter(logging.Formatter("{levelname}|{name}|{message}|{lineno}|{funcName}", style="{"))
h.setLevel(logging.ERROR)
log.addHandler(h)
log.error("twice: own handler and root's")
log.warning("once")
log.propagate = False
log.critical("once more")
log.warning("nowhere")
flush()
log.propagate = True
log.removeHandler(h)
print(h, log.handlers, log.hasHandlers(), log.isEnabledFor(logging.DEBUG), child.getEffectiveLevel(), logging.getLogger("x").getChild("y").name)


class Only(logging.Filter):
    def filter(self, record):
        record.extra = "added"
        return "secret" not in record.getMessage()


f = Only()
log.addFilter(f)
log.warning("a secret")
log.warning("public")
log.removeFilter(f)
log.addFilter(lambda record: record.levelno > logging.INFO)
log.info("filtered by function")
log.filters.clear()
logging.disable(logging.WARNING)
log.warning("disabled")
log.error("still")
logging.disable(logging.NOTSET)
adapter = logging.LoggerAdapter(log, {"user": "me"})
adapter.info("adapted %s", 1)
print(adapter)


class Prefix(logging.LoggerAdapter):
    def process(self, msg, kwargs):
        return f"[{self.extra['id']}] {msg}", kwargs


Prefix(log, {"id": 7}).warning("prefixed")
flush()
for bad in (lambda: log.setLevel("LOUD"), lambda: log.setLevel(1.5), lambda: logging.getLogger(5), lambda: log.log("x", "y"), lambda: logging.basicConfig(nonsense=1, force=True),
            lambda: logging.Formatter("%(x)s", style="!"), lambda: logging.Formatter("no fields"), lambda: logging.Formatter("{", style="{"), lambda: logging.Formatter("$", style="$"),
            lambda: logging.Handler().emit(None), lambda: logging.basicConfig(stream=out, filename="x", force=True), lambda: log.info("x", extra={"name": 1})):
    try:
        print("no error:", bad())
    except Exception as e:
        print(f"{type(e).__name__}: {e}")
