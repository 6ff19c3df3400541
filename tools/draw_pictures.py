"""Draw the charts of the seed article for the README: `make pictures`."""

from pathlib import Path

import readout

ROOT = Path(__file__).parents[1]
CHARTS = ("mentions", "dispersion", "shared_sentences", "timeline", "network")


def main() -> None:
    """Write pictures/CHART.png anew."""
    article = readout.load(ROOT / "seeds" / "haftar-belarus-2025-02-24.txt")
    for name in CHARTS:
        png, svg = getattr(readout.charts, name)(article).save(ROOT / "pictures" / name)
        svg.unlink()
        print(f"Wrote pictures/{png.name}")


if __name__ == "__main__":
    main()
