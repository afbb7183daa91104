"""The help texts of argparse."""

__name__ = "argparse"

import argparse as _m
from argparse import OPTIONAL, PARSER, REMAINDER, SUPPRESS, ONE_OR_MORE, ZERO_OR_MORE


class HelpFormatter:
    """Lays out usage, descriptions and arguments."""

    def __init__(self, prog, indent_increment=2, max_help_position=24, width=None):
        if width is None:
            import shutil
            width = shutil.get_terminal_size().columns - 2
        self._prog = prog
        self._indent = 0
        self._step = indent_increment
        self._position = min(max_help_position, max(width - 20, indent_increment * 2))
        self._width = width
        self._parts = []
        self._longest = 0

    # A section is a heading with what was added after it; an empty one is not shown.
    def start_section(self, heading):
        self._parts.append(("start", heading))
        self._indent += self._step

    def end_section(self):
        self._parts.append(("end", None))
        self._indent -= self._step

    def add_text(self, text):
        if text is not SUPPRESS and text is not None:
            self._parts.append(("text", text))

    def add_usage(self, usage, actions, groups, prefix=None):
        if usage is not SUPPRESS:
            self._parts.append(("usage", (usage, actions, groups, prefix)))

    def add_argument(self, action):
        if action.help is SUPPRESS:
            return
        for a, extra in [(action, 0)] + [(s, self._step) for s in getattr(action, "_get_subactions", tuple)()]:
            self._longest = max(self._longest, len(self._format_action_invocation(a)) + self._indent + extra)
        self._parts.append(("argument", action))

    def add_arguments(self, actions):
        for action in actions:
            self.add_argument(action)

    def format_help(self):
        self._indent = 0
        text = self._sections(iter(self._parts))
        while "\n\n\n" in text:
            text = text.replace("\n\n\n", "\n\n")
        text = text.strip("\n")
        return text + "\n" if text else text

    def _sections(self, parts):
        out = []
        for kind, value in parts:
            if kind == "end":
                break
            if kind == "start":
                self._indent += self._step
                inside = self._sections(parts)
                self._indent -= self._step
                if inside:
                    heading = "" if value in (None, SUPPRESS) else f"{' ' * self._indent}{value}:\n"
                    out.append(f"\n{heading}{inside}\n")
            elif kind == "text":
                out.append(self._format_text(value))
            elif kind == "usage":
                out.append(self._format_usage(*value))
            else:
                out.append(self._format_action(value))
        return "".join(out)

    def _format_text(self, text):
        if "%(prog)" in text:
            text = text % {"prog": self._prog}
        return self._fill_text(text, max(self._width - self._indent, 11), " " * self._indent) + "\n\n"

    def _format_usage(self, usage, actions, groups, prefix):
        prefix = "usage: " if prefix is None else prefix
        if usage is not None:
            return f"{prefix}{usage % {'prog': self._prog}}\n\n"
        prog = f"{self._prog}"
        optionals = [a for a in actions if a.option_strings]
        positionals = [a for a in actions if not a.option_strings]
        first, last = self._usage_parts(optionals, groups), self._usage_parts(positionals, groups)
        usage = " ".join([prog, *first, *last])
        room = self._width - self._indent
        if len(prefix) + len(usage) > room:
            def lines(parts, indent, start=None):
                rows, row, size = [], [], (len(start) if start is not None else len(indent)) - 1
                for part in parts:
                    if size + 1 + len(part) > room and row:
                        rows.append(indent + " ".join(row))
                        row, size = [], len(indent) - 1
                    row.append(part)
                    size += len(part) + 1
                if row:
                    rows.append(indent + " ".join(row))
                if start is not None:
                    rows[0] = rows[0][len(indent):]
                return rows
            if len(prefix) + len(prog) <= 0.75 * room:
                indent = " " * (len(prefix) + len(prog) + 1)
                if first:
                    rows = lines([prog, *first], indent, prefix) + lines(last, indent)
                else:
                    rows = lines([prog, *last], indent, prefix) if last else [prog]
            else:
                indent = " " * len(prefix)
                rows = lines([*first, *last], indent)
                if len(rows) > 1:
                    rows = lines(first, indent) + lines(last, indent)
                rows = [prog, *rows]
            usage = "\n".join(rows)
        return f"{prefix}{usage}\n\n"

    def _usage_parts(self, actions, groups):
        parts, skip = [], set()
        for action in actions:
            if action.help is SUPPRESS or action in skip:
                continue
            group = next((g for g in groups if g._group_actions and action in g._group_actions), None)
            if group is not None:
                members = [a for a in group._group_actions if a.help is not SUPPRESS]
                skip.update(members)
                inside = " | ".join(self._one_usage(a, True) for a in members)
                if len(members) > 1:
                    parts.append(f"({inside})" if group.required else f"[{inside}]")
                else:
                    parts.append(inside if group.required else f"[{inside.strip('[]')}]")
            else:
                parts.append(self._one_usage(action, False))
        return parts

    def _one_usage(self, action, in_group):
        if not action.option_strings:
            part = self._format_args(action, self._get_default_metavar_for_positional(action))
            return part[1:-1] if in_group and part[0] == "[" and part[-1] == "]" else part
        if action.nargs == 0:
            part = action.format_usage()
        else:
            part = f"{action.option_strings[0]} " \
                   f"{self._format_args(action, self._get_default_metavar_for_optional(action))}"
        return part if action.required or in_group else f"[{part}]"

    def _format_action(self, action):
        position = min(self._longest + 2, self._position)
        width = max(self._width - position, 11)
        room = position - self._indent - 2
        header = self._format_action_invocation(action)
        pad = " " * self._indent
        text = action.help and action.help.strip()
        if not text:
            out = [f"{pad}{header}\n"]
        else:
            fits = len(header) <= room
            out = [f"{pad}{header:<{room}}  " if fits else f"{pad}{header}\n"]
            rows = self._split_lines(self._expand_help(action), width)
            if rows:
                out.append(("" if fits else " " * position) + rows[0] + "\n")
                out += [f"{' ' * position}{row}\n" for row in rows[1:]]
        subactions = getattr(action, "_get_subactions", tuple)()
        self._indent += self._step
        out += [self._format_action(a) for a in subactions]
        self._indent -= self._step
        return "".join(out)

    def _format_action_invocation(self, action):
        if not action.option_strings:
            return " ".join(self._metavars(action, self._get_default_metavar_for_positional(action), 1))
        names = ", ".join(action.option_strings)
        if action.nargs == 0:
            return names
        return f"{names} {self._format_args(action, self._get_default_metavar_for_optional(action))}"

    def _metavars(self, action, default, n):
        found = action.metavar if action.metavar is not None else \
            "{" + ",".join(map(str, action.choices)) + "}" if action.choices is not None else default
        return found if isinstance(found, tuple) else (found,) * n

    def _format_args(self, action, default):
        nargs = action.nargs

        def get(n):
            return self._metavars(action, default, n)
        if nargs is None:
            return "%s" % get(1)
        if nargs == OPTIONAL:
            return "[%s]" % get(1)
        if nargs == ZERO_OR_MORE:
            m = get(1)
            return "[%s [%s ...]]" % m if len(m) == 2 else "[%s ...]" % m
        if nargs == ONE_OR_MORE:
            return "%s [%s ...]" % get(2)
        if nargs == REMAINDER:
            return "..."
        if nargs == PARSER:
            return "%s ..." % get(1)
        if nargs == SUPPRESS:
            return ""
        return " ".join(get(nargs))

    def _expand_help(self, action):
        params = {k: v for k, v in {**vars(action), "prog": self._prog}.items() if v is not SUPPRESS}
        for k, v in params.items():
            if hasattr(v, "__name__"):
                params[k] = v.__name__
        if params.get("choices") is not None:
            params["choices"] = ", ".join(map(str, params["choices"]))
        return self._get_help_string(action) % params

    def _split_lines(self, text, width):
        import textwrap
        return textwrap.wrap(" ".join(text.split()), width)

    def _fill_text(self, text, width, indent):
        import textwrap
        return textwrap.fill(" ".join(text.split()), width, initial_indent=indent, subsequent_indent=indent)

    def _get_help_string(self, action):
        return action.help

    def _get_default_metavar_for_optional(self, action):
        return action.dest.upper()

    def _get_default_metavar_for_positional(self, action):
        return action.dest


class RawDescriptionHelpFormatter(HelpFormatter):
    """Leaves descriptions as they are."""

    def _fill_text(self, text, width, indent):
        return "".join(indent + line for line in text.splitlines(keepends=True))


class RawTextHelpFormatter(RawDescriptionHelpFormatter):
    """Leaves all texts as they are."""

    def _split_lines(self, text, width):
        return text.splitlines()


class ArgumentDefaultsHelpFormatter(HelpFormatter):
    """Adds default values."""

    def _get_help_string(self, action):
        text = action.help or ""
        if "%(default)" not in text and action.default is not SUPPRESS and \
                (action.option_strings or action.nargs in (OPTIONAL, ZERO_OR_MORE)):
            text += " (default: %(default)s)"
        return text


class MetavarTypeHelpFormatter(HelpFormatter):
    """Shows types for values."""

    def _get_default_metavar_for_optional(self, action):
        return action.type.__name__

    _get_default_metavar_for_positional = _get_default_metavar_for_optional
