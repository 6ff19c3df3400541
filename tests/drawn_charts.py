"""The charts of the hand-made articles, drawn for the tests."""

from chart_articles import (
    empty_article,
    huge_article,
    late_article,
    small_article,
    tiny_article,
)

from readout import charts

ARTICLES = {
    "small": small_article(),
    "tiny": tiny_article(),
    "late": late_article(),
    "huge": huge_article(),
    "empty": empty_article(),
}
CHARTS = ("mentions", "dispersion", "shared_sentences", "timeline", "network")


def draw(name, size="small"):
    return getattr(charts, name)(ARTICLES[size])
