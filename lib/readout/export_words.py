"""What exports say in words, so that nothing hedged passes for a fact in another program."""

HEDGED_MEANS = "Hedged: the article marks it as possible, planned or unproven."


def say_certainty(words: str, certainty: str) -> str:
    """Return the words, and before them that they are hedged, if they are.

    >>> say_certainty("Jane Roe visits Minsk", "hedged")
    'Hedged: Jane Roe visits Minsk'
    """
    return f"Hedged: {words}" if certainty == "hedged" else words
