"""Which files to read, where a call names files and folders, and a name of its own for each."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain, count
from pathlib import Path

from readout.documents import SUFFIXES


def find_articles(paths: Iterable[Path]) -> list[Path]:
    """The articles that `paths` stand for, each once: a file as given, a folder for what is in it.

    Of a folder these are the files with a suffix of `SUFFIXES`, sorted by name, but no hidden ones,
    no README and nothing in its subfolders. A folder without such files stands for itself.

    >>> find_articles([Path("seeds")])
    [PosixPath('seeds/haftar-belarus-2025-02-24.txt')]
    """
    found = chain.from_iterable(_articles_in(path) if path.is_dir() else [path] for path in paths)
    return list({path.resolve(): path for path in found}.values())


def _articles_in(folder: Path) -> list[Path]:
    found = [path for path in folder.iterdir() if path.is_file() and _may_be_article(path)]
    return sorted(found) or [folder]


def _may_be_article(path: Path) -> bool:
    hidden = path.name.startswith(".")
    return path.suffix.lower() in SUFFIXES and not hidden and path.stem.lower() != "readme"


def names_of(paths: Sequence[Path], *, taken: Iterable[str] = ()) -> list[str]:
    """A name for each file that no other has: its stem, else with its suffix, else with a number.

    Names that differ in upper and lower case only are the same to some file systems, and so here.

    >>> names_of([Path("a/talks.txt"), Path("a/talks.pdf"), Path("b/talks.pdf"), Path("vote.md")])
    ['talks-txt', 'talks-pdf', 'talks-pdf-2', 'vote']
    """
    stems = Counter(path.stem.lower() for path in paths)
    used = {name.lower() for name in taken}
    names = []
    for path in paths:
        shared = stems[path.stem.lower()] > 1
        first = f"{path.stem}{path.suffix.replace('.', '-')}" if shared else path.stem
        candidates = chain([first], (f"{first}-{number}" for number in count(2)))
        name = next(each for each in candidates if each.lower() not in used)
        used.add(name.lower())
        names.append(name)
    return names
