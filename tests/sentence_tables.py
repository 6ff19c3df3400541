"""Tables of sentences, one line each: `text with [marked] words | what is expected of them`."""

import re
from collections.abc import Mapping
from typing import Any

import pytest

MARKED = re.compile(r"\[(.+?)\]")


def cases(tables: Mapping[str, str]) -> list[Any]:
    """A test case of (text, expected) for each line, named after its table."""
    return [
        pytest.param(*line.split("|"), id=f"{label}: {line}")
        for label, table in tables.items()
        for line in table.strip().splitlines()
    ]


def without_marks(text: str) -> str:
    """The text as an article has it."""
    return MARKED.sub(r"\1", text).strip()


def marked(text: str) -> list[str]:
    """The words in brackets."""
    return MARKED.findall(text)
