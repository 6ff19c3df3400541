"""The committed tables of the seed article are what Readout reads from it today."""

from pathlib import Path

import readout
from readout.export import write_tables

SEEDS = Path(__file__).parents[1] / "seeds"


def test_tables_are_in_step_with_the_article(tmp_path):
    article = readout.load(SEEDS / "haftar-belarus-2025-02-24.txt")

    fresh = {
        path.name: path.read_text(encoding="utf-8") for path in write_tables(article, tmp_path)
    }
    committed = {
        path.name: path.read_text(encoding="utf-8") for path in (SEEDS / "tables").glob("*.*")
    }

    assert committed == fresh, "run `make tables` and read the diff"
