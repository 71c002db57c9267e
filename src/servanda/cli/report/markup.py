"""HTML that cannot be forgotten to escape: whatever is not `Markup` is text of somebody's, and is shown as text."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from servanda.cli.layout import safe


class Markup(str):
    """Text that is HTML already. Made by `element`, `text` and `joined` alone."""

    __slots__ = ()


VOID = frozenset({"br", "meta", "line", "polyline", "circle"})
"""Elements that hold nothing, and are written without an end."""


def text(words: str) -> Markup:
    """Words as HTML; hidden marks and controls are shown by their number, as on a terminal."""
    return words if isinstance(words, Markup) else Markup(escape(safe(words)))


def joined(parts: Iterable[str], between: str = "") -> Markup:
    """Parts one after the other; those that are not HTML are escaped."""
    return Markup(text(between).join(text(part) for part in parts))


def element(name: str, /, *parts: str, **attributes: str | int | None) -> Markup:
    """An element. Attributes: ``class_`` is ``class``, ``aria_label`` is ``aria-label``; None leaves one out."""
    said = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{text(str(value))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in VOID:
        return Markup(f"<{name}{said}>" if name in ("br", "meta") else f"<{name}{said}/>")
    return Markup(f"<{name}{said}>{joined(parts)}</{name}>")


def link(to: str, *parts: str) -> Markup:
    """A link to a place of the same page."""
    return element("a", *parts, href=f"#{to}")
