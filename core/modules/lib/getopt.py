"""Options of a command line in C's way."""

__all__ = ["GetoptError", "error", "getopt", "gnu_getopt"]


class GetoptError(Exception):
    def __init__(self, msg, opt=""):
        self.msg = msg
        self.opt = opt
        super().__init__(msg, opt)

    def __str__(self):
        return self.msg


error = GetoptError


def _long(name, longopts):
    found = [o for o in longopts if o.startswith(name)]
    if not found:
        raise GetoptError(f"option --{name} not recognized", name)
    if name in found:
        return False, name
    if name + "=" in found:
        return True, name
    if len(found) > 1:
        raise GetoptError(f"option --{name} not a unique prefix", name)
    return found[0].endswith("="), found[0].rstrip("=")


def _take(opts, arg, args, shortopts, longopts):
    if arg.startswith("--"):
        name, eq, value = arg[2:].partition("=")
        wants, name = _long(name, longopts)
        if wants and not eq:
            if not args:
                raise GetoptError(f"option --{name} requires argument", name)
            value = args.pop(0)
        elif eq and not wants:
            raise GetoptError(f"option --{name} must not have an argument", name)
        opts.append(("--" + name, value))
        return
    letters = arg[1:]
    while letters:
        c, letters = letters[0], letters[1:]
        at = shortopts.find(c)
        if at < 0 or c == ":":
            raise GetoptError(f"option -{c} not recognized", c)
        value = ""
        if shortopts[at + 1:at + 2] == ":":
            if not letters:
                if not args:
                    raise GetoptError(f"option -{c} requires argument", c)
                letters = args.pop(0)
            value, letters = letters, ""
        opts.append(("-" + c, value))


def getopt(args, shortopts, longopts=[]):
    """(options, the rest): options end at the first other argument."""
    opts, args = [], list(args)
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    while args and args[0].startswith("-") and args[0] != "-":
        arg = args.pop(0)
        if arg == "--":
            break
        _take(opts, arg, args, shortopts, longopts)
    return opts, args


def gnu_getopt(args, shortopts, longopts=[]):
    """The same, but other arguments may come in between."""
    opts, rest, args = [], [], list(args)
    longopts = [longopts] if isinstance(longopts, str) else list(longopts)
    stop = shortopts.startswith("+")
    shortopts = shortopts.lstrip("+")
    while args:
        arg = args.pop(0)
        if arg == "--":
            return opts, rest + args
        if arg.startswith("-") and arg != "-":
            _take(opts, arg, args, shortopts, longopts)
        elif stop:
            return opts, [arg] + args
        else:
            rest.append(arg)
    return opts, rest
