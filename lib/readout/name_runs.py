"""A proper name as tokens, and how far a run of capitalised words goes."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    "al el ul ud bin ben ibn bint abu abd abdel abdul van von der den de del della da das do dos "
    "di du la le ter ten bar".split()
)
LONGEST_NAME = 12  # tokens; a longer run of capitals is a headline


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name: tokens [start, end), the type of thing it names, the known actor if it is one.

    `type` is one of the actor types of the frames, or `capital` for a capital or seat of
    government, whose reading decides what it stands for. `known` is a lexicon id; for a capital,
    its state's.
    """

    start: int
    end: int
    type: str
    known: str | None = None
    acronym: bool = False


def is_capitalised(token: Token) -> bool:
    """Whether the token is a word that begins with a capital letter."""
    return token.is_alpha and token.text[0].isupper()


def in_name_run(token: Token) -> bool:
    """Whether the token is a capitalised word or a hyphen inside a name."""
    return token.tag_ in ("NNP", "NNPS") or (token.text == "-" and not token.whitespace_)


def name_run_end(doc: Doc, start: int) -> int:
    """Where the run of capitalised words, particles and hyphens from token `start` on ends."""
    end = start + 1
    for token in doc[end : start + LONGEST_NAME]:
        joined = token.text == "-" and not doc[token.i - 1].whitespace_
        named = token.tag_ in ("NNP", "NNPS") and token.text[0].isupper()
        if token.is_sent_start or not (joined or named or token.lower_ in PARTICLES):
            break
        end = token.i + 1
    while end - start > 1 and (doc[end - 1].text == "-" or doc[end - 1].is_lower):
        end -= 1
    return end
