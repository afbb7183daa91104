"""The contract of executors, kept by ThreadPoolExecutor."""
from concurrent.futures import ThreadPoolExecutor

import _executors

_executors.contract(ThreadPoolExecutor)
