"""PDF files for tests, drawn with matplotlib: lines of words at places on pages."""

import io

import matplotlib as mpl
from matplotlib.backends.backend_pdf import PdfPages
from matplotlib.figure import Figure
from pypdf import PdfReader, PdfWriter

PAGE = (6, 8)  # inches
POINTS = 72  # to the inch


def printed(*pages):
    """A PDF file of pages; a page is a list of (words, x, y, size), in points from below left."""
    content = io.BytesIO()
    with mpl.rc_context({"pdf.fonttype": 42}), PdfPages(content) as pdf:
        for page in pages:
            figure = Figure(figsize=PAGE)
            for words, x, y, size in page:
                figure.text(x / POINTS / PAGE[0], y / POINTS / PAGE[1], words, fontsize=size)
            pdf.savefig(figure)
    return content.getvalue()


def column(lines, *, x=40, top=500, gap=14, size=11):
    """Lines of words below each other; None leaves one out."""
    return [(words, x, top - gap * n, size) for n, words in enumerate(lines) if words is not None]


def encrypted(content, *, password):
    """The same PDF file, which only opens with the password."""
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(content)))
    writer.encrypt(user_password=password, owner_password="owner", algorithm="RC4-128")
    done = io.BytesIO()
    writer.write(done)
    return done.getvalue()
