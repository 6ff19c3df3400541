"""The README's pictures are in step with the charts: each bears its chart's words."""

import re
from pathlib import Path

import pytest
from PIL import Image

import readout

ROOT = Path(__file__).parents[1]
PICTURES = sorted((ROOT / "pictures").glob("*.png"))


def test_readme_shows_every_picture_and_says_what_it_shows():
    shown = re.findall(
        r"!\[([^\]]{20,})\]\((pictures/\w+\.png)\)", (ROOT / "README.md").read_text()
    )

    assert [path for _, path in shown] == [f"pictures/{path.name}" for path in PICTURES]


@pytest.mark.parametrize("path", PICTURES, ids=lambda path: path.stem)
def test_a_picture_says_what_the_chart_says_now(path, seed_article):
    chart = getattr(readout.charts, path.stem)(seed_article)

    with Image.open(path) as picture:
        assert picture.info["Description"] == str(chart), "run `make pictures`"
