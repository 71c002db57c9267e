"""What a desk hands to a reader: a text with the name it came under."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class UnreadableError(ValueError):
    """A file that holds no article, with the reason in words."""


@dataclass(frozen=True, slots=True)
class Article:
    """A text with the name it came under and what the file itself tells: the day, who published and wrote it."""

    name: str
    text: str
    published: date | None = None
    publisher: str | None = None
    byline: str | None = None
