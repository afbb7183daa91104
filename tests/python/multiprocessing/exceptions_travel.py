# Exceptions on their way from a child: type, arguments, cause, and the text of the traceback.
# needs: processes
import multiprocessing

context = multiprocessing.get_context("spawn")


class Custom(Exception):
    def __init__(self, code, text):
        super().__init__(code, text)
        self.code = code


def fail(kind):
    if kind == "custom":
        raise Custom(7, "seven")
    if kind == "key":
        {}["missing"]
    if kind == "chain":
        try:
            int("x")
        except ValueError as e:
            raise RuntimeError("outer") from e
    if kind == "group":
        raise ExceptionGroup("several", [ValueError(1), TypeError("two")])
    raise SystemError(kind)


if __name__ == "__main__":
    with context.Pool(1) as pool:
        for kind in ("custom", "key", "chain", "group", "other"):
            try:
                pool.apply(fail, (kind,))
            except Exception as e:
                print(type(e).__name__, e.args, getattr(e, "code", None), getattr(e, "exceptions", None))
                text = str(e.__cause__)
                print(type(e.__cause__).__name__, text.count("Traceback"), "in fail" in text, text.startswith('\n"""'))
