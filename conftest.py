"""What pytest needs to know about the notebooks and about the examples in docstrings."""

import shutil
from pathlib import Path

import pytest

SEEDS = Path(__file__).parent / "seeds"


def pytest_collectstart(collector: pytest.Collector) -> None:
    """Let nbval compare what charts say (text/plain), not the bytes of their pictures."""
    if hasattr(collector, "skip_compare"):
        collector.skip_compare += ("text/html",)


@pytest.fixture(scope="session")
def seed_article():
    """The article that the notebooks and the examples are about."""
    import readout

    return readout.load(SEEDS / "haftar-belarus-2025-02-24.txt")


@pytest.fixture(autouse=True)
def surroundings_of_examples(request, doctest_namespace, tmp_path_factory, monkeypatch):
    """Examples know `readout` and `article`, and run beside `seeds/` and an empty `reports/`."""
    if not isinstance(request.node, pytest.DoctestItem):
        return
    import readout

    doctest_namespace["readout"] = readout
    if any("article" in example.source for example in request.node.dtest.examples):
        doctest_namespace["article"] = request.getfixturevalue("seed_article")
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "reports").mkdir()
    monkeypatch.chdir(folder)
