# Signals and loops: Ctrl-C cancels the main task, handlers run in the loop, an idle loop hears them.
import asyncio
import os
import signal
import threading
import time


def soon(number, delay=0.02):
    def send():
        time.sleep(delay)
        os.kill(os.getpid(), number)

    threading.Thread(target=send).start()


async def idle():
    soon(signal.SIGINT)
    try:
        await asyncio.get_running_loop().create_future()
    except asyncio.CancelledError:
        print("cancelled")
        raise


async def busy():
    soon(signal.SIGINT)
    while True:
        await asyncio.sleep(0)


async def swallows():
    soon(signal.SIGINT)
    try:
        await asyncio.sleep(30)
    except asyncio.CancelledError:
        return "swallowed"


for main in (idle, busy):
    try:
        asyncio.run(main())
    except KeyboardInterrupt:
        print("KeyboardInterrupt", main.__name__)
print(asyncio.run(swallows()))
print(signal.getsignal(signal.SIGINT) is signal.default_int_handler)


async def handlers():
    loop = asyncio.get_running_loop()
    arrived = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, arrived.set)
    soon(signal.SIGTERM)
    await arrived.wait()
    print("SIGTERM arrived")
    got = []
    loop.add_signal_handler(signal.SIGUSR1, got.append, "usr1")
    os.kill(os.getpid(), signal.SIGUSR1)
    while not got:
        await asyncio.sleep(0)
    print(got, loop.remove_signal_handler(signal.SIGUSR1), loop.remove_signal_handler(signal.SIGUSR1))
    try:
        loop.add_signal_handler(signal.SIGUSR1, handlers)
    except TypeError as error:
        print(error)


asyncio.run(handlers())
