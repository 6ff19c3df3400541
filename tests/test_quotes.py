"""Which words are quoted, and who says them.

A row is a text, and the quotations in it, each as "speaker: first ... last word".
"""

import pytest
from spacy.language import Language

from readout.quotes import find_quotations, speaker_at

QUOTATIONS = {
    "speaker before": (
        'Roe said: "We will stay."',
        ["Roe: We ... ."],
    ),
    "speaker announced by a colon": (
        'Roe told reporters:\n"We will stay. We can wait."\nPoe vowed to leave.',
        ["Roe: We ... ."],
    ),
    "who opens the next paragraph says something else": (
        'Roe was calm. "We will stay."\nPoe vowed to leave.',
        ["Roe: We ... ."],
    ),
    "speaker behind": (
        '"We will stay," Roe said.',
        ["Roe: We ... ,"],
    ),
    "curly marks": (
        "“We will stay,” Roe said.",
        ["Roe: We ... ,"],
    ),
    "angle marks": (
        "«We will stay,» Roe said.",
        ["Roe: We ... ,"],
    ),
    "single marks": (
        "‘We won’t stay,’ Roe said.",
        ["Roe: We ... ,"],
    ),
    "apostrophe inside": (
        "“The rebels’ war is over,” Roe said.",
        ["Roe: The ... ,"],
    ),
    "stray blank before the closing mark": (
        '"We will stay, " Roe said.',
        ["Roe: We ... ,"],
    ),
    "broken off by the speaker": (
        '"We will stay," Roe said, "until the end."',
        ["Roe: We ... ,", "Roe: until ... ."],
    ),
    "several sentences": (
        '"We will stay. Nobody will drive us out," Roe said.',
        ["Roe: We ... ,"],
    ),
    "speaker named in the first sentence": (
        'Roe said: "We will stay. Nobody will drive us out."',
        ["Roe: We ... ."],
    ),
    "goes on in the next sentence": (
        '"We will stay," Roe said. "Nobody will drive us out."',
        ["Roe: We ... ,", "Roe: Nobody ... ."],
    ),
    "sentence of the speaker is one of its own": (
        '"Will you stay?" Roe asked.',
        ["Roe: Will ... ?"],
    ),
    "nobody named": (
        'The sign read "No entry".',
        ["-: No ... entry"],
    ),
    "verb that reports nothing": (
        'Roe painted "No entry" on the wall.',
        ["-: No ... entry"],
    ),
    "reporting verb inside the marks": (
        'The poster in the hall was called "Roe said no".',
        ["-: Roe ... no"],
    ),
    "nearer of two speakers": (
        'Poe said she was tired, but "we will stay", Roe added.',
        ["Roe: we ... stay"],
    ),
    "next sentence is about something else": (
        'The sign read "No entry". Later that day the minister said that she was lost.',
        ["-: No ... entry"],
    ),
    "one mark of the wires for both ends": (
        "''We will stay,'' Roe said. ''We like it.''",
        ["Roe: We ... ,", "Roe: We ... ."],
    ),
    "straight single marks": (
        "'We will stay,' Roe said of the rebels' war.",
        ["Roe: We ... ,"],
    ),
    "single marks inside of double ones": (
        "\"They shouted 'We stay' at us,\" Roe said.",
        ["Roe: They ... ,"],
    ),
    "second verb of the speaker": (
        'Roe met Poe and said: "We will stay."',
        ["Roe: We ... ."],
    ),
    "according to the speaker": (
        'They will stay "until the end", according to Roe.',
        ["Roe: until ... end"],
    ),
    "quoted by others": (
        'The agency quoted Roe as saying: "We will stay."',
        ["Roe: We ... ."],
    ),
    "speaker named in the sentence before": (
        'Roe was calm. "We will stay."',
        ["Roe: We ... ."],
    ),
    "no quotation": ("Roe said that they would stay.", []),
    "inches and apostrophes": ("Roe's men don't stay.", []),
}


def words(nlp: Language, text: str) -> list[str]:
    doc = nlp(text)
    return [
        f"{quote.speaker or '-'}: {doc[quote.start]} ... {doc[quote.end - 1]}"
        for quote in find_quotations(doc)
    ]


@pytest.mark.parametrize(("text", "expected"), QUOTATIONS.values(), ids=QUOTATIONS)
def test_quotation(nlp: Language, text: str, expected: list[str]) -> None:
    assert words(nlp, text) == expected


def test_forgotten_mark_spoils_one_quotation_only(nlp: Language) -> None:
    text = '"We will stay, Roe said. He left. "They will go," Poe said.'
    assert "Poe: They ... ," in words(nlp, text)


def test_forgotten_mark_is_not_closed_by_one_far_away(nlp: Language) -> None:
    text = 'Roe said: "We stay. ' + "It rained for days. " * 100 + 'They fired a 15" gun.'
    assert words(nlp, text) == []


def test_quotation_far_from_the_last_one_has_no_speaker(nlp: Language) -> None:
    text = '"We will stay," Roe said. It rained. It snowed. "No entry" stood at the door.'
    assert words(nlp, text) == ["Roe: We ... ,", "-: No ... entry"]


def test_speaker_at_each_quoted_token(nlp: Language) -> None:
    doc = nlp('"We stay," Roe said. It rained. It snowed. "No entry" stood at the door.')
    speakers = speaker_at(find_quotations(doc))
    assert {doc[i].text: speaker.text for i, speaker in speakers.items()} == {
        "We": "Roe",
        "stay": "Roe",
        ",": "Roe",
    }
