"""The article as FollowTheMoney entities, which Aleph, OpenSanctions and their tools exchange.

Entities are made by the library `followthemoney`, an optional extra, so that its schema decides
what is valid: country codes, dates, lengths. https://followthemoney.tech describes the schema.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from readout.errors import PackageMissing
from readout.export_words import HEDGED_MEANS, say_certainty
from readout.files import replace_file

if TYPE_CHECKING:
    from followthemoney.model import Model
    from followthemoney.proxy import EntityProxy

    from readout.article import Article

Said = dict[str, list[Any]]  # the values of each property
SCHEMAS = {
    "person": "Person",
    "state": "PublicBody",
    "government_body": "PublicBody",
    "armed_group": "Organization",
    "organisation": "Organization",
    "media": "Organization",
    "bloc": "LegalEntity",
    "city": "Territory",
}
HAS_MEMBERS = frozenset({"PublicBody", "Organization"})
LINK_ENDS = {"Membership": ("member", "organization"), "UnknownLink": ("subject", "object")}
DATE_LENGTHS = {"year": len("2025"), "month": len("2025-02")}
TEXT_LENGTH = 65_000  # the longest text that the schema admits as one value


def write_followthemoney(article: "Article", path: str | Path) -> Path:
    """Write the article as FollowTheMoney entities, one JSON object a line, to `path`; return it.

    The file holds what `entities` returns. Raises PackageMissing if `followthemoney` is not
    installed, and OSError if the folder does not exist or cannot be written.

    >>> write_followthemoney(article, "reports/entities.ftm.json").name
    'entities.ftm.json'
    """
    lines = [
        json.dumps(entity.to_dict(), sort_keys=True, ensure_ascii=False) + "\n"
        for entity in entities(article)
    ]
    return replace_file(Path(path), "".join(lines).encode())


def entities(article: "Article") -> list["EntityProxy"]:
    """The article, its actors, their mentions, its events and its ties as FollowTheMoney entities.

    | frame | schema |
    | --- | --- |
    | the article | `Article` |
    | `actors` | `Person`, `PublicBody`, `Organization`, `LegalEntity` (bloc), `Territory` (place) |
    | `mentions` | `Mention`: a name in the text and the actor that it resolves to |
    | `timeline` | `Event`; its dates are as precise as the article's |
    | `ties` | `Membership` for a stated member of an organisation, else `UnknownLink` |

    Ids begin with a hash of the text and end in the frame's own id or row number. Each entity names
    the article as `proof`; events and links have the evidence as `summary`, its place in the text
    as `recordId`, and what is hedged says so in name or role and in `description`. A surname or a
    metonym ("Moscow" for Russia) is a `weakAlias`. Pronouns, and names that only say where, are no
    mentions. What the schema has no code for (a country of the past) is left out. Raises
    PackageMissing if `followthemoney` is not installed.

    >>> sorted({entity.schema.name for entity in entities(readout.parse("Jane Roe met Al Poe."))})
    ['Article', 'Mention', 'Person', 'UnknownLink']
    """
    maker = _Maker(_model(), f"readout-{sha256(article.text.encode()).hexdigest()[:12]}")
    acting, kinds = _acting(article), _kinds(article.mentions)
    actors = {
        row.actor: _actor(maker, row, acts=row.actor in acting, kinds=kinds)
        for row in _rows(article.actors)
    }
    return [
        _document(maker, article),
        *actors.values(),
        *_mentions(maker, article, actors),
        *(_event(maker, row, actors) for row in _rows(article.timeline)),
        *(_link(maker, row, actors[row.source], actors[row.target]) for row in _rows(article.ties)),
    ]


def _rows(frame: pd.DataFrame) -> Iterator[Any]:
    yield from frame.itertuples()


def _model() -> "Model":
    try:
        from followthemoney import model
    except ImportError as error:
        raise PackageMissing(
            "FollowTheMoney entities need the package followthemoney: "
            'pip install "readout[ftm]", or `make extra` in a clone of the project'
        ) from error
    return model


@dataclass(frozen=True)
class _Maker:
    """Makes entities whose ids begin with `prefix`."""

    model: "Model"
    prefix: str

    def make(self, schema: str, key: object, said: Said) -> "EntityProxy":
        """An entity with what is known of the values said, cut to the lengths of the schema."""
        entity = self.model.make_entity(schema)
        entity.id = f"{self.prefix}-{key}"
        for name, values in said.items():
            longest = entity.schema.properties[name].max_length
            entity.add(name, [str(value)[:longest] for value in values if not pd.isna(value)])
        return entity

    @property
    def proof(self) -> list[str]:
        """The id of the article's entity."""
        return [f"{self.prefix}-article"]


def _document(maker: _Maker, article: "Article") -> "EntityProxy":
    starts = range(0, len(article.text), TEXT_LENGTH)
    said: Said = {
        "title": [article.title or article.name],
        "publishedAt": [article.published],
        "language": ["eng"],
        "bodyText": [article.text[start : start + TEXT_LENGTH] for start in starts],
    }
    return maker.make("Article", "article", said)


def _acting(article: "Article") -> set[str]:
    """The actors that do more than say where something is."""
    mentions, ties = article.mentions, article.ties
    acting = mentions.loc[mentions["reading"] == "actor", "actor"]
    return {*acting, *ties["source"], *ties["target"]}


def _kinds(mentions: pd.DataFrame) -> dict[tuple[str, str], str]:
    """The kind of each name of each actor, the name as `aliases` has it."""
    names = mentions["text"].str.split().str.join(" ")
    return dict(zip(zip(mentions["actor"], names, strict=True), mentions["kind"], strict=True))


def _actor(
    maker: _Maker, row: Any, *, acts: bool, kinds: dict[tuple[str, str], str]
) -> "EntityProxy":
    only_says_where = row.type == "state" and not acts
    schema = "Territory" if only_says_where else SCHEMAS.get(row.type, "LegalEntity")
    said: Said = {"name": [row.name], "country": [row.country], "proof": maker.proof}
    if schema != "Territory":
        said["classification"] = [row.type]
    if schema == "Person":
        said["position"] = [row.role]
    for alias in row.aliases:
        if alias != row.name:
            kind = kinds.get((row.actor, alias))
            said.setdefault(_name_property(schema, alias, kind), []).append(alias)
    return maker.make(schema, f"actor-{row.actor}", said)


def _name_property(schema: str, alias: str, kind: str | None) -> str:
    if kind == "metonym" or (schema == "Person" and " " not in alias):
        return "weakAlias"
    return "abbreviation" if kind == "acronym" and schema != "Territory" else "alias"


def _is_place(actor: "EntityProxy") -> bool:
    return actor.schema.name == "Territory"


def _mentions(
    maker: _Maker, article: "Article", actors: dict[str, "EntityProxy"]
) -> Iterator["EntityProxy"]:
    mentions = article.mentions
    named = mentions[(mentions["kind"] != "pronoun") & (mentions["reading"] == "actor")]
    for row in _rows(named.drop_duplicates(["actor", "text"])):
        actor = actors[row.actor]
        if not _is_place(actor):
            said: Said = {
                "document": maker.proof,
                "name": [row.text],
                "resolved": [actor.id],
                "detectedSchema": [actor.schema.name],
            }
            yield maker.make("Mention", f"mention-{row.mention}", said)


def _event(maker: _Maker, row: Any, actors: dict[str, "EntityProxy"]) -> "EntityProxy":
    involved = [actors[actor] for actor in row.actors]
    said: Said = {
        "name": [say_certainty(row.label, row.certainty)],
        "involved": [actor.id for actor in involved if not _is_place(actor)],
        "locationMentioned": [actor.first("name") for actor in involved if _is_place(actor)],
        "description": [HEDGED_MEANS] if row.certainty == "hedged" else [],
        **_dates(row),
        **_evidence(maker, row),
    }
    return maker.make("Event", f"event-{row.event}", said)


def _dates(row: Any) -> Said:
    length = DATE_LENGTHS.get(row.precision)
    days = [day for day in (row.first_day, row.last_day) if not pd.isna(day)]
    dates = [day.date().isoformat()[:length] for day in days]
    if len(set(dates)) < 2:
        return {"date": dates}
    return {"startDate": dates[:1], "endDate": dates[1:]}


def _link(maker: _Maker, row: Any, source: "EntityProxy", target: "EntityProxy") -> "EntityProxy":
    belongs, hedged = row.relation == "member", row.certainty == "hedged"
    joins = belongs and not hedged and not _is_place(source) and target.schema.name in HAS_MEMBERS
    schema = "Membership" if joins else "UnknownLink"
    from_end, to_end = LINK_ENDS[schema]
    how = f"{source.first('name')} – {row.relation} – {target.first('name')} (“{row.cue}”)"
    said: Said = {
        from_end: [source.id],
        to_end: [target.id],
        "role": [say_certainty(row.cue if belongs else row.relation, row.certainty)],
        "description": [how, *([HEDGED_MEANS] if hedged else [])],
        **_evidence(maker, row),
    }
    return maker.make(schema, f"tie-{row.Index}", said)


def _evidence(maker: _Maker, row: Any) -> Said:
    return {
        "summary": [row.evidence],
        "recordId": [f"text[{row.start}:{row.end}]"] if row.end > row.start else [],
        "proof": maker.proof,
    }
