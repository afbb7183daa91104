"""The abstract base classes of collections.abc."""

from _abc_containers import (
    ByteString, ItemsView, KeysView, Mapping, MappingView, MutableMapping, MutableSequence, MutableSet, Sequence, Set,
    ValuesView)
from _abc_iteration import (
    AsyncGenerator, AsyncIterable, AsyncIterator, Awaitable, Buffer, Callable, Collection, Container, Coroutine,
    Generator, Hashable, Iterable, Iterator, Reversible, Sized)

__all__ = [
    "Awaitable", "Coroutine", "AsyncIterable", "AsyncIterator", "AsyncGenerator", "Hashable", "Iterable", "Iterator",
    "Generator", "Reversible", "Sized", "Container", "Callable", "Collection", "Set", "MutableSet", "Mapping",
    "MutableMapping", "MappingView", "KeysView", "ItemsView", "ValuesView", "Sequence", "MutableSequence",
    "ByteString", "Buffer",
]


# ---- the built-in types take their places -----------------------------------------------------------------------

def _register():
    async def coroutine():
        pass

    async def async_generator():
        yield

    waiting = coroutine()
    Coroutine.register(type(waiting))
    waiting.close()
    AsyncGenerator.register(type(async_generator()))
    Generator.register(type((lambda: (yield))()))
    for source in (b"", bytearray(), {}.keys(), {}.items(), {}.values(), [], set(), "", (), range(0), zip()):
        Iterator.register(type(iter(source)))
    from _collections import deque
    for source in ([], range(1 << 1000), {}, {}.keys()):
        Iterator.register(type(iter(source)) if not isinstance(source, (list, dict)) else type(reversed(source)))
    for abstract, types in (
        (Sequence, (tuple, str, range, memoryview)), (MutableSequence, (list, bytearray, deque)),
        (ByteString, (bytes, bytearray)), (Set, (frozenset,)), (MutableSet, (set,)), (MutableMapping, (dict,)),
        (Mapping, (type(type.__dict__),)), (KeysView, (type({}.keys()),)), (ItemsView, (type({}.items()),)),
        (ValuesView, (type({}.values()),)), (Buffer, (bytes, bytearray, memoryview)),
    ):
        for t in types:
            abstract.register(t)


_register()
del _register
