# Mocks remember their use; patch puts them in place for a while.
import asyncio
import os
from unittest.mock import ANY, AsyncMock, MagicMock, Mock, call, patch, sentinel

m = Mock(return_value=3)
print(m(1, a=2), m.called, m.call_count, m.call_args, m.call_args.args, m.call_args_list, m.call_args == call(1, a=2))
m.method(5)
m.child.deep("x")
print(m.method_calls, m.mock_calls, m.method.called)
m.assert_called_once_with(1, a=2)
m.method.assert_called_with(ANY)
for bad in (lambda: m.assert_called_with(2), lambda: m.assert_not_called(), lambda: Mock().assert_called_once(), lambda: m.other.assert_called_with(1), lambda: m.assert_any_call(9), lambda: m.assert_has_calls([call(7)])):
    try:
        bad()
    except AssertionError as e:
        print(str(e).splitlines()[0])
s = Mock(side_effect=[1, ValueError("second"), 3])
print(s())
try:
    s()
except ValueError as e:
    print(e)
print(s(), Mock(side_effect=lambda x: x * 2)(4))
spec = Mock(spec=["there"])
print(spec.there is not None)
try:
    spec.missing
except AttributeError as e:
    print(e)
mm = MagicMock()
mm.__len__.return_value = 5
mm.__getitem__.return_value = "item"
mm.__iter__.return_value = iter([1, 2])
print(len(mm), mm[3], list(mm), bool(mm), int(mm), 3 in mm, mm.__getitem__.call_args)
with mm as entered:
    print(entered is mm.__enter__.return_value)
with patch("os.getcwd", return_value="/patched") as fake:
    print(os.getcwd(), fake.called)
print(os.getcwd() != "/patched")


class Service:
    def fetch(self):
        return "real"


with patch.object(Service, "fetch", return_value="fake"):
    print(Service().fetch())
print(Service().fetch())


@patch("os.sep", "#")
def replaced():
    return os.sep


@patch.object(Service, "fetch")
def given(fake):
    fake.return_value = "decorated"
    return Service().fetch()


print(replaced(), os.sep, given())
settings = {"a": 1}
with patch.dict(settings, {"b": 2}, a=3):
    print(settings)
print(settings, sentinel.thing, sentinel.thing is sentinel.thing, call(1, x=2), call.method(3))


async def main():
    am = AsyncMock(return_value=7)
    print(await am(1), am.call_count)
    am.assert_awaited_once()


asyncio.run(main())
m.reset_mock()
print(m.called, m.call_count, m.mock_calls)
