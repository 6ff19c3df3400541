"""Questions that labels ask of the parse: where a predicate begins, whom a clause is about."""

from collections.abc import Set

from spacy.tokens import Token

from readout.syntax import conjuncts, first_conjunct, is_verb, own_subjects


def top_of(verb: Token, others: Set[int]) -> tuple[Token, frozenset[int]]:
    """The verb that begins the predicate, and all down from it: "is due to meet", "came to ask".

    >>> top_of(nlp("Jane Roe plans to leave.")[4], set())[0]
    plans
    """
    top, chain = verb, {verb.i}
    while is_complement(top) and (is_verb(top.head) or top.head.dep_ == "acomp"):
        if top.head.i in others:
            break
        top = top.head
        chain.add(top.i)
        if top.dep_ == "acomp" and is_verb(top.head):
            top = top.head
            chain.add(top.i)
    return top, frozenset(chain)


def described_by(clause: Token) -> list[Token]:
    """Whom a relative clause with "who" or "which" is about: the noun, or the list, before it.

    >>> described_by(nlp("The army, which beat Chad, is tired.")[4])
    [army]
    """
    own = own_subjects(clause)
    first = first_conjunct(clause)  # "the army, which beat Chad and which is tired"
    noun = first.head
    if first.dep_ != "relcl" or not own or own[0].tag_ not in ("WDT", "WP") or is_verb(noun):
        return []
    plural = any(child.lower_ in ("are", "were", "have") for child in clause.lefts)
    return conjuncts(first_conjunct(noun)) if plural else [noun]


def completes(phrase: Token) -> bool:
    """Whether an "is" says nothing without the phrase: "against it" in "said it is against it".

    >>> doc = nlp("Arland said it is against the plan.")
    >>> completes(doc[4])
    True
    """
    verb = phrase.head
    bare = not any(c.dep_ in ("attr", "acomp", "oprd") for c in verb.rights)
    return phrase.dep_ == "prep" and verb.lemma_ == "be" and verb.dep_ == "ccomp" and bare


def without_copula(chosen: dict[int, Token], cut: Token) -> dict[int, Token]:
    """The words without a said "is to do it" that found no room: "stressed one of its goals".

    >>> doc = nlp("Arland said its aim is to prevent it.")
    >>> [*without_copula({t.i: t for t in doc}, doc[7]).values()]
    [Arland, said, its, aim, .]
    """
    verb = cut.head
    while verb.dep_ == "xcomp" and verb.lemma_ != "be":
        verb = verb.head
    if verb.lemma_ != "be" or verb.dep_ != "ccomp" or not own_subjects(verb):
        return chosen
    named = own_subjects(verb)[:1] if cut.dep_ != "prep" else []
    kept = {token.i for subject in named for token in subject.subtree}
    dropped = {token.i for token in verb.subtree} - kept
    return {i: token for i, token in chosen.items() if i not in dropped}


def is_set_off(phrase: Token) -> bool:
    """Whether a comma sets it off: "went to Arland, the first visit in years".

    >>> is_set_off(nlp("She left, her first trip.")[5])
    True
    """
    start = phrase.left_edge.i
    return start > 0 and phrase.doc[start - 1].text == ","


def helper_before(verb: Token, who: str) -> list[str]:
    """The "was" that a participle lacks: "troops sent in May" are troops that were sent.

    >>> helper_before(nlp("The troops sent to Chad are tired.")[2], "The troops")
    ['were']
    """
    if not who or verb.tag_ != "VBN" or verb.dep_ not in ("acl", "advcl"):
        return []
    if any(child.dep_ in ("aux", "auxpass") for child in verb.lefts):
        return []
    plural = " and " in who or (verb.dep_ == "acl" and verb.head.tag_ in ("NNS", "NNPS"))
    return ["were" if plural else "was"]


def antecedent_of(pronoun: Token) -> str:
    """The noun that the pronoun of a relative clause stands for.

    >>> antecedent_of(nlp("The army, which beat Chad, is tired.")[3])
    'army'
    """
    word = pronoun
    while word.dep_ != "relcl" and word.head.i != word.i:
        word = word.head
    return word.head.text


def is_complement(verb: Token) -> bool:
    """Whether a verb only goes on with the one above it: "is to meet", "came to plead".

    >>> doc = nlp("Jane Roe plans to leave.")
    >>> is_complement(doc[4]), is_complement(doc[2])
    (True, False)
    """
    aim = verb.dep_ == "advcl" and verb.tag_ == "VB" and not own_subjects(verb)
    return verb.dep_ == "xcomp" or (aim and any(c.lower_ == "to" for c in verb.lefts))


def doer_behind(noun: Token) -> Token | None:
    """The "by" right behind a noun, wherever the parser hangs it: "the ruling by the court".

    >>> from spacy.tokens import Doc
    >>> words, heads = "The ruling by the court stands".split(), [1, 5, 5, 4, 2, 5]
    >>> deps = ["det", "nsubj", "prep", "det", "pobj", "ROOT"]
    >>> doer_behind(Doc(nlp.vocab, words, heads=heads, deps=deps)[1])
    by
    """
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else None
    if following is None or following.lower_ != "by" or following.head.i == noun.i:
        return None
    return following
