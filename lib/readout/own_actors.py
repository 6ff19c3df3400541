"""The reader's own actors: a CSV beside those of `data/`, for who follows actors that it lacks.

A row is an actor: `name` and `type`, and where they are known `id`, `acronyms` and `aliases`
(separated by semicolons), `country` (ISO 3166 alpha-3) and `gender` (m or f, of a person). A row
with an id of `data/` takes the place of that actor and keeps its names.
"""

import os
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from readout import lexicon
from readout.errors import BadActors
from readout.frames import FRAMES
from readout.known_names import DATA, KnownActors
from readout.lexicon import KnownActor
from readout.people import slug
from readout.sheet_cells import actor_id, country, one_of, several
from readout.sheets import Sheet

ACTORS_VARIABLE = "READOUT_ACTORS"
COLUMNS = ("id", "name", "acronyms", "aliases", "type", "country", "gender")


def known_actors(path: str | Path | None = None) -> KnownActors:
    """The actors of `data/` with those of the file at `path` over them.

    By default the file is what the environment variable READOUT_ACTORS names, if it is set. Raises
    BadActors for a file that is missing or malformed, with the line.

    >>> known_actors().own
    ()
    """
    given = path or os.environ.get(ACTORS_VARIABLE)
    return _over_data(read_own_actors(Path(given))) if given else DATA


@lru_cache(maxsize=4)
def _over_data(own: tuple[KnownActor, ...]) -> KnownActors:
    """One object for equal lists, so that the names of a list are split into words once."""
    return KnownActors(own)


def read_own_actors(path: Path) -> tuple[KnownActor, ...]:
    """The actors of a file, in its order. Raises BadActors with the line of a malformed row.

    >>> file = Path("reports/actors.csv")
    >>> written = file.write_text("name,type" + chr(10) + "Karum Liberation Army,armed_group")
    >>> [(actor.id, actor.type) for actor in read_own_actors(file)]
    [('karum-liberation-army', 'armed_group')]
    """
    sheet = Sheet(path, COLUMNS, ("name", "type"), BadActors)
    actors: list[KnownActor] = []
    lines: dict[str, int] = {}
    for line, cells in sheet.rows():
        try:
            actor = _actor(cells)
            for key in (actor.id, *actor.names):
                if lines.setdefault(key, line) != line:
                    raise ValueError(f"{key!r} stands in line {lines[key]} too; keep one of them")
        except ValueError as error:
            raise sheet.complaint(line, str(error)) from error
        actors.append(actor)
    return tuple(actors)


def _actor(cells: Mapping[str, str]) -> KnownActor:
    """The actor of a row; ValueError says what is wrong with it."""
    name = cells["name"]
    if not name:
        raise ValueError("no name; fill it in")
    acronyms = several(cells["acronyms"])
    names = lexicon.spellings([name, *acronyms, *several(cells["aliases"])])
    for each in names:
        if each.startswith(("the ", "a ", "an ")):
            raise ValueError(f"{each!r} begins with an article; leave it out")
    return KnownActor(
        id=actor_id(cells["id"] or slug(name)),
        name=name,
        type=one_of(cells["type"], FRAMES["actors"]["type"].values),
        country=country(cells["country"]) if cells["country"] else None,
        names=names,
        acronyms=acronyms,
        gender=one_of(cells["gender"], ("m", "f")) if cells["gender"] else None,
        via="own",
    )
