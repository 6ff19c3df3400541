"""A table whose rows know the words of the article that say them.

In a notebook and in the report it shows as HTML: everything escaped, the evidence marked in the
sentence. Each row carries where its evidence stands, for a page that leads from a row to the text.
"""

import html
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

Spans = tuple[tuple[int, int], ...]
SENTENCE = "sentence"  # the column in which the evidence is marked
DAYS = frozenset({"first_day", "last_day", "published"})  # the columns that must not be broken


@dataclass(frozen=True, eq=False)
class EvidenceTable:
    """A frame for reading, and the evidence of each row as characters [start, end) of the text.

    `frame` is the DataFrame: use it to filter and to compute. Where it has a column `sentence`,
    `sentence_starts` says at which character of the text the sentence of each row begins.
    """

    frame: pd.DataFrame
    evidence: Sequence[Spans]
    sentence_starts: Sequence[int] = ()

    def __repr__(self) -> str:
        return repr(self.frame)

    def __len__(self) -> int:
        return len(self.frame)

    def _repr_html_(self) -> str:
        if not len(self.frame):
            return "<p>The article has none.</p>"
        named = self.frame.index.name is not None
        columns = [self.frame.index.name] if named else []
        head = "".join(
            f'<th scope="col">{html.escape(str(name).replace("_", " "))}</th>'
            for name in [*columns, *self.frame.columns]
        )
        rows = "".join(self._row(number, named=named) for number in range(len(self.frame)))
        return (
            '<table class="dataframe evidence tex2jax_ignore">'
            f"<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"
        )

    def _row(self, number: int, *, named: bool) -> str:
        spans = " ".join(f"{start}-{end}" for start, end in self.evidence[number])
        cells = (
            f'<th scope="row">{html.escape(str(self.frame.index[number]))}</th>' if named else ""
        )
        values = self.frame.iloc[number]
        cells += "".join(self._cell(name, value, number) for name, value in values.items())
        return f'<tr data-evidence="{spans}">{cells}</tr>'

    def _cell(self, column: object, value: object, number: int) -> str:
        if column in DAYS:
            return f'<td class="day">{html.escape(_shown(value))}</td>'
        if column != SENTENCE or not self.sentence_starts:
            return f"<td>{html.escape(_shown(value))}</td>"
        sentence, start = str(value), self.sentence_starts[number]
        spans = [(first - start, end - start) for first, end in self.evidence[number]]
        marked = "".join(
            f"<mark>{html.escape(words)}</mark>" if evidence else html.escape(words)
            for words, evidence in pieces(sentence, spans)
        )
        return f"<td>{marked}</td>"


def _shown(value: Any) -> str:
    """What a reader sees of a value: nothing of what is unknown."""
    return "" if pd.api.types.is_scalar(value) and pd.isna(value) else str(value)


def pieces(
    text: str, evidence: Sequence[tuple[int, int]], *, start: int = 0, end: int | None = None
) -> Iterator[tuple[str, bool]]:
    """Cut text[start:end] at the bounds of the evidence: each piece, and whether it is evidence.

    Evidence that overlaps is joined, and what lies outside of [start, end) is left out.

    >>> list(pieces("Jane Roe left.", [(5, 8)]))
    [('Jane ', False), ('Roe', True), (' left.', False)]
    """
    end = len(text) if end is None else end
    position = start
    for evidence_start, evidence_end in sorted(evidence):
        first, last = max(evidence_start, position), min(evidence_end, end)
        if first >= last:
            continue
        if first > position:
            yield text[position:first], False
        yield text[first:last], True
        position = last
    if position < end:
        yield text[position:end], False
