"""Which organisation or group a noun means: "the league", "the Hezbollah movement"."""

from typing import TYPE_CHECKING

from spacy.tokens import Token

from readout.reference_words import ANY_BODY

if TYPE_CHECKING:
    from readout.references import References


def organisation_before(noun: Token, references: "References") -> tuple[str, ...]:
    """The id of the organisation named before whose name has the noun: "the league".

    >>> league = who_is_who("The Arab League met. The league said so.")
    >>> organisation_before(league.doc[6], league)
    ('arab-league',)
    """
    if not any(child.lower_ in ("the", "this", "that") for child in noun.lefts):
        return ()
    word = noun.lemma_.lower()
    for mention in reversed(references.mentions):
        actor = references.actors.get(mention.actor)
        if actor is None:  # a state that only a demonym names
            continue
        named_so = actor.type != "person" and word in actor.name.lower().split()
        any_body = actor.type in ("organisation", "bloc") and word in ANY_BODY
        if mention.start < noun.i and (named_so or any_body):
            return (actor.id,)
    return ()


def group_named(noun: Token, references: "References") -> tuple[str, ...]:
    """The id of the group whose name stands before the noun: "the Hezbollah movement".

    >>> movement = who_is_who("The Hezbollah movement said so.")
    >>> group_named(movement.doc[2], movement)
    ('hezbollah',)
    """
    return tuple(
        references.by_token[child.i]
        for child in noun.lefts
        if child.dep_ in ("compound", "nmod") and child.i in references.by_token
        if references.type_of(references.by_token[child.i])
        in ("organisation", "armed_group", "bloc")
    )[-1:]
