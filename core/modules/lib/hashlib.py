"""Hash functions (Library Reference, "hashlib"); _hashlib computes them."""

from _hashlib import (
    blake2b, blake2s, new as _new, openssl_md5 as md5, openssl_sha1 as sha1, openssl_sha224 as sha224,
    openssl_sha256 as sha256, openssl_sha384 as sha384, openssl_sha512 as sha512, openssl_sha3_224 as sha3_224,
    openssl_sha3_256 as sha3_256, openssl_sha3_384 as sha3_384, openssl_sha3_512 as sha3_512,
    openssl_shake_128 as shake_128, openssl_shake_256 as shake_256, pbkdf2_hmac)

_names = ("md5", "sha1", "sha224", "sha256", "sha384", "sha512", "blake2b", "blake2s", "sha3_224", "sha3_256",
          "sha3_384", "sha3_512", "shake_128", "shake_256")
algorithms_guaranteed = set(_names)
algorithms_available = set(_names)

__all__ = _names + ("new", "algorithms_guaranteed", "algorithms_available", "file_digest", "pbkdf2_hmac")


def new(name, data=b"", **kwargs):
    """A hash object by the name of its algorithm."""
    if name in ("blake2b", "blake2s", "BLAKE2b", "BLAKE2s"):
        return (blake2b if name[-1] == "b" else blake2s)(data, **kwargs)
    return _new(name, data, **kwargs)


def file_digest(fileobj, digest, /, *, _bufsize=2 ** 18):
    """The hash object of what a binary file holds from its position on."""
    made = new(digest) if isinstance(digest, str) else digest()
    if hasattr(fileobj, "getbuffer"):
        made.update(fileobj.getbuffer())
        return made
    if not (hasattr(fileobj, "readinto") and hasattr(fileobj, "readable") and fileobj.readable()):
        raise ValueError(f"'{fileobj!r}' is not a file-like object in binary reading mode.")
    room = bytearray(_bufsize)
    view = memoryview(room)
    while size := fileobj.readinto(room):
        made.update(view[:size])
    if size is None:
        raise BlockingIOError("I/O operation would block.")
    return made
