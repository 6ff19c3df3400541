"""The measure: right answers score 1, each fault lowers its own measure, bad files are named."""

import json
import shutil
from functools import partial
from pathlib import Path
from types import SimpleNamespace

import pandas as pd
import pytest
from typer.testing import CliRunner

from readout import frames
from readout.__main__ import app
from readout.errors import GoldInvalid
from readout.scoring import ACCURACIES, KINDS, misses, overall, score_folder

SAMPLES = Path(__file__).parents[1] / "samples"
RELEASE = "ministers-call-podgorica"


def annotated(path, *, published=None, change=None):
    """A system that answers with the annotations, under ids of its own, after a `change`."""
    gold = json.loads(path.with_suffix(".gold.json").read_text(encoding="utf-8"))
    assert published == gold["published"]
    rows = {
        "mentions": [
            row | {"kind": "pronoun" if row["reading"] == "pronoun" else "name"}
            for row in gold["mentions"]
        ],
        "dates": [row | days(row["begin"], row["end_date"]) for row in gold["dates"]],
        "timeline": [row | days(row["begin"], row["end"]) for row in gold["events"]],
        "ties": gold["ties"],
    }
    if change:
        change(rows)
    return SimpleNamespace(
        **{name: frames.build(name, [full(name, row) for row in rows[name]]) for name in rows}
    )


def days(first, last):
    return {"first_day": first, "last_day": last}


def full(frame, row):
    """A row with every column of its frame, and with ids that are not the annotated ones."""
    blank = {
        name: 0 if column.dtype == "int64" else "" for name, column in frames.FRAMES[frame].items()
    }
    ids = {name: "our-" + row[name] for name in ("actor", "source", "target") if name in row}
    if frame == "timeline":
        ids |= {"actors": tuple("our-" + actor for actor in row["actors"]), "end": 0}
    return blank | row | ids


def damage(rows):
    """Make faults of every kind, in fixed places."""
    for row in rows["mentions"][::5]:
        row["reading"] = "place" if row["reading"] == "actor" else "actor"
    for row in rows["mentions"][::7]:
        row["actor"] = rows["mentions"][1]["actor"]
    rows["dates"][1]["last_day"] = "2030-01-01"
    for row in rows["ties"][::3]:
        row["source"], row["target"] = row["target"], row["source"]
    for row in rows["ties"][::4]:
        row["certainty"] = "hedged"
    rows["ties"][1]["relation"] = "courts"
    rows["timeline"][2]["actors"] = ["stranger"]
    for name, step in {"mentions": 6, "dates": 4, "timeline": 5, "ties": 5}.items():
        del rows[name][::step]
    rows["mentions"].append(rows["mentions"][0])
    rows["ties"].append(rows["ties"][0] | {"certainty": "hedged"})


@pytest.fixture
def release(tmp_path):
    """A folder with the press release alone."""
    for path in SAMPLES.glob(f"{RELEASE}.*"):
        shutil.copy(path, tmp_path)
    return tmp_path


def test_right_answers_score_one():
    scores = score_folder(SAMPLES, read=annotated)

    assert scores.columns.tolist() == [*KINDS, *ACCURACIES]
    assert scores.index.tolist() == [RELEASE, "summit-in-tashkent", "all"]
    assert (scores == 1).all(axis=None)
    assert overall(scores) == 1
    assert all(misses(SAMPLES, kind, read=annotated).empty for kind in KINDS)


def test_numbers_are_those_of_an_independent_scorer():
    expected = pd.DataFrame(
        {
            RELEASE: [0.870, 0.870, 0.471, 0.667, 0.667, 0.857, 0.476, 0.750, 0.600],
            "summit-in-tashkent": [0.897, 0.759, 0.889, 0.706, 0.778, 0.455, 0.308, 0.733, 0.750],
            "all": [0.885, 0.808, 0.686, 0.690, 0.733, 0.651, 0.383, 0.741, 0.667],
        },
        index=[*KINDS, *ACCURACIES],
    ).T

    scores = score_folder(SAMPLES, read=partial(annotated, change=damage))

    pd.testing.assert_frame_equal(scores.round(3), expected)
    assert round(overall(scores), 3) == 0.660


FAULTS = [
    ("mentions", 0, {"start": 0, "end": 3}, {"spans", "mentions"}),
    ("mentions", 0, {"actor": "albania"}, {"mentions"}),
    ("mentions", 1, {"reading": "place"}, {"reading"}),
    ("mentions", 7, {"actor": "gjergj-prendi"}, {"pronouns"}),
    ("dates", 0, {"first_day": "2018-05-23"}, {"dates"}),
    ("dates", 0, {"start": 0, "end": 3}, {"dates"}),
    ("timeline", 1, {"last_day": "2018-05-25"}, {"timeline"}),
    ("timeline", 1, {"actors": ["italy", "kosovo"]}, {"timeline"}),
    ("ties", 0, {"target": "kosovo"}, {"couples", "ties"}),
    ("ties", 0, {"relation": "opposes"}, {"ties"}),
    ("ties", 1, {"source": "montenegro", "target": "vesna-radulovic"}, {"ties"}),
    ("ties", 1, {"certainty": "hedged"}, {"certainty"}),
    (
        "ties",
        0,
        {"source": "gjergj-prendi", "target": "vesna-radulovic"},
        set(),
    ),  # meets: both ways
]


@pytest.mark.parametrize(("frame", "number", "fault", "fallen"), FAULTS)
def test_a_fault_lowers_its_own_measure(release, frame, number, *, fault, fallen):
    def change(rows):
        rows[frame][number].update(fault)

    scores = score_folder(release, read=partial(annotated, change=change))

    assert {name for name in scores if scores.loc["all", name] < 1} == fallen


def test_misses_say_what_is_missed_and_what_is_wrong_and_where(release):
    def change(rows):
        rows["dates"][0]["last_day"] = "2030-01-01"

    faults = misses(release, "dates", read=partial(annotated, change=change))

    assert faults.to_dict("records") == [
        {"article": RELEASE, "fault": "missed", "start": 66, "end": 77}
        | {"text": "24 May 2018", "answer": "2018-05-24"},
        {"article": RELEASE, "fault": "wrong", "start": 66, "end": 77}
        | {"text": "24 May 2018", "answer": "2018-05-24 to 2030-01-01"},
    ]


@pytest.fixture
def folder(tmp_path):
    """A folder with one sentence in which only a date is annotated."""
    tuesday = {"start": 26, "end": 33, "text": "Tuesday"}
    gold = {"published": "2024-05-02", "actors": {}, "mentions": [], "events": [], "ties": []}
    gold["dates"] = [tuesday | {"begin": "2024-04-29", "end_date": "2024-04-29"}]
    (tmp_path / "roe.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (tmp_path / "roe.txt").write_text("Jane Roe visited Minsk on Tuesday.", encoding="utf-8")
    return tmp_path


def test_where_there_is_nothing_to_find_finding_nothing_is_right(folder):
    scores = score_folder(folder, read=annotated).loc["all"]

    assert scores[list(KINDS)].eq(1).all()
    assert scores[list(ACCURACIES)].isna().all()


def test_folders_without_annotated_articles_are_named(tmp_path):
    with pytest.raises(GoldInvalid, match=r"no NAME\.gold\.json"):
        score_folder(tmp_path)
    with pytest.raises(GoldInvalid, match="no such folder"):
        score_folder(tmp_path / "nowhere")


def test_command_prints_the_table_and_what_is_wrong(folder):
    done = CliRunner().invoke(app, ["score", str(folder), "--show", "dates"])

    lines = done.stdout.splitlines()
    assert done.exit_code == 0
    assert lines[0].split() == [*KINDS, *ACCURACIES]
    assert [line.split()[0] for line in lines[1:4]] == ["roe", "all", "overall"]
    assert lines[4:] == [
        "roe 26-33 missed: 2024-04-29 [Tuesday]",
        "roe 26-33 wrong: 2024-04-30 [Tuesday]",
    ]


def test_command_fails_in_one_line(tmp_path):
    done = CliRunner().invoke(app, ["score", str(tmp_path)])

    assert done.exit_code == 1
    assert done.stderr.startswith("GoldInvalid: ")
    assert done.stderr.count("\n") == 1
