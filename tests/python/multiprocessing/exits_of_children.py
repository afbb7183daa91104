# Every way a child can end, and the exit code that its parent sees.
# needs: processes
import multiprocessing
import os
import sys

context = multiprocessing.get_context("spawn")


def end(how):
    if how == "none":
        sys.exit()
    if how == "zero":
        sys.exit(0)
    if how == "number":
        sys.exit(42)
    if how == "large":
        sys.exit(256 + 3)
    if how == "true":
        sys.exit(True)
    if how == "os":
        os._exit(9)
    if how == "return":
        return 17
    if how == "finally":
        try:
            sys.exit(4)
        finally:
            sys.stdout.write("finally\n")
    if how == "raise":
        sys.stderr = open("/dev/null", "w") if os.path.exists("/dev/null") else sys.stdout
        raise SystemExit(6)


if __name__ == "__main__":
    for how in ("none", "zero", "number", "large", "true", "os", "return", "finally", "raise"):
        p = context.Process(target=end, args=(how,))
        p.start()
        p.join()
        print(how, p.exitcode, flush=True)
