"""The overview of several reports: a page that links them and says what could not be read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import quote

import jinja2

from readout.article import Article
from readout.files import replace_file

HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """A file of an overview: its article, reported in the folder `name`, or the problem with it."""

    path: Path
    name: str
    article: Article | None
    problem: str = ""

    @property
    def link(self) -> str:
        """The address of the report, as seen from the overview.

        >>> Entry(Path("first talks.txt"), "first talks", None).link
        'first%20talks/index.html'
        """
        return f"{quote(self.name)}/index.html"

    @property
    def most_mentioned(self) -> str:
        """The names of the three actors that the article mentions most.

        >>> talks = readout.parse("Jane Roe met Al Poe. Ms Roe then left.")
        >>> Entry(Path("talks.txt"), "talks", talks).most_mentioned
        'Jane Roe, Al Poe'
        """
        if self.article is None:
            return ""
        actors = self.article.actors.sort_values("mentions", ascending=False, kind="stable")
        return ", ".join(actors["name"].head(3))


def write_overview(folder: Path, entries: Sequence[Entry]) -> Path:
    """Write `index.html`, which links the reports of the entries, and return its path.

    Articles stand in the order of their publication, those without a date last, and below them what
    could not be read. Everything from the files is escaped. Raises OSError if the folder cannot be
    written.

    >>> entry = Entry(Path("talks.txt"), "talks", None, problem="no such file")
    >>> write_overview(Path("reports"), [entry]).name
    'index.html'
    """
    environment = jinja2.Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    template = environment.from_string((HERE / "overview.html.j2").read_text(encoding="utf-8"))
    page = template.render(
        style=(HERE / "report.css").read_text(encoding="utf-8"),
        read=sorted((entry for entry in entries if entry.article), key=_published),
        unread=[entry for entry in entries if not entry.article],
    )
    return replace_file(folder / "index.html", page.encode())


def _published(entry: Entry) -> date:
    return (entry.article and entry.article.published) or date.max
