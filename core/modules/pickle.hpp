// Objects as bytes and back, for multiprocessing and module pickle. The format is gilbox's own
// (tags below), the same objects can be pickled as in CPython and errors read the same.
//
// One byte says what follows. Everything that can be met again gets the next memo number when it is
// written and when it is read, in the same order; `Memo` refers back.
#pragma once

#include <cstdint>

#include "runtime/protocol.hpp"

namespace gilbox::py::pickle {

inline constexpr char kMagic[] = {'\x80', 'g', '\x01'};

enum class Tag : uint8_t {
  None,
  True,
  False,
  Ellipsis,
  NotImplemented,
  Small,       // zigzag varint
  Int,         // sign byte, varint length, hexadecimal digits
  Float,       // 8 bytes
  Complex,     // 16 bytes
  Str,         // varint length, UTF-8 (WTF-8)           · memo
  Bytes,       // varint length, bytes                   · memo
  ByteArray,   //                                        · memo
  Tuple,       // varint count, items                    · memo after the items
  KnownTuple,  // varint count, items, number: items that held the tuple itself, which the memo has
  List,        // varint count                           · memo before the items
  Dict,        // varint count, key value …              · memo before the items
  Set,         // varint count                           · memo before the items
  FrozenSet,   // varint count                           · memo after the items
  Global,      // module Str, qualified name Str         · memo
  Reduce,      // callable, tuple                        · memo after them
  NewObject,   // class, tuple: class.__new__(class, …)  · memo after them
  Build,       // state, for the object before
  Append,      // varint count, items: extends the object before
  SetItems,    // varint count, key value …: into the object before
  End,         // no more about the object before
  Memo,        // varint number
};

Var dump(Thread& t, Value v);  // Bytes
Var load(Thread& t, const uint8_t* data, size_t size);

// _pickle.PicklingError and UnpicklingError.
extern Value pickling_error, unpickling_error;

}  // namespace gilbox::py::pickle
