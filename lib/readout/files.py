"""Writing files so that they appear complete or not at all."""

from pathlib import Path
from tempfile import NamedTemporaryFile

READABLE_BY_ALL = 0o644  # temporary files are private


def replace_file(path: Path, content: bytes) -> Path:
    """Write a file beside its place, rename it to `path`, and return `path`.

    Raises OSError if the folder does not exist or cannot be written; then nothing is left behind.

    >>> replace_file(Path("reports/talks.txt"), b"Talks fail").read_text(encoding="utf-8")
    'Talks fail'
    """
    with NamedTemporaryFile(dir=path.parent, suffix=path.suffix, delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(content)
            file.close()
            temporary.chmod(READABLE_BY_ALL)
            return temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
