#!/usr/bin/env python3.13
"""Writes down what CPython 3.13 says about the snippets of a case file, in place.

usage: record_syntax_cases.py errors|trees FILE       record anew
       record_syntax_cases.py --check errors|trees FILE    say whether the record is still CPython's

A case file holds cases that begin with a line "%% title", go on with the snippet, and end with the record behind a line "%=". The
snippet is its lines joined, without a last line end. Only the snippets are written by hand; the rest comes from here.

errors: the record is one line, `Type lineno:offset-end_lineno:end_offset message`; what parses is no case.
trees:  the record is `ast.dump(tree, indent=1)`, or with locations on one line when the title ends in "@".
"""
import ast
import sys
import warnings


def read_cases(path):
    cases = []
    for chunk in open(path, encoding="utf-8", newline="\n").read().split("\n%% ")[1:]:
        title, _, rest = chunk.partition("\n")
        snippet, _, record = rest.partition("\n%=")
        cases.append((title, snippet, record.strip("\n")))
    return cases


def error_record(title, snippet):
    try:
        ast.parse(snippet)
    except SyntaxError as error:
        place = f"{error.lineno}:{error.offset}-{error.end_lineno}:{error.end_offset}"
        return f"{type(error).__name__} {place} {error.msg}"
    sys.exit(f"no error: {title}")


def tree_record(title, snippet):
    tree = ast.parse(snippet)
    if title.endswith("@"):
        return ast.dump(tree, include_attributes=True)
    return ast.dump(tree, indent=1)


def main(arguments):
    check = arguments[:1] == ["--check"]
    kind, path = arguments[check:]
    record = {"errors": error_record, "trees": tree_record}[kind]
    warnings.simplefilter("ignore")
    if sys.version_info[:2] != (3, 13):
        sys.exit("the judge is CPython 3.13")
    cases = [(title, snippet, record(title, snippet)) for title, snippet, _ in read_cases(path)]
    text = open(path, encoding="utf-8", newline="\n").read()
    head = text[: text.index("\n%% ")] if "\n%% " in text else text.rstrip("\n")
    new = head + "".join(f"\n%% {title}\n{snippet}\n%=\n{record}\n" for title, snippet, record in cases)
    if check:
        sys.exit(0 if new == text else f"{path} is not what CPython says")
    open(path, "w", encoding="utf-8", newline="\n").write(new)
    print(f"{len(cases)} cases")


main(sys.argv[1:])
