"""Tests that are coroutines, each with an event loop of its own."""

__unittest = True

import asyncio
import contextvars
import inspect

from unittest.case import TestCase


class IsolatedAsyncioTestCase(TestCase):
    """A TestCase whose tests and preparation may be coroutines."""

    _runner = None

    async def asyncSetUp(self):
        pass

    async def asyncTearDown(self):
        pass

    def addAsyncCleanup(self, func, /, *args, **kwargs):
        self.addCleanup(func, *args, **kwargs)

    async def enterAsyncContext(self, cm):
        value = await type(cm).__aenter__(cm)
        self.addAsyncCleanup(type(cm).__aexit__, cm, None, None, None)
        return value

    def _await(self, func, *args, **kwargs):
        made = self._context.run(func, *args, **kwargs)
        return self._runner.run(made, context=self._context) if inspect.isawaitable(made) else made

    def _call_setup(self):
        self._context.run(self.setUp)
        self._await(self.asyncSetUp)

    def _call_test(self, method):
        self._await(method)

    def _call_teardown(self):
        self._await(self.asyncTearDown)
        self._context.run(self.tearDown)

    def _call_cleanup(self, function, *args, **kwargs):
        self._await(function, *args, **kwargs)

    def run(self, result=None):
        self._context = contextvars.copy_context()
        self._runner = asyncio.Runner(debug=False)
        try:
            return super().run(result)
        finally:
            self._runner.close()
            self._runner = None
