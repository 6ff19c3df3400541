"""A proper name as tokens, and how far a run of capitalised words goes."""

from dataclasses import dataclass

from spacy.tokens import Doc, Token

PARTICLES = frozenset(
    "al el ul ud bin ben ibn bint abu abd abdel abdul van von der den de del della da das do dos "
    "di du la le ter ten bar".split()
)
# "The province of Karum" is no city, "the port of Karum" is.
LANDS = frozenset(
    "province district region governorate county state oblast prefecture valley river sea lake "
    "island islands peninsula desert coast strait gulf".split()
)
# A name before one of these names a piece of land or a building: "Idlib province", "the X mosque".
PLACE_NOUNS = LANDS | frozenset(
    "mountain mountains mosque church cathedral square street road avenue highway airport "
    "airbase airfield port bridge stadium hotel hospital university school museum "
    "neighbourhood neighborhood quarter camp crossing border canal dam field park base "
    "barracks building cemetery palace prison station".split()
)
# "Army Medical Center" is a building; a centre of another kind is an organisation.
CENTRES = frozenset({"center", "centre"})
SITE_CENTRES = frozenset("medical conference convention trade detention press".split())
# "anti-Arlandic", "pro-Roe": an adjective, whoever is named in it.
PREFIXES = frozenset({"anti", "pro", "non", "pre", "post"})
LONGEST_SYLLABLE = 4  # letters behind a hyphen that may be small: "Yun-bek", "Jong-un"
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
    """Whether the token is a word that begins with a capital letter.

    >>> doc = nlp("Jane met 3 envoys")
    >>> [is_capitalised(token) for token in doc]
    [True, False, False, False]
    """
    return token.is_alpha and token.text[0].isupper()


def is_prefixed(doc: Doc, start: int) -> bool:
    """Whether a prefix makes the name at `start` part of an adjective: "anti-Roe protests".

    >>> is_prefixed(nlp("The anti-Roe protests went on."), 3)
    True
    """
    return start > 1 and doc[start - 1].text == "-" and doc[start - 2].lower_ in PREFIXES


def is_site_noun(token: Token) -> bool:
    """Whether the word makes the capitalised words before it the name of a building or a site.

    >>> doc = nlp("Jane Roe landed at Karum Airport.")
    >>> is_site_noun(doc[5]), is_site_noun(doc[4])
    (True, False)
    """
    if token.lower_ in CENTRES:
        return token.i > 0 and token.nbor(-1).lower_ in SITE_CENTRES
    return is_capitalised(token) and token.lower_ in PLACE_NOUNS


def in_name_run(token: Token) -> bool:
    """Whether the token is a capitalised word or a hyphen inside a name.

    >>> doc = nlp("Jane Roe landed.")
    >>> in_name_run(doc[1]), in_name_run(doc[2])
    (True, False)
    """
    return token.tag_ in ("NNP", "NNPS") or (token.text == "-" and not token.whitespace_)


def name_run_end(doc: Doc, start: int) -> int:
    """Where the run of capitalised words, particles and hyphens from token `start` on ends.

    >>> name_run_end(nlp("Jane Roe-Poe landed."), 0)
    4
    """
    end = start + 1
    for position in range(end, min(start + LONGEST_NAME, len(doc))):
        token = doc[position]
        joined = token.text == "-" and not doc[position - 1].whitespace_
        hyphened = doc[position - 1].text == "-" and not doc[position - 1].whitespace_
        proper = token.tag_ in ("NNP", "NNPS")
        named = (proper or hyphened) and token.text[0].isupper()
        named = named or (proper and hyphened and len(token) <= LONGEST_SYLLABLE)
        if token.is_sent_start or not (joined or named or token.lower_ in PARTICLES):
            break
        end = position + 1
    while end - start > 1 and (doc[end - 1].text == "-" or doc[end - 1].is_lower):
        end -= 1
    return end
