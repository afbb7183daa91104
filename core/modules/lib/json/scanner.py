"""The scanner of JSON values a decoder uses."""

__all__ = ["make_scanner"]


def make_scanner(context):
    return context.scan_once
