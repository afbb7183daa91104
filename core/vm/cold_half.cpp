#include "vm/cold_half.hpp"

#include "vm/attributes.hpp"
#include "vm/cold.hpp"
#include "vm/names.hpp"
#include "vm/operators.hpp"
#include "vm/resume.hpp"
#include "vm/unwind.hpp"

namespace gilbox::py {

using bytecode::Op;

Step cold_half(Thread& t, Frame& f, const Insn& i) {
  const bool name_space = f.flags & kHasNameSpace;
  // No default: a new instruction must say here who finishes it.
  switch (i.op) {
      // clang-format off
    case Op::NOP: case Op::LOAD_CONST: case Op::LOAD_INT: case Op::MOVE: case Op::COPY:
    case Op::CLEAR: case Op::IS: case Op::IS_NOT: case Op::JUMP: case Op::JUMP_BACK:
    case Op::JUMP_IF_NONE: case Op::JUMP_IF_NOT_NONE: case Op::LIST_APPEND: case Op::CALL:
    case Op::CALL_METHOD: case Op::CALL_KW: case Op::CALL_METHOD_KW: case Op::CALL_EX:
    case Op::RETURN: case Op::RETURN_CONST: case Op::YIELD: case Op::SEND: break;

    case Op::CHECK_BOUND: case Op::DELETE_FAST: case Op::MAKE_CELL: case Op::LOAD_CELL:
    case Op::STORE_CELL: case Op::DELETE_CELL: case Op::LOAD_FREE: case Op::STORE_FREE:
    case Op::DELETE_FREE: case Op::LOAD_FREE_CELL: case Op::LOAD_CLASS_FREE:
    case Op::LOAD_CLASS_CELL: return variable_cold(t, f, i);
    case Op::LOAD_NAME: if (name_space) return load_name_cold(t, f, i); [[fallthrough]];
    case Op::LOAD_GLOBAL: return load_global_cold(t, f, i);
    case Op::STORE_NAME: if (name_space) return store_name_cold(t, f, i); [[fallthrough]];
    case Op::STORE_GLOBAL: return store_global_cold(t, f, i);
    case Op::DELETE_GLOBAL: case Op::DELETE_NAME: return delete_name_cold(t, f, i);
    case Op::SETUP_ANNOTATIONS: return annotations_cold(t, f, i);

    case Op::ADD: case Op::SUB: case Op::MUL: case Op::MATMUL: case Op::TRUEDIV: case Op::FLOORDIV:
    case Op::MOD: case Op::POW: case Op::LSHIFT: case Op::RSHIFT: case Op::AND: case Op::OR:
    case Op::XOR: case Op::ADD_I: case Op::SUB_I: case Op::MUL_I: case Op::FLOORDIV_I:
    case Op::MOD_I: case Op::LSHIFT_I: case Op::RSHIFT_I: case Op::AND_I:
      return binary_cold(t, f, i);
    case Op::NEG: case Op::POS: case Op::INVERT: return unary_cold(t, f, i);
    case Op::NOT: case Op::JUMP_IF_TRUE: case Op::JUMP_IF_FALSE: case Op::JUMP_IF_TRUE_KEEP:
    case Op::JUMP_IF_FALSE_KEEP: return truth_cold(t, f, i);
    case Op::LT: case Op::LE: case Op::EQ: case Op::NE: case Op::GT: case Op::GE:
    case Op::JUMP_UNLESS_LT: case Op::JUMP_UNLESS_LE: case Op::JUMP_UNLESS_EQ:
    case Op::JUMP_UNLESS_NE: case Op::JUMP_UNLESS_GT: case Op::JUMP_UNLESS_GE:
    case Op::JUMP_UNLESS_LT_I: case Op::JUMP_UNLESS_LE_I: case Op::JUMP_UNLESS_EQ_I:
    case Op::JUMP_UNLESS_NE_I: case Op::JUMP_UNLESS_GT_I: case Op::JUMP_UNLESS_GE_I:
    case Op::JUMP_WHEN_LT: case Op::JUMP_WHEN_LE: case Op::JUMP_WHEN_EQ: case Op::JUMP_WHEN_NE:
    case Op::JUMP_WHEN_GT: case Op::JUMP_WHEN_GE: return compare_cold(t, f, i);
    case Op::IN: case Op::NOT_IN: return contains_cold(t, f, i);
    case Op::GET_ITER: case Op::FOR_ITER: return iter_cold(t, f, i);

    case Op::LOAD_ATTR: return load_attr_cold(t, f, i);
    case Op::STORE_ATTR: return store_attr_cold(t, f, i);
    case Op::DELETE_ATTR: return delete_attr_cold(t, f, i);
    case Op::LOAD_METHOD: return load_method_cold(t, f, i);
    case Op::GETITEM: case Op::GETITEM_I: case Op::SETITEM: case Op::DELITEM:
      return item_cold(t, f, i);

    case Op::UNPACK_SEQUENCE: case Op::UNPACK_EX: case Op::BUILD_SLICE: case Op::BUILD_TUPLE:
    case Op::BUILD_LIST: case Op::BUILD_SET: case Op::BUILD_MAP: case Op::BUILD_STRING:
    case Op::FORMAT_VALUE: case Op::FORMAT_SPEC: case Op::LIST_EXTEND: case Op::LIST_TO_TUPLE:
    case Op::SET_ADD: case Op::SET_UPDATE: case Op::MAP_ADD: case Op::DICT_UPDATE:
    case Op::DICT_MERGE: return build_cold(t, f, i);
    case Op::MAKE_FUNCTION: case Op::LOAD_BUILD_CLASS: case Op::LOAD_LOCALS:
    case Op::LOAD_ASSERTION_ERROR: return function_cold(t, f, i);
    case Op::GET_YIELD_FROM_ITER: case Op::GET_AWAITABLE: case Op::GET_AITER: case Op::GET_ANEXT:
    case Op::END_ASYNC_FOR: return await_cold(t, f, i);
    case Op::WITH_ENTER: case Op::ASYNC_WITH_ENTER: case Op::WITH_EXIT: case Op::WITH_EXIT_EXC:
      return with_cold(t, f, i);
    case Op::EXC_ENTER: case Op::EXC_LEAVE: case Op::EXC_MATCH: case Op::EXC_GROUP_MATCH:
    case Op::EXC_GROUP_RERAISE: case Op::RAISE: case Op::RAISE_FROM: case Op::RAISE_AGAIN:
    case Op::RERAISE: return handler_cold(t, f, i);
    case Op::IMPORT_NAME: case Op::IMPORT_FROM: case Op::IMPORT_STAR: return import_cold(t, f, i);
    case Op::MATCH_SEQUENCE: case Op::MATCH_MAPPING: case Op::MATCH_KEYS: case Op::MATCH_CLASS:
    case Op::GET_LEN: return match_cold(t, f, i);
    case Op::PRINT_EXPR: return print_expression(t, f, i);
    case Op::INTRINSIC: return intrinsic_cold(t, f, i);
      // clang-format on
  }
  __builtin_unreachable();
}

}  // namespace gilbox::py
