"""Measure what Readout adds to spaCy: `make bench`.

Each line compares two things that are run in turn, so that both meet the same load of the machine:
`readout.parse` with all frames and the network against the bare spaCy pipeline on the same text,
models warm; and `import readout` against `import pandas`, each in a new process. Times are medians;
the ratio is the median of the ratios of neighbouring runs.
"""

import argparse
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from statistics import median
from time import perf_counter

import spacy

import readout
from readout.language import DEFAULT_MODEL
from readout.layout import read_layout

SEED = Path(__file__).parents[1] / "seeds" / "haftar-belarus-2025-02-24.txt"
FRAMES = ("sentences", "mentions", "actors", "dates", "timeline", "ties", "related")
LONGER = 10
SHORTER = 4  # times the rounds for the short text, whose times scatter more
MOST_RATIO = 1.25
MOST_IMPORT_SECONDS = 0.3


def main() -> None:
    """Print one line per measure."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument(
        "--rounds",
        type=int,
        default=9,
        help="runs of each of the two, four times as many of the short text (default: 9)",
    )
    rounds = options.parse_args().rounds

    seed = SEED.read_text(encoding="utf-8")
    print(f"{'':<22}{'tokens':>8}{'spaCy':>10}{'Readout':>10}{'ratio':>8}   at most")
    print(parse_line("seed article", seed, rounds=SHORTER * rounds), flush=True)
    print(parse_line(f"{LONGER} times as long", longer(seed), rounds=rounds), flush=True)
    print(import_line(rounds=rounds))


def longer(article: str) -> str:
    """The article with its body repeated until it is ten times as long; head and foot stay once."""
    body = [block for block in read_layout(article).blocks if block.section == "body"]
    start, end = body[0].start, body[-1].end
    repeats = round((LONGER * len(article) - (start + len(article) - end)) / (end - start))
    return article[:start] + "\n\n".join([article[start:end]] * repeats) + article[end:]


def parse_line(name: str, text: str, *, rounds: int) -> str:
    """Time spaCy and Readout on a text in turn."""
    nlp = spacy.load(DEFAULT_MODEL)
    bare, full = in_turn(
        lambda: seconds(lambda: nlp(text)), lambda: seconds(lambda: read_all(text)), rounds=rounds
    )
    ratio = median(ours / theirs for ours, theirs in zip(full, bare, strict=True))
    return (
        f"{name:<22}{len(nlp(text)):>8}{median(bare):>8.3f} s{median(full):>8.3f} s"
        f"{ratio:>8.3f}   {MOST_RATIO}"
    )


def read_all(text: str) -> None:
    """Parse a text and touch every frame and the network, should any of them be made late."""
    article = readout.parse(text, model=DEFAULT_MODEL)
    for frame in FRAMES:
        len(getattr(article, frame))
    article.network()


def import_line(*, rounds: int) -> str:
    """Time the two imports in turn."""
    pandas, ours = in_turn(
        lambda: import_seconds("pandas"), lambda: import_seconds("readout"), rounds=rounds
    )
    beyond = median(ours) - median(pandas)
    return (
        f"import pandas {median(pandas):.3f} s, readout {median(ours):.3f} s: "
        f"{beyond:+.3f} s, at most {MOST_IMPORT_SECONDS} s"
    )


def import_seconds(module: str) -> float:
    """The seconds that an import takes in a new process, without the start of Python."""
    code = f"from time import perf_counter as now; t = now(); import {module}; print(now() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def in_turn(
    first: Callable[[], float], second: Callable[[], float], *, rounds: int
) -> tuple[list[float], list[float]]:
    """The seconds of both, run in turn after one run each that does not count."""
    first(), second()
    pairs = [(first(), second()) for _ in range(rounds)]
    return [pair[0] for pair in pairs], [pair[1] for pair in pairs]


def seconds(action: Callable[[], object]) -> float:
    """The seconds that an action takes."""
    start = perf_counter()
    action()
    return perf_counter() - start


if __name__ == "__main__":
    main()
