"""How argparse reads the arguments of a command line."""

__name__ = "argparse"

from argparse import (OPTIONAL, PARSER, REMAINDER, SUPPRESS, ONE_OR_MORE, ZERO_OR_MORE, ArgumentError,
                      ArgumentTypeError, _name_of)


def _limits(nargs):
    # The least and the most values.
    return {None: (1, 1), OPTIONAL: (0, 1), ZERO_OR_MORE: (0, None), ONE_OR_MORE: (1, None), REMAINDER: (0, None),
            PARSER: (1, None), SUPPRESS: (0, 0)}.get(nargs, (nargs, nargs))


def _is_number(text):
    try:
        float(text)
        return " " not in text and text[1:2] not in ("i", "n", "I", "N")
    except ValueError:
        return False


def _option(parser, arg):
    # (action, option, explicit value) for an option; None for a positional argument.
    if not arg or arg[0] not in parser.prefix_chars or len(arg) == 1:
        return None
    if arg in parser._options:
        return parser._options[arg], arg, None
    name, eq, value = arg.partition("=")
    if eq and name in parser._options:
        return parser._options[name], name, value
    found = []
    if arg[1] in parser.prefix_chars:
        if parser.allow_abbrev:
            found = [(parser._options[o], o, value if eq else None) for o in parser._options if o.startswith(name)]
    else:
        if arg[:2] in parser._options:
            found.append((parser._options[arg[:2]], arg[:2], arg[2:]))
        found += [(parser._options[o], o, value if eq else None) for o in parser._options
                  if o.startswith(name) and len(o) > 2]
    if len(found) > 1:
        raise ArgumentError(None, f"ambiguous option: {arg} could match {', '.join(o for _, o, _ in found)}")
    if found:
        return found[0]
    if _is_number(arg) and not any(_is_number(o) for o in parser._options):
        return None
    return None if " " in arg else (None, arg, None)


def _value(parser, action, text):
    convert = parser._registries["type"].get(action.type, action.type)
    if not callable(convert):
        raise ArgumentError(action, f"{convert!r} is not callable")
    try:
        return convert(text)
    except ArgumentTypeError as e:
        raise ArgumentError(action, str(e))
    except (TypeError, ValueError):
        name = getattr(action.type, "__name__", repr(action.type))
        raise ArgumentError(action, f"invalid {name} value: {text!r}")


def _check(action, value):
    choices = action.choices
    if choices is None:
        return
    if isinstance(choices, str):
        choices = iter(choices)
    if value not in choices:
        raise ArgumentError(action, f"invalid choice: {value!r} (choose from {', '.join(map(repr, action.choices))})")


def _values(parser, action, texts):
    if action.nargs == OPTIONAL and not texts:
        value = action.const if action.option_strings else action.default
        if isinstance(value, str) and value is not SUPPRESS:
            value = _value(parser, action, value)
        return value
    if action.nargs == ZERO_OR_MORE and not texts and not action.option_strings:
        return action.default if action.default is not None else []
    if action.nargs in (None, OPTIONAL):
        value = _value(parser, action, texts[0])
        _check(action, value)
        return value
    if action.nargs == REMAINDER:
        return [_value(parser, action, t) for t in texts]
    if action.nargs == PARSER:
        values = [_value(parser, action, t) for t in texts]
        _check(action, values[0])
        return values
    if action.nargs == SUPPRESS:
        return SUPPRESS
    values = [_value(parser, action, t) for t in texts]
    for v in values:
        _check(action, v)
    return values


def _from_files(parser, args):
    out = []
    for arg in args:
        if not arg or arg[0] not in parser.fromfile_prefix_chars:
            out.append(arg)
            continue
        try:
            with open(arg[1:]) as f:
                inner = [a for line in f.read().splitlines() for a in parser.convert_arg_line_to_args(line)]
        except OSError as e:
            raise ArgumentError(None, str(e))
        out += _from_files(parser, inner)
    return out


def read(parser, args, namespace):
    """Give the arguments to their actions: (namespace, what is left)."""
    if parser.fromfile_prefix_chars is not None:
        args = _from_files(parser, args)
    n = len(args)
    options, plain_from = {}, n
    for i, arg in enumerate(args):
        if arg == "--":
            plain_from = i
            break
        found = _option(parser, arg)
        if found is not None:
            options[i] = found
    positionals = [a for a in parser._actions if not a.option_strings]
    seen, seen_on_purpose, extras = set(), set(), []
    conflicts = {}
    for group in parser._exclusive:
        for a in group._group_actions:
            conflicts.setdefault(a, []).extend(b for b in group._group_actions if b is not a)

    def take(action, texts, option=None):
        seen.add(action)
        values = _values(parser, action, texts)
        if values is not action.default or texts:
            seen_on_purpose.add(action)
            for other in conflicts.get(action, ()):
                if other in seen_on_purpose:
                    raise ArgumentError(action, f"not allowed with argument {_name_of(other)}")
        if values is not SUPPRESS:
            action(parser, namespace, values, option)

    def consume_positionals(i, end):
        # As many positionals as fit into args[i:end], each as greedy as those after it allow.
        nonlocal positionals
        texts = [a for j, a in enumerate(args[i:end], i) if not (j == plain_from)]
        available = len(texts)
        counts, left = [], available
        for k, action in enumerate(positionals):
            least, most = _limits(action.nargs)
            if action.nargs in (REMAINDER, PARSER) and left >= least:
                counts.append(None)  # all the rest, options too
                break
            need = sum(_limits(a.nargs)[0] for a in positionals[k + 1:])
            if left < least:
                break
            room = max(left - need, least)
            give = room if most is None else min(most, room)
            counts.append(give)
            left -= give
        used = 0
        for action, count in zip(positionals, counts):
            if count is None:
                rest = args[i + used:]
                if i + used <= plain_from < n and action.nargs == PARSER and rest[:1] == ["--"]:
                    rest = rest[1:]
                take(action, rest)
                positionals = positionals[len(counts):]
                return n
            take(action, texts[used:used + count])
            used += count
        positionals = positionals[len(counts):]
        extras.extend(texts[used:])
        return end

    i = 0
    while i < n:
        if i not in options:
            end = min((j for j in options if j > i), default=n)
            i = consume_positionals(i, end)
            continue
        action, option, explicit = options[i]
        i += 1
        if action is None:
            extras.append(args[i - 1])
            continue
        while True:
            least, most = _limits(action.nargs)
            if explicit is None:
                end = i
                while end < n and end not in options and end < plain_from and (most is None or end - i < most):
                    end += 1
                if action.nargs == REMAINDER:
                    end = n
                if end - i < least:
                    words = {None: "expected one argument", OPTIONAL: "expected at most one argument",
                             ONE_OR_MORE: "expected at least one argument"}
                    raise ArgumentError(action, words.get(action.nargs) or
                                        f"expected {action.nargs} argument{'s' if action.nargs != 1 else ''}")
                take(action, args[i:end], option)
                i = end
                break
            if most == 0:
                # -abc: each letter an option of its own.
                if option[1] in parser.prefix_chars or explicit == "":
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                take(action, [], option)
                letter, rest = option[0] + explicit[0], explicit[1:] or None
                if letter not in parser._options:
                    raise ArgumentError(action, f"ignored explicit argument {explicit!r}")
                action, option = parser._options[letter], letter
                explicit = rest[1:] if rest and rest[0] == "=" else rest
                continue
            if least > 1:
                raise ArgumentError(action, f"expected {action.nargs} arguments")
            take(action, [explicit], option)
            break
    if positionals:
        consume_positionals(n, n)
    missing = []
    for action in parser._actions:
        if action not in seen:
            if action.required:
                missing.append(_name_of(action))
            elif isinstance(action.default, str) and action.default is not SUPPRESS and \
                    getattr(namespace, action.dest, None) is action.default:
                setattr(namespace, action.dest, _value(parser, action, action.default))
    if missing:
        raise ArgumentError(None, f"the following arguments are required: {', '.join(map(str, missing))}")
    for group in parser._exclusive:
        if group.required and not any(a in seen_on_purpose for a in group._group_actions):
            names = [_name_of(a) for a in group._group_actions if a.help is not SUPPRESS]
            raise ArgumentError(None, f"one of the arguments {' '.join(names)} is required")
    if "_unrecognized_args" in vars(namespace):
        extras.extend(vars(namespace).pop("_unrecognized_args"))
    return namespace, extras
