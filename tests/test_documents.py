"""From files of several formats to the text of the article and the date that the file declares."""

import contextlib
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from printed_pages import column, printed

import readout
from readout.documents import Document, read_document
from readout.errors import (
    ArticleTooLong,
    EmptyArticle,
    NotPlainText,
    PublicationDateMissing,
    ReadoutError,
)

TITLE = "Envoy flies to Ankara"
LEAD = "Idris Maharo met President Jane Roe of Ghana in Ankara on Tuesday, and promised help."
SECOND = "Kenya, which has long backed Ms Roe, welcomed the talks & called them “useful”."
PAGE = f"""<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>{TITLE} - Example News</title>
<style>p {{ color: red }}</style>
<script>var hidden = "Zambia backs Malawi in everything that Zambia says about Malawi.";</script>
HEAD</head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/world">World</a></li></ul></nav>
<article><h1>{TITLE}</h1>
<p>Idris Maharo met
   President <b>Jane Roe</b> of <a href="/ghana">Ghana</a> in Ankara on Tuesday,
   and promised help.</p>
<h2>Reactions</h2>
<p>Kenya, which has long backed Ms Roe, welcomed the talks &amp; called them “useful”.</p>
</article>
BODY
<footer>© 2019 Example News, last changed 3 May 2018</footer></body></html>
"""
MARKDOWN = f"""# {TITLE}

Idris Maharo met
President **Jane Roe** of [Ghana](https://example.org/ghana) in Ankara on Tuesday, and *promised*
help. ![A map](map.png)

## Reactions

Kenya, which has long backed Ms Roe, welcomed the talks &amp; called them “useful”.
"""
PARAGRAPHS = [TITLE, LEAD, "Reactions", SECOND]


@pytest.fixture
def file(tmp_path):
    def write(content, name):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    return write


def page(*, head="", body=""):
    return PAGE.replace("HEAD", head).replace("BODY", body)


def paragraphs(document):
    return document.text.strip("\n").split("\n\n")


def ties(article):
    return article.ties[["source", "relation", "target"]].to_numpy().tolist()


# Which format


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (page(), "talks.html"),
        (page(), "talks.txt"),
        (page(), "talks.md"),
        (page(), "talks"),
        (f"\ufeff<!-- saved from url=(0019)https://example.org -->\n{page()}", "talks.htm"),
        (f'<?xml version="1.0" encoding="utf-8"?>\n{page()}', "talks.xhtml"),
        (page().encode("utf-16"), "talks.html"),
        (page().replace("utf-8", "windows-1252").encode("cp1252"), "talks.html"),
        (MARKDOWN, "talks.md"),
        (MARKDOWN.replace("\n", "\r\n"), "TALKS.MARKDOWN"),
    ],
)
def test_the_same_article_in_every_format(file, content, name):
    document = read_document(file(content, name))

    assert paragraphs(document) == PARAGRAPHS
    assert document.text.endswith("”.\n")


def test_plain_text_is_taken_character_for_character(file):
    text = "  Talks fail\r\n\r\n# not *mark-up* [here](x)\n"

    assert read_document(file(text, "talks.txt")) == Document(text)


def test_fragments_of_pages_are_pages(file):
    lines = read_document(file(f"<p>{LEAD}</p><p>They spoke.</p>", "talks.txt"))

    assert paragraphs(lines) == [LEAD, "They spoke."]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        ("<?xml version='1.0'?><rss><title>a</title><p>b</p></rss>", "feed.xml"),
        ("<?xml version='1.0'?><article><title>a</title><p>b</p></article>", "article.html"),
        ("<rss><title>a</title><link>b</link></rss>", "feed.rss"),
        ("MIME-Version: 1.0\nContent-Type: multipart/related;\n\n<html><p>a</p>", "page.mhtml"),
        ("The page began with <html>, she said.", "talks.txt"),
    ],
)
def test_other_mark_up_is_none_to_read(file, content, name):
    path = file(content, name)

    with pytest.raises(NotPlainText) as error:
        read_document(path)

    assert str(error.value).startswith(f"{path}: ")
    assert "; save" in str(error.value)


# Web pages


def test_nothing_of_scripts_menus_tables_and_comments(file):
    body = (
        "<table><tr><td>State</td><td>Side</td></tr></table>"
        '<div id="comments"><p class="comment">A reader: nonsense!</p></div>'
        '<script type="application/ld+json">{"articleBody": "Zambia backs Malawi."}</script>'
        "<noscript>Switch on scripts, Zambia.</noscript>"
    )

    assert paragraphs(read_document(file(page(body=body), "talks.html"))) == PARAGRAPHS


@pytest.mark.parametrize(
    "content",
    [
        "<html></html>",
        "<html><body><script>var text = 'Idris Maharo met Jane Roe in Ankara.';</script></body>",
        "<html><frameset><frame src='a.html'></frameset></html>",
        "<!--" * 5000,
        "<html><body>" + "<div>" * 20_000 + LEAD,
    ],
)
def test_a_page_without_text_is_a_named_error(file, content):
    with pytest.raises(EmptyArticle, match=r"page\.html: .*; save"):
        read_document(file(content, "page.html"))


def test_quoted_tags_in_a_page_are_words(file):
    quoted = "<p>Hackers put &lt;script&gt;, &lt;p&gt;, &lt;b&gt; and &lt;i&gt; into forms.</p>"

    assert read_document(file(f"<html><body>{quoted}</body></html>", "page.html")).text == (
        "Hackers put <script>, <p>, <b> and <i> into forms.\n"
    )
    article = readout.load(file(f"<html><body>{quoted}</body></html>", "page.html"))
    assert "<script>" in article.text


# The day that a page declares

DECLARED = {
    '<meta property="article:published_time" content="2025-02-24T23:30:00-05:00">': "2025-02-24",
    '<meta name="OriginalPublicationDate" content="2025/02/24 10:01:12">': "2025-02-24",
    '<meta name="pubdate" content="Mon, 24 Feb 2025 09:00:00 GMT">': "2025-02-24",
    '<meta name="DC.date.issued" content="1898-02-24">': "1898-02-24",
    '<meta itemprop="datePublished" content="2025-02-24">': "2025-02-24",
    '<time itemprop="datePublished" datetime="2025-02-24T08:00Z">Monday</time>': "2025-02-24",
    '<script type="application/ld+json">{"datePublished": "2025-02-24T08:00Z"}</script>': (
        "2025-02-24"
    ),
    '<meta property="article:modified_time" content="2025-02-26">'
    '<meta property="article:published_time" content="2025-02-24">': "2025-02-24",
}
NOT_DECLARED = [
    "",
    '<meta property="article:modified_time" content="2025-02-26">',
    '<meta property="og:updated_time" content="2025-02-26">',
    '<meta name="last-modified" content="2025-02-26">',
    '<meta itemprop="copyrightYear" content="2024">',
    '<meta property="article:published_time" content="2025">',
    '<meta property="article:published_time" content="03/04/2025">',
    '<meta property="article:published_time" content="yesterday">',
    '<meta name="description" content="2025-02-24">',
    '<meta property="og:image" content="https://example.org/2025/02/24/talks.png">',
    '<link rel="canonical" href="https://example.org/2025/02/24/talks">',
    '<script type="application/ld+json">[{"datePublished": "2025-02-24"},'
    ' {"datePublished": "2025-02-20"}]</script>',
    '<time datetime="2025-02-24">24 February 2025</time>',
]


@pytest.mark.parametrize(("declaration", "day"), DECLARED.items())
def test_a_page_declares_its_day(file, declaration, day):
    assert str(read_document(file(page(head=declaration), "a.html")).published) == day


@pytest.mark.parametrize("declaration", NOT_DECLARED)
def test_no_day_is_guessed(file, declaration):
    assert read_document(file(page(head=declaration), "a.html")).published is None


def test_caller_then_text_then_declaration(file):
    meta = '<meta property="article:published_time" content="2025-02-25">'
    path = file(page(head=meta), "page.html")
    dated = page(head=meta).replace("<p>Idris", "<p>Published on 24 February 2025</p><p>Idris")

    assert readout.load(path).published == date(2025, 2, 25)
    assert readout.load(file(dated, "dated.html")).published == date(2025, 2, 24)
    assert readout.load(path, published="2025-02-23").published == date(2025, 2, 23)
    with pytest.raises(PublicationDateMissing):
        readout.load(file(page(), "undated.html"))


# Markdown


def test_markdown_leaves_no_mark_up(file):
    markup = (
        "Setext\n======\n\n> Quoted `code`, 5 \\* 3,<br>and <b>bold</b> <script>run()</script>.\n\n"
        "- One\n- Two\n  goes on\n\n3. Three\n\n| A | B |\n|---|---|\n| 1 | [2](x) |\n\n"
        "<div align='center'><p>In HTML</p><script>run()</script></div>\n\n"
        "    Indented.\n\n***\n\nSee [it][1].\n\n[1]: https://example.org\n"
    )

    assert paragraphs(read_document(file(markup, "a.md"))) == [
        "Setext",
        "Quoted code, 5 * 3, and bold .",
        "- One",
        "- Two goes on",
        "3. Three",
        "A | B",
        "1 | 2",
        "In HTML",
        "Indented.",
        "See it.",
    ]


@pytest.mark.parametrize(
    ("front", "title", "day"),
    [
        (f"---\ntitle: '{TITLE}'\ndate: 2025-02-24T10:00:00Z\n---\n", TITLE, date(2025, 2, 24)),
        ("---\ndate: 24 February 2025\ntags: [a]\n---\n", LEAD, date(2025, 2, 24)),
        ("---\npublished: 2025-02-24\ndate: 2025-03-01\n---\n", LEAD, date(2025, 2, 24)),
        (f'+++\r\ntitle = "{TITLE}"\r\ndate = 2025-02-24\r\n+++\r\n', TITLE, date(2025, 2, 24)),
        ("---\ndate: 03/04/2025\n---\n", LEAD, None),
        ("---\ntitle: Other\n---\n# Its heading\n\n", "Its heading", None),
    ],
)
def test_front_matter(file, front, title, day):
    document = read_document(file(f"{front}{LEAD}\n", "a.md"))

    assert document.published == day
    assert paragraphs(document) == ([title, LEAD] if title != LEAD else [LEAD])


# The article


def test_every_format_is_read_alike(file):
    pdf = printed(column([TITLE], size=20, top=560) + column(broken(LEAD)) + second_column(SECOND))
    plain = "\n\n".join([TITLE, LEAD, SECOND])
    contents = {
        "a.txt": plain,
        "a.html": page().replace("<h2>Reactions</h2>", ""),
        "a.md": MARKDOWN.replace("## Reactions", ""),
        "a.pdf": pdf,
    }
    articles = [
        readout.load(file(content, name), published="2025-02-25")
        for name, content in contents.items()
    ]

    assert ties(articles[0]), "there is something to compare"
    for article in articles[1:]:
        assert article.title == TITLE
        assert ties(article) == ties(articles[0])
        assert article.text.strip() == plain
        for tie in article.ties.itertuples():
            assert article.text[tie.start : tie.end] == tie.evidence


def broken(words):
    """The words in two lines."""
    middle = words.index(" ", len(words) // 2)
    return [words[:middle], words[middle + 1 :]]


def second_column(words):
    return column(broken(words), top=440)


def test_a_string_of_html_is_still_none():
    with pytest.raises(NotPlainText):
        readout.parse(page())


def test_too_long_a_page(file):
    with pytest.raises(ArticleTooLong):
        read_document(file("<html><body>" + f"<p>{LEAD}</p>" * 13_000, "page.html"))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300), st.sampled_from(["html", "md", "txt"]))
def test_anything_gives_text_or_a_named_error_in_one_line(tmp_path_factory, text, suffix):
    path = tmp_path_factory.getbasetemp() / f"any.{suffix}"
    head = "<html><body><p>" if suffix == "html" else ""
    path.write_bytes(f"{head}{text}".encode(errors="replace"))

    with contextlib.suppress(ReadoutError):
        assert read_document(path).text.strip()
