"""The frames as Parquet, for pandas, Polars, DuckDB, R and Spark."""

import io
from pathlib import Path
from typing import TYPE_CHECKING

import pandas as pd

from readout.files import replace_file
from readout.frames import DAY, FRAMES, NUMBER, WORDS

if TYPE_CHECKING:
    import pyarrow

    from readout.article import Article


def write_parquet(article: "Article", folder: str | Path) -> list[Path]:
    """Write each frame as `FRAME.parquet` and return the paths.

    Offsets and counts are int64, days date32, tuples lists of strings, all else strings; what is
    unknown is null. The metadata of each field hold the column's `meaning`. To have days and lists
    as such in pandas: `pandas.read_parquet(path, dtype_backend="pyarrow")`. Raises OSError if the
    folder cannot be written.

    >>> [path.name for path in write_parquet(article, "reports")][:2]
    ['sentences.parquet', 'mentions.parquet']
    """
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    return [
        replace_file(folder / f"{frame}.parquet", parquet_bytes(frame, getattr(article, frame)))
        for frame in FRAMES
    ]


def parquet_bytes(name: str, frame: pd.DataFrame) -> bytes:
    """The frame called `name` as the bytes of a Parquet file; see `write_parquet`.

    Raises KeyError for an unknown frame.

    >>> parquet_bytes("ties", article.ties)[:4]
    b'PAR1'
    """
    import pyarrow
    from pyarrow import parquet

    table = pyarrow.Table.from_pandas(frame, schema=arrow_schema(name), preserve_index=False)
    buffer = io.BytesIO()
    # The notes that pandas would leave name its version and hide that days are days.
    parquet.write_table(table.replace_schema_metadata(None), buffer)
    return buffer.getvalue()


def arrow_schema(name: str) -> "pyarrow.Schema":
    """The Arrow schema of the frame called `name`; raises KeyError for an unknown frame.

    >>> arrow_schema("related").names, str(arrow_schema("related").field("published").type)
    (['title', 'published', 'start', 'end'], 'date32[day]')
    """
    import pyarrow

    types = {
        NUMBER: pyarrow.int64(),
        DAY: pyarrow.date32(),
        WORDS: pyarrow.list_(pyarrow.string()),
    }
    return pyarrow.schema(
        [
            pyarrow.field(
                column, types.get(kind.dtype, pyarrow.string()), metadata={"meaning": kind.meaning}
            )
            for column, kind in FRAMES[name].items()
        ]
    )
