"""Annotation files: the example of the guide is right, whatever is malformed is named."""

import re
from pathlib import Path

import pytest

from readout.errors import ArticleNotFound, GoldInvalid
from readout.gold import read_gold

SAMPLES = Path(__file__).parents[1] / "samples"


@pytest.fixture
def path(tmp_path):
    """The annotation that samples/README.md shows, beside its article."""
    guide = (SAMPLES / "README.md").read_text(encoding="utf-8")
    [text] = re.findall(r'For the article "([^"]+)"', guide)
    [annotation] = re.findall(r"^```json\n(.*?)^```$", guide, re.DOTALL | re.MULTILINE)
    (tmp_path / "roe.txt").write_text(text.replace("\n", " "), encoding="utf-8")
    path = tmp_path / "roe.gold.json"
    path.write_text(annotation, encoding="utf-8")
    return path


def test_the_example_in_the_guide_is_read(path):
    gold = read_gold(path)

    assert (gold.name, gold.article.name, gold.published) == ("roe", "roe.txt", "2024-05-02")
    assert gold.sites == {"belarus", "minsk"}
    assert [str(each) for each in gold.answers["mentions"]][:2] == [
        "jane-roe; actor",
        "minsk; place",
    ]
    assert [str(each) for each in gold.answers["ties"]] == ["jane-roe backs belarus; hedged"]


@pytest.mark.parametrize("sample", sorted(SAMPLES.glob("*.gold.json")), ids=lambda path: path.stem)
def test_evidence_of_the_samples_lies_where_it_says(sample):
    gold = read_gold(sample)
    text = gold.article.read_text(encoding="utf-8")

    for answers in gold.answers.values():
        assert all(text[each.start : each.end] == each.text for each in answers)


def test_publication_date_may_be_left_to_the_article(path):
    path.write_text(path.read_text(encoding="utf-8").replace('"2024-05-02"', "null"))

    assert read_gold(path).published is None


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("{", "", "no JSON"),
        ('"2024-05-02"', '"2 May"', "'published' must be a day"),
        ('"actors": {', '"people": {', "'actors' must be an object"),
        ('"type": "city"', '"type": "town"', "actors, 'minsk': 'type' must be one of person"),
        ('"dates"', '"days"', "'dates' must be a list"),
        ('"reading": "place"', '"reading": "site"', "mentions, row 2: 'reading' must be one of"),
        ('"start": 17', '"start": "17"', "mentions, row 2: 'start' must be a number"),
        ('"start": 17', '"start": 16', "row 2: 'Minsk' does not begin at character 16"),
        ('"end": 22', '"end": 23', "mentions, row 2: 'end' must be 22"),
        ('"actor": "minsk"', '"actor": "pinsk"', "'pinsk' is not among 'actors'"),
        ('["jane-roe"]', '["jane"]', "events, row 1: 'jane' is not among 'actors'"),
        ('"end_date": "2024-04-30"', '"end_date": "2024-04-29"', "row 1: ends before it begins"),
        ('"backs"', '"likes"', "ties, row 1: 'relation' must be one of backs"),
        ("She may back Belarus", "She backs Belarus", "ties, row 1: the article does not say"),
    ],
)
def test_malformed_annotations_are_named(path, before, after, message):
    path.write_text(path.read_text(encoding="utf-8").replace(before, after, 1), encoding="utf-8")

    with pytest.raises(GoldInvalid, match=rf"roe\.gold\.json: .*{re.escape(message)}.*; correct"):
        read_gold(path)


def test_rows_and_files_of_another_shape_are_named(path):
    path.write_text("[]", encoding="utf-8")
    with pytest.raises(GoldInvalid, match="must be an object"):
        read_gold(path)
    path.write_text('{"published": null, "actors": {}, "mentions": [3]}', encoding="utf-8")
    with pytest.raises(GoldInvalid, match="mentions, row 1: must be an object"):
        read_gold(path)


def test_an_annotation_without_its_article_is_named(path):
    path.with_name("roe.txt").unlink()

    with pytest.raises(ArticleNotFound, match=r"roe\.txt"):
        read_gold(path)
