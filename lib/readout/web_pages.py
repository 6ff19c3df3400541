"""From a web page to the text of its article and the day on which the page says it was published.

trafilatura tells the article from menus, adverts and comments. Scripts and styles are taken out
before it looks, and nothing is loaded from the net.
"""

import html
import logging
import re
from collections.abc import Iterator
from datetime import date
from typing import Any, TypeAlias

import trafilatura
from trafilatura.metadata import extract_metadata

from readout.documents import Document
from readout.errors import EmptyArticle
from readout.full_dates import FIRST_YEAR, LAST_YEAR, find_full_dates

_Tree: TypeAlias = Any  # of lxml, which brings no types

logging.getLogger("trafilatura").addHandler(logging.NullHandler())  # what goes wrong is raised
logging.getLogger("htmldate").addHandler(logging.NullHandler())

_NO_TEXT = "//script|//style|//noscript|//template"
_NAMES = ("name", "property", "itemprop")  # the attributes that say what a <meta> is about
_LINKED_DATA = '//script[@type="application/ld+json"]/text()'
_PUBLISHED_IN_LINKED_DATA = re.compile(r'"datePublished"\s*:\s*"([^"]{1,60})"')
_PUBLISHED_IN_MICRODATA = '//*[@itemprop="datePublished"]/@datetime'
_OF_A_CHANGE = re.compile("last|mod|revis|updat|utime", re.IGNORECASE)
_NO_SEARCH = {
    "original_date": True,
    "extensive_search": False,
    "min_date": f"{FIRST_YEAR}-01-01",
    "max_date": f"{LAST_YEAR}-12-31",
}


def read_page(markup: str, *, where: str) -> Document:
    """Read the article of a web page: its title, then its paragraphs, a blank line between them.

    Tables, pictures with their captions, and readers' comments are left out. `where` names the page
    in the message of the error. Raises EmptyArticle where the page has no text.

    >>> page = "<h1>Talks fail</h1><p>They failed in <b>Karum</b>.</p><script>run()</script>"
    >>> read_page(page, where="page.html").text.splitlines()
    ['Talks fail', '', 'They failed in Karum.']
    """
    page = trafilatura.load_html(markup)
    if page is None:  # a single element
        page = trafilatura.load_html(f"<html><body>{markup}</body></html>")
    text = page is not None and trafilatura.extract(
        page, include_comments=False, include_tables=False, prune_xpath=_NO_TEXT
    )
    if page is None or not text:
        raise EmptyArticle(f"{where}: no article found in this web page; save its text as .txt")
    title = " ".join((extract_metadata(page, date_config=_NO_SEARCH).title or "").split())
    paragraphs = [line.strip() for line in text.splitlines() if line.strip() not in ("", title)]
    return Document(
        "\n\n".join([title, *paragraphs] if title else paragraphs) + "\n",
        _published(page),
    )


def _published(page: _Tree) -> date | None:
    """The day that the page's metadata declares; None rather than a day from its text or address.

    trafilatura knows the names under which sites declare it, but would go on to guess. So it is
    shown a page of nothing but those declarations that say a day in full.
    """
    declared = "".join(
        f'<meta {attribute}="{html.escape(name)}" content="{day}">'
        for attribute, name, day in _dated_declarations(page)
    )
    bare = trafilatura.load_html(f"<html><head>{declared}</head><body></body></html>")
    found = extract_metadata(bare, date_config=_NO_SEARCH).date if bare is not None else None
    if found:
        return date.fromisoformat(found)
    linked = "".join(page.xpath(_LINKED_DATA))
    dates = [*page.xpath(_PUBLISHED_IN_MICRODATA), *_PUBLISHED_IN_LINKED_DATA.findall(linked)]
    days = {_day(words) for words in dates}
    return days.pop() if len(days) == 1 else None  # other articles' dates may stand there too


def _dated_declarations(page: _Tree) -> Iterator[tuple[str, str, date]]:
    for element in page.iter("meta"):
        for attribute in _NAMES:
            name, day = element.get(attribute), _day(element.get("content", ""))
            if name and day and not _OF_A_CHANGE.search(name):
                yield attribute, name, day


def _day(words: str) -> date | None:
    """The day with which the words begin, if they spell it out in full."""
    words = words.strip()[:60]
    return next((found.day for found in find_full_dates(words, 0, 60) if not found.start), None)
