"""Files to take along, for every program that reads them; all exports are imported from here.

The same article gives the same bytes, and a file appears complete or not at all: it is written
beside its place and then renamed.
"""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from readout.export_followthemoney import write_followthemoney
from readout.export_json import write_json
from readout.export_network import write_network
from readout.export_parquet import write_parquet
from readout.export_tables import write_tables
from readout.export_timelinejs import write_timelinejs

if TYPE_CHECKING:
    from readout.article import Article

__all__ = [
    "FORMATS",
    "write_all",
    "write_followthemoney",
    "write_json",
    "write_network",
    "write_parquet",
    "write_tables",
    "write_timelinejs",
]

FORMATS: Mapping[str, Callable[["Article", Path], list[Path]]] = MappingProxyType(
    {
        "csv": write_tables,
        "parquet": write_parquet,
        "json": write_json,
        "network": lambda article, folder: write_network(article, folder / "network"),
        "timelinejs": lambda article, folder: [write_timelinejs(article, folder / "timeline.json")],
        "followthemoney": lambda article, folder: [
            write_followthemoney(article, folder / "entities.ftm.json")
        ],
    }
)


def write_all(
    article: "Article", folder: str | Path, *, formats: Iterable[str] = tuple(FORMATS)
) -> list[Path]:
    """Write the article to `folder` in the formats named, by default all of `FORMATS`.

    Returns the paths. Raises KeyError for an unknown format, OSError if the folder cannot be
    written, and PackageMissing if `followthemoney` is asked for and not installed; it is the last
    by default, so all other files are there.

    >>> [path.name for path in write_all(article, "reports", formats=["json", "network"])]
    ['article.json', 'network.graphml', 'network.gexf']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return [path for name in formats for path in FORMATS[name](article, folder)]
