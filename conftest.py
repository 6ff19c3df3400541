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


def who_is_who(text: str):
    """The References of a text, all of which is readable: what rules look up actors in."""
    from readout.article import find_references
    from readout.known_names import DATA
    from readout.language import load_model

    doc = load_model()(text)
    return find_references(doc, [True] * len(doc), known=DATA)


@pytest.fixture(autouse=True)
def surroundings_of_examples(request, doctest_namespace, tmp_path_factory, monkeypatch):
    """Examples know `readout`, `article`, the spaCy pipeline `nlp` and `who_is_who`.

    They run beside `seeds/` and an empty `reports/`.
    """
    if not isinstance(request.node, pytest.DoctestItem):
        return
    if "followthemoney" in request.node.name:
        pytest.importorskip("followthemoney", reason="`make extra` installs it")
    import readout
    from readout.language import load_model

    doctest_namespace.update(readout=readout, nlp=load_model(), who_is_who=who_is_who)
    if any("article" in example.source for example in request.node.dtest.examples):
        doctest_namespace["article"] = request.getfixturevalue("seed_article")
    folder = tmp_path_factory.mktemp("example")
    shutil.copytree(SEEDS, folder / "seeds")
    (folder / "reports").mkdir()
    monkeypatch.chdir(folder)
