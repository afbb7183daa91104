"""Bytes as text: hexadecimal and base64 (Library Reference, "binascii")."""

from _binascii import a2b_base64, b2a_base64, crc32

__all__ = ["a2b_base64", "b2a_base64", "a2b_hex", "b2a_hex", "hexlify", "unhexlify", "crc32", "Error", "Incomplete"]


class Error(ValueError):
    pass


class Incomplete(Exception):
    pass


def hexlify(data, sep=None, bytes_per_sep=1):
    """The hexadecimal digits of bytes, as bytes."""
    data = bytes(data) if not isinstance(data, str) else memoryview(data)
    return (data.hex() if sep is None else data.hex(sep, bytes_per_sep)).encode()


def unhexlify(hexstr, /):
    """The bytes of hexadecimal digits."""
    if isinstance(hexstr, str):
        try:
            text = hexstr.encode("ascii").decode()
        except UnicodeEncodeError:
            raise ValueError("string argument should contain only ASCII characters") from None
    else:
        text = bytes(hexstr).decode("latin1")
    if len(text) % 2:
        raise Error("Odd-length string")
    if not all(c in "0123456789abcdefABCDEF" for c in text):
        raise Error("Non-hexadecimal digit found")
    return bytes.fromhex(text)


b2a_hex = hexlify
a2b_hex = unhexlify
