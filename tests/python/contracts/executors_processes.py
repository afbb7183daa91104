# needs: processes
"""The contract of executors, kept by ProcessPoolExecutor."""
import multiprocessing
from concurrent.futures import ProcessPoolExecutor

import _executors


def make(workers):
    return ProcessPoolExecutor(workers, mp_context=multiprocessing.get_context("spawn"))


if __name__ == "__main__":
    _executors.contract(make)
