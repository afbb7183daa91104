"""Coroutines in other processes: multiprocessing and asyncio together (the package aiomultiprocess)."""

from aiomultiprocess._process import (Process, Worker, get_context, set_context, set_start_method)
from aiomultiprocess._pool import Pool, PoolResult, ProxyException, RoundRobin, Scheduler

__all__ = ["Pool", "PoolResult", "Process", "ProxyException", "RoundRobin", "Scheduler", "Worker", "get_context",
           "set_context", "set_start_method"]
__version__ = "0.9.1"
