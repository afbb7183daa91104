# Coroutines as tests.
import asyncio
import io
import unittest

events = []


class Async(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        events.append("setUp")

    async def asyncSetUp(self):
        await asyncio.sleep(0)
        self.loop = asyncio.get_running_loop()
        events.append("asyncSetUp")

    async def test_await(self):
        events.append("test")
        self.assertIs(asyncio.get_running_loop(), self.loop)
        self.assertEqual(await asyncio.sleep(0, "value"), "value")
        self.addAsyncCleanup(self.later, 1)

    async def later(self, n):
        await asyncio.sleep(0)
        events.append(f"cleanup {n}")

    async def test_fail(self):
        await asyncio.sleep(0)
        self.assertTrue(False)

    def test_plain(self):
        events.append("plain")

    async def asyncTearDown(self):
        events.append("asyncTearDown")

    def tearDown(self):
        events.append("tearDown")


out = io.StringIO()
result = unittest.TextTestRunner(out).run(unittest.defaultTestLoader.loadTestsFromTestCase(Async))
print(out.getvalue().splitlines()[0], events, result.testsRun, len(result.failures))
print(result.failures[0][1].splitlines()[-1])
