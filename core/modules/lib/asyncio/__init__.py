"""Concurrent code with async and await (PEP 3156; Library Reference, "asyncio")."""

from .coroutines import *
from .events import *
from .events import _get_running_loop, _set_running_loop
from .exceptions import *
from .futures import *
from .locks import *
from .base_events import *
from .protocols import *
from .transports import *
from .queues import *
from .runners import *
from .streams import *
from .taskgroups import *
from .tasks import *
from .threads import *
from .timeouts import *
from .unix_events import *
from .waiting import *

__all__ = (
    coroutines.__all__
    + events.__all__
    + exceptions.__all__
    + futures.__all__
    + locks.__all__
    + base_events.__all__
    + protocols.__all__
    + transports.__all__
    + queues.__all__
    + runners.__all__
    + streams.__all__
    + taskgroups.__all__
    + tasks.__all__
    + threads.__all__
    + timeouts.__all__
    + unix_events.__all__
    + waiting.__all__
)
