"""Reads tables of sentences with the ties that they say."""

import readout

SYMMETRIC = ("meets", "aligned")


def rows(table: str) -> list[tuple[str, str]]:
    split = (line.rpartition("|") for line in table.strip().splitlines())
    return [(text.strip(), ties.strip()) for text, _, ties in split]


def said(source: str, relation: str, target: str, certainty: str) -> str:
    if relation in SYMMETRIC:
        source, target = sorted((source, target))
    return f"{source} {relation} {target}" + "?" * (certainty == "hedged")


def expected(ties: str) -> set[str]:
    found = set()
    for tie in filter(None, ties.split(", ")):
        source, relation, target = tie.rstrip("?").split()
        found.add(said(source, relation, target, "hedged" if tie.endswith("?") else "stated"))
    return found


def ties_of(text: str, *, offices: bool) -> set[str]:
    ties = readout.parse(text, published="2015-02-14").ties
    ties = ties if offices else ties[~ties["via"].isin(["office", "possessive"])]
    columns = ties[["source", "relation", "target", "certainty"]]
    return {said(*row) for row in columns.itertuples(index=False, name=None)}
