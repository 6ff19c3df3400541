"""What pytest needs to know about the notebooks."""

import pytest


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Let nbval compare what charts say (text/plain), not the bytes of their pictures."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += ("text/html",)
