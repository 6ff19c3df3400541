"""The whole article, its text and its frames, as one JSON file."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pandas as pd

from readout.files import replace_file
from readout.frames import FRAMES

if TYPE_CHECKING:
    from readout.article import Article


def write_json(article: "Article", folder: str | Path) -> list[Path]:
    """Write the article as `article.json` and return its path, alone in a list.

    The file holds what `article_record` returns. It is UTF-8, and as offsets count code points of
    `text`, JavaScript needs `Array.from(text).slice(start, end)` to find the evidence. Raises
    OSError if the folder cannot be written.

    >>> [path.name for path in write_json(article, "reports")]
    ['article.json']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    content = json.dumps(article_record(article), indent=2, ensure_ascii=False, allow_nan=False)
    return [replace_file(folder / "article.json", f"{content}\n".encode())]


def article_record(article: "Article") -> dict[str, object]:
    """The article as JSON has it: `name`, `title`, `published`, `text`, and a list for each frame.

    A frame is a list of records with its columns as keys. Days are ISO, tuples are lists, what is
    unknown is None.

    >>> article_record(article)["published"]
    '2025-02-24'
    """
    return {
        "name": article.name,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "text": article.text,
        **{
            frame: [
                {str(column): _value(value) for column, value in row.items()}
                for row in getattr(article, frame).to_dict("records")
            ]
            for frame in FRAMES
        },
    }


def _value(value: Any) -> object:
    if isinstance(value, tuple):
        return list(value)
    if pd.isna(value):
        return None
    return value.date().isoformat() if isinstance(value, pd.Timestamp) else value
