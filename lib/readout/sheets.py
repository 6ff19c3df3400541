"""Tables that an analyst types in a spreadsheet and saves as CSV.

Spreadsheets write a byte order mark, semicolons or tabs instead of commas (in countries with a
decimal comma), empty rows and empty columns; all of that is read. Nothing else is guessed.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from readout.errors import ReadoutError

DELIMITERS = ",;\t"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A file to read: where it is, its columns, those that must be there, the error to raise."""

    path: Path
    columns: Sequence[str]
    required: Sequence[str]
    error: type[ReadoutError]

    def rows(self) -> Iterator[tuple[int, Mapping[str, str]]]:
        """Each row that is not empty: the line where it begins, and its cells by column.

        Cells are stripped of white space around them; a column that the file lacks is empty. Raises
        the sheet's error for a file that cannot be read, an unknown or missing column, a cell
        without a column or a quotation mark that is not closed.

        >>> from readout.errors import BadActors
        >>> written = Path("reports/a.csv").write_text("name,type" + chr(10) + "Roe, person")
        >>> [*Sheet(Path("reports/a.csv"), ["name", "type"], ["name"], BadActors).rows()]
        [(2, {'name': 'Roe', 'type': 'person'})]
        """
        text = self._text()
        header_line = text.partition("\n")[0]
        delimiter = max(DELIMITERS, key=header_line.count)
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        header: list[str] | None = None
        line = 1
        try:
            for row in reader:
                cells = [cell.strip() for cell in row]
                if header is None:
                    header = self._header(cells)
                elif any(cells):
                    yield line, self._cells(header, cells, line)
                line = reader.line_num + 1
        except csv.Error as error:
            raise self.complaint(line, f"{error}; close the quotation marks") from error

    def complaint(self, line: int, problem: str) -> ReadoutError:
        """The sheet's error on a line; `problem` says what is wrong and what to do.

        >>> from readout.errors import BadActors
        >>> Sheet(Path("a.csv"), ["name"], ["name"], BadActors).complaint(2, "no name; fill it in")
        BadActors('a.csv, line 2: no name; fill it in')
        """
        return self.error(f"{self.path}, line {line}: {problem}")

    def _text(self) -> str:
        try:
            text = self.path.read_bytes().decode("utf-8-sig")
        except OSError as error:
            raise self.error(
                f"{self.path}: cannot be read ({error.strerror}); check the path"
            ) from error
        except UnicodeDecodeError as error:
            raise self.error(f"{self.path}: is not UTF-8; save it as CSV in UTF-8") from error
        if not text.strip():
            raise self.error(f"{self.path}: is empty; the columns are {', '.join(self.columns)}")
        if "\x00" in text:
            raise self.error(f"{self.path}: is binary data, not text; save it as CSV in UTF-8")
        return text

    def _header(self, cells: list[str]) -> list[str]:
        header = [cell.lower() for cell in cells]
        named = [name for name in header if name]
        allowed = f"the columns are {', '.join(self.columns)}"
        for name in named:
            if name not in self.columns:
                raise self.complaint(1, f"unknown column {name!r}; {allowed}")
            if named.count(name) > 1:
                raise self.complaint(1, f"column {name!r} stands there twice; keep one of them")
        for name in self.required:
            if name not in named:
                raise self.complaint(1, f"no column {name!r}; {allowed}")
        return header

    def _cells(self, header: list[str], cells: list[str], line: int) -> dict[str, str]:
        found = dict.fromkeys(self.columns, "")
        for position, cell in enumerate(cells):
            name = header[position] if position < len(header) else ""
            if name:
                found[name] = cell
            elif cell:
                raise self.complaint(line, f"{cell!r} stands in no column; give it a header")
        return found
