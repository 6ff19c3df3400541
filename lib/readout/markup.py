"""Whether a text is a web page, other mark-up, or plain text that at most quotes a tag."""

import re
from itertools import islice

PAGE_SUFFIXES = (".htm", ".html", ".xhtml")
MARKDOWN_SUFFIXES = (".markdown", ".md")

_PAGE_TAG = re.compile(r"<(?:!doctype\s+html|/?(?:html|head|body))\b", re.IGNORECASE)
_ELEMENTS = (
    "a|article|aside|b|blockquote|br|button|div|em|figcaption|figure|font|footer|form|h[1-6]|header|hr|i|"
    "iframe|img|input|li|link|main|meta|nav|ol|p|script|section|span|strong|style|svg|table|tbody|td|th|"
    "title|tr|u|ul|video"
)
_TAG = re.compile(rf"</?(?:{_ELEMENTS})(?:\s[^<>]{{0,1000}})?/?>", re.IGNORECASE)
_XML = "<?xml"
_BEFORE_PAGE = re.compile(r"(?>\s+|<!--.*?-->|<\?xml\b[^>]*>)*", re.DOTALL)
_MOST_TAGS = 3  # an article may quote a tag or two


def is_markup(text: str) -> bool:
    """Whether a text is the source of a page, HTML or XML, and not the words that it shows.

    >>> is_markup("<p>Talks failed.</p>"), is_markup("The page began with <b>.")
    (True, False)
    """
    has_page_tag = _PAGE_TAG.search(text) is not None or _XML in text
    return has_page_tag or _TAG.match(text.lstrip()) is not None or _has_many_tags(text)


def is_web_page(text: str, suffix: str) -> bool:
    """Whether a text is HTML; the suffix of its file decides where it begins with no page tag.

    Markdown may hold HTML elements; XML that is no XHTML is no web page.

    >>> is_web_page("<p>Talks failed.</p>", ".txt"), is_web_page("<p>Talks failed.</p>", ".md")
    (True, False)
    """
    start = _BEFORE_PAGE.match(text)
    behind = start.end() if start else 0
    if _PAGE_TAG.match(text, behind):
        return True
    if suffix in MARKDOWN_SUFFIXES or _XML in text[:behind]:
        return False
    if suffix in PAGE_SUFFIXES:
        return "<" in text
    return _TAG.match(text, behind) is not None or (
        text[behind : behind + 1] != "<" and _has_many_tags(text)
    )


def _has_many_tags(text: str) -> bool:
    return sum(1 for _ in islice(_TAG.finditer(text), _MOST_TAGS + 1)) > _MOST_TAGS
