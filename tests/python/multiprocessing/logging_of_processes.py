# The package's own logger: get_logger, log_to_stderr, levels of its own, and what they write.
# needs: processes
import io
import logging
import multiprocessing
import sys
from multiprocessing import util

if __name__ == "__main__":
    logger = multiprocessing.get_logger()
    print(logger.name, logger.propagate, multiprocessing.get_logger() is logger)
    caught = io.StringIO()
    sys.stderr, kept = caught, sys.stderr
    told = multiprocessing.log_to_stderr(logging.INFO)
    print(told is logger, logger.level == logging.INFO, len(logger.handlers))
    util.info("informed of %s", "this")
    util.debug("not shown")
    logger.warning("doomed")
    logger.setLevel(multiprocessing.SUBDEBUG)
    util.sub_debug("below debug")
    util.sub_warning("above info")
    sys.stderr = kept
    for line in caught.getvalue().splitlines():
        print(line)
    print(multiprocessing.SUBDEBUG, multiprocessing.SUBWARNING)
    logger.setLevel(logging.ERROR)
