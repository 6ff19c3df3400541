"""Which files a call means, and a name of its own for each."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from readout.article_files import find_articles, names_of


def test_a_folder_stands_for_the_articles_in_it(tmp_path):
    (tmp_path / "sub.html").mkdir()
    for name in ("b.TXT", "a.html", "c.pdf", ".a.txt", "ReadMe.md", "d.csv", "e", "e.txt~"):
        (tmp_path / name).touch()
    (tmp_path / "sub.html" / "f.txt").touch()

    assert [path.name for path in find_articles([tmp_path])] == ["a.html", "b.TXT", "c.pdf"]


def test_files_are_taken_as_given_and_once(tmp_path):
    for name in ("a.txt", "README.md"):
        (tmp_path / name).touch()
    paths = [tmp_path / "README.md", Path("missing"), tmp_path, tmp_path / "." / "a.txt"]

    assert find_articles(paths) == [tmp_path / "README.md", Path("missing"), tmp_path / "a.txt"]


def test_a_folder_without_articles_stands_for_itself(tmp_path):
    assert find_articles([tmp_path]) == [tmp_path]


def test_names_are_stems_where_these_tell_files_apart():
    paths = [Path("a.txt"), Path("B.txt"), Path("b.html"), Path("b-html.txt"), Path("index.html")]

    assert names_of(paths) == ["a", "B-txt", "b-html", "b-html-2", "index"]
    assert names_of([Path("index.html.txt")], taken=["index.html"]) == ["index.html-2"]


@given(st.lists(st.sampled_from(["a", "A", "a.txt", "a-txt.md", "a-txt-2", "x/a.txt", "a.TXT"])))
def test_no_two_names_are_the_same(paths):
    names = names_of([Path(path) for path in paths], taken=["a-2"])

    assert len({name.lower() for name in names} - {"a-2"}) == len(paths)
