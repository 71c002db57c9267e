"""What the tests of this folder share: reading a text to its agreement, and comparing agreements without places."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from pathlib import Path

from servanda.agreement.agreement import Agreement
from servanda.agreement.from_syntax import NOTHING_CHOSEN, Resolved, from_syntax
from servanda.agreement.vocabularies import gather
from servanda.files import shipped_library
from servanda.findings import Finding
from servanda.syntax.from_text import from_text
from servanda.text import Place, Source

ROOT = Path(__file__).resolve().parents[2]
AGREEMENTS = sorted(ROOT.glob("agreements/*/agreement.pact"))
LIBRARY = shipped_library()


def read(text: str, chosen: Mapping[str, int] = NOTHING_CHOSEN, library: Mapping[str, Source] = LIBRARY) -> Resolved:
    """A text with everything that was said of it."""
    tree, unread = from_text(Source("a.pact", text))
    resolved = from_syntax(tree, gather(tree, library), chosen)
    return Resolved(resolved.agreement, resolved.choices, (*unread, *resolved.findings))


def agreed(text: str, chosen: Mapping[str, int] = NOTHING_CHOSEN) -> Agreement:
    """The agreement of a text in which nothing is wrong."""
    resolved = read(text, chosen)
    assert [brief(each) for each in resolved.findings] == []
    assert resolved.agreement is not None
    return resolved.agreement


def brief(finding: Finding) -> str:
    """A finding in one line."""
    return f"{finding.place.line}:{finding.place.column} {finding.slug}: {finding.headline} {finding.hints[0].text}"


def placeless(value: object) -> object:
    """A value with all its places taken out."""
    if is_dataclass(value) and not isinstance(value, type):
        kept = {each.name: getattr(value, each.name) for each in fields(value) if each.compare}
        return (type(value).__name__, {name: placeless(v) for name, v in kept.items() if not isinstance(v, Place)})
    if isinstance(value, tuple):
        return tuple(placeless(each) for each in value)
    return value
