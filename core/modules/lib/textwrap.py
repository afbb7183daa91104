"""Paragraphs in lines of a width; indentation put on and off."""

__all__ = ["TextWrapper", "wrap", "fill", "dedent", "indent", "shorten"]

_SPACE = "\t\n\x0b\x0c\r "


def _word_parts(word):
    # A word may be broken after its hyphens and around dashes: "long-term", "it--really".
    parts, start, i, n = [], 0, 0, len(word)
    while i < n:
        if word[i] != "-":
            i += 1
            continue
        j = i
        while j < n and word[j] == "-":
            j += 1
        before, after = word[start:i], word[j:]
        if j - i > 1:
            if (before and (before[-1].isalnum() or before[-1] in "_!\"'&.,?")) and after and \
                    (after[0].isalnum() or after[0] == "_"):
                parts += [before, word[i:j]]
                start = j
        elif len(before) >= 2 and before[-1].isalpha() and (before[-2].isalpha() or before[-2] == "-") and \
                len(after) >= 2 and after[0].isalpha() and (after[1].isalpha() or after[1] == "-"):
            parts.append(word[start:j])
            start = j
        i = j
    if start < n:
        parts.append(word[start:])
    return parts


def _split(text, hyphens):
    chunks, i, n = [], 0, len(text)
    while i < n:
        space = text[i] in _SPACE
        j = i
        while j < n and (text[j] in _SPACE) == space:
            j += 1
        if space or not hyphens:
            chunks.append(text[i:j])
        else:
            chunks += _word_parts(text[i:j])
        i = j
    return chunks


class TextWrapper:
    """How to wrap: every option is an attribute."""

    def __init__(self, width=70, initial_indent="", subsequent_indent="", expand_tabs=True, replace_whitespace=True,
                 fix_sentence_endings=False, break_long_words=True, drop_whitespace=True, break_on_hyphens=True,
                 tabsize=8, *, max_lines=None, placeholder=" [...]"):
        self.width = width
        self.initial_indent = initial_indent
        self.subsequent_indent = subsequent_indent
        self.expand_tabs = expand_tabs
        self.replace_whitespace = replace_whitespace
        self.fix_sentence_endings = fix_sentence_endings
        self.break_long_words = break_long_words
        self.drop_whitespace = drop_whitespace
        self.break_on_hyphens = break_on_hyphens
        self.tabsize = tabsize
        self.max_lines = max_lines
        self.placeholder = placeholder

    def _split_chunks(self, text):
        if self.expand_tabs:
            text = text.expandtabs(self.tabsize)
        if self.replace_whitespace:
            text = text.translate({ord(c): " " for c in _SPACE})
        chunks = _split(text, self.break_on_hyphens)
        if self.fix_sentence_endings:
            for i in range(len(chunks) - 1):
                word = chunks[i].rstrip("\"'")
                if chunks[i + 1] == " " and len(word) > 1 and word[-1] in ".!?" and word[-2].islower() and \
                        word[-2].isascii() and len(chunks[i]) - len(word) <= 1:
                    chunks[i + 1] = "  "
        return chunks

    def _long_word(self, chunks, line, length, width):
        space = 1 if width < 1 else width - length
        if self.break_long_words:
            word = chunks[-1]
            end = space
            if self.break_on_hyphens and len(word) > space:
                hyphen = word.rfind("-", 0, space)
                if hyphen > 0 and any(c != "-" for c in word[:hyphen]):
                    end = hyphen + 1
            line.append(word[:end])
            chunks[-1] = word[end:]
        elif not line:
            line.append(chunks.pop())

    def wrap(self, text):
        """The text as lines without newlines."""
        chunks = self._split_chunks(text)[::-1]
        lines = []
        if self.width <= 0:
            raise ValueError(f"invalid width {self.width!r} (must be > 0)")
        if self.max_lines is not None:
            indent = self.subsequent_indent if self.max_lines > 1 else self.initial_indent
            if len(indent) + len(self.placeholder.lstrip()) > self.width:
                raise ValueError("placeholder too large for max width")
        while chunks:
            line, length = [], 0
            indent = self.subsequent_indent if lines else self.initial_indent
            width = self.width - len(indent)
            if self.drop_whitespace and lines and not chunks[-1].strip():
                del chunks[-1]
            while chunks and length + len(chunks[-1]) <= width:
                length += len(chunks[-1])
                line.append(chunks.pop())
            if chunks and len(chunks[-1]) > width:
                self._long_word(chunks, line, length, width)
                length = sum(map(len, line))
            if self.drop_whitespace and line and not line[-1].strip():
                length -= len(line.pop())
            if not line:
                continue
            if self.max_lines is None or len(lines) + 1 < self.max_lines or \
                    (not chunks or self.drop_whitespace and len(chunks) == 1 and not chunks[0].strip()) and \
                    length <= width:
                lines.append(indent + "".join(line))
                continue
            while line:
                if line[-1].strip() and length + len(self.placeholder) <= width:
                    line.append(self.placeholder)
                    lines.append(indent + "".join(line))
                    break
                length -= len(line.pop())
            else:
                if lines:
                    last = lines[-1].rstrip()
                    if len(last) + len(self.placeholder) <= self.width:
                        lines[-1] = last + self.placeholder
                        break
                lines.append(indent + self.placeholder.lstrip())
            break
        return lines

    def fill(self, text):
        """The text as one string of wrapped lines."""
        return "\n".join(self.wrap(text))


def wrap(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).wrap(text)


def fill(text, width=70, **kwargs):
    return TextWrapper(width=width, **kwargs).fill(text)


def shorten(text, width, **kwargs):
    """The text in one line of at most that width."""
    return TextWrapper(width=width, max_lines=1, **kwargs).fill(" ".join(text.strip().split()))


def dedent(text):
    """The text without the indentation that all its lines have."""
    lines = ["" if not line.strip(" \t") else line for line in text.split("\n")]
    starts = [line[:len(line) - len(line.lstrip(" \t"))] for line in lines if line]
    margin = min(starts, default="")
    for start in starts:
        while not start.startswith(margin):
            margin = margin[:-1]
    return "\n".join(line[len(margin):] if line else line for line in lines)


def indent(text, prefix, predicate=None):
    """The text with prefix before each line that is not blank, or of which predicate is true."""
    wanted = predicate or (lambda line: not line.isspace())
    return "".join(prefix + line if wanted(line) else line for line in text.splitlines(True))
