"""Write the frames of the seed article as CSV, for who wants only the data: `make tables`."""

from pathlib import Path

import readout
from readout.export import write_tables

SEEDS = Path(__file__).parents[1] / "seeds"


def main() -> None:
    """Write seeds/tables/ anew."""
    article = readout.load(SEEDS / "haftar-belarus-2025-02-24.txt")
    for table in write_tables(article, SEEDS / "tables"):
        print(f"Wrote seeds/tables/{table.name}")


if __name__ == "__main__":
    main()
