"""The errors that Readout raises: one named kind for each way in which an input can be unusable.

Every message is one line that says what is wrong, where, and what to do. All kinds share the base
`ReadoutError`, so a caller who reads many articles can skip the unusable ones with one `except`.
"""


class ReadoutError(Exception):
    """Base of all errors that Readout raises on purpose; catch it to catch any of them."""


class ArticleNotFound(ReadoutError):
    """Raised when there is no readable file at the given path: it is missing or a folder."""


class EmptyArticle(ReadoutError):
    """Raised when an article is empty or consists of white space only."""


class NotText(ReadoutError):
    """Raised when a file or string is binary data (NUL bytes, ZIP, images), not text."""


class UnknownEncoding(ReadoutError):
    """Raised when a file's bytes are valid in none of UTF-8, UTF-16 and Windows-1252."""


class ArticleTooLong(ReadoutError):
    """Raised when an article has more characters than spaCy analyses at once (1,000,000)."""


class NotEnglish(ReadoutError):
    """Raised when the words of an article are not English: Readout's models and rules are."""


class NotPlainText(ReadoutError):
    """Raised for mark-up: XML, or HTML in a string; `load` reads the HTML files of web pages."""


class UnreadablePDF(ReadoutError):
    """Raised when a PDF file is damaged, encrypted or has no text layer."""


class PublicationDateMissing(ReadoutError):
    """Raised when a date is asked for that needs the publication date, and none is known."""


class BadPublicationDate(ReadoutError):
    """Raised when the publication date that the caller gives is not a date in ISO form."""


class ModelNotFound(ReadoutError):
    """Raised when the spaCy model to analyse with is not installed."""


class LexiconError(ReadoutError):
    """Raised when a word list is missing or malformed; the message names the file and the line."""


class GoldInvalid(ReadoutError):
    """Raised when a folder has no annotated articles, or when an annotation is malformed."""


class PackageMissing(ReadoutError):
    """Raised when something is asked for that needs an optional package that is not installed."""


class BadActors(ReadoutError):
    """Raised when a reader's own list of actors is missing or malformed; it names the line."""


class BadCorrections(ReadoutError):
    """Raised when a file of corrections is missing or malformed; the message names the line."""


class UnmatchedCorrection(UserWarning):
    """Warns of corrections that the article has nothing for; `article.corrections` says why."""
