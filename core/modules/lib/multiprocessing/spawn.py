"""What a child is told, and how it begins."""

import _os
import _process
import sys

__all__ = ["freeze_support", "get_preparation_data", "prepare"]

_inheriting = False


def freeze_support():
    """For frozen executables; there are none here."""


def _check_not_importing_main():
    if _inheriting:
        raise RuntimeError('''
        An attempt has been made to start a new process before the
        current process has finished its bootstrapping phase.

        This probably means that you are not using fork to start your
        child processes and you have forgotten to use the proper idiom
        in the main module:

            if __name__ == '__main__':
                freeze_support()
                ...

        The "freeze_support()" line can be omitted if the program
        is not going to be frozen to produce an executable.

        To fix this issue, refer to the "Safe importing of main module"
        section in https://docs.python.org/3/library/multiprocessing.html
        ''')


def get_preparation_data(name):
    """What the child must know before its process object can be unpickled."""
    _check_not_importing_main()
    from multiprocessing.process import current_process
    main = sys.modules["__main__"]
    data = {
        "name": name,
        "sys_path": list(sys.path),
        "sys_argv": list(sys.argv),
        "authkey": bytes(current_process().authkey),
        "parent": _process.getpid(),
        "directory": _os.getcwd(),
    }
    path = getattr(main, "__file__", None)
    if path is not None and not path.startswith("<"):
        if not path.startswith("/"):
            path = data["directory"].rstrip("/") + "/" + path
        data["main_path"] = path
        data["main_code"] = _code_of_main(path)
    return data


_main_code = None


def _code_of_main(path):
    # Compiled once, here, for all children.
    global _main_code
    if _main_code is None or _main_code[0] != path:
        try:
            with open(path, encoding="utf-8") as file:
                source = file.read()
        except OSError:
            return None
        _main_code = path, _process.dump_code(compile(source, path, "exec"))
    return _main_code[1]


def prepare(data):
    """Make this process ready to unpickle its process object."""
    from multiprocessing.process import current_process
    current_process().name = data["name"]
    current_process().authkey = data["authkey"]
    sys.path[:] = data["sys_path"]
    sys.argv[:] = data["sys_argv"]
    if data["directory"] != _os.getcwd():
        _os.chdir(data["directory"])
    if "main_path" in data:
        _import_main(data["main_path"], data["main_code"])


def _import_main(path, code):
    # The main module runs again under another name, so that its classes and functions are there and what stands
    # behind `if __name__ == "__main__"` does not happen.
    module = type(sys)("__mp_main__")
    module.__file__ = path
    sys.modules["__main__"] = sys.modules["__mp_main__"] = module
    if code is None:
        raise FileNotFoundError(2, "No such file or directory", path)
    exec(_process.load_code(code), module.__dict__)


def child_main():
    """The whole life of a child; returns its exit code."""
    global _inheriting
    from _pickle import loads
    instructions = _process.Connection(3, -1)
    message = instructions.recv_bytes()
    instructions.close()
    _inheriting = True
    try:
        # Preparation first: unpickling the process object needs the main module.
        data, rest = loads(message)
        prepare(data)
        process_obj = loads(rest)
    finally:
        _inheriting = False
    return process_obj._bootstrap(data["parent"])
