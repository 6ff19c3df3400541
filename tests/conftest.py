"""Fixtures that several test modules share."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser import open_browser
from spacy.language import Language

from readout.language import load_model

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that Readout uses unless told otherwise."""
    return load_model()


@pytest.fixture(scope="module")  # its event loop must be gone before other modules run notebooks
def browser() -> Iterator["Browser"]:
    """Chromium without a window."""
    with open_browser() as chromium:
        yield chromium
