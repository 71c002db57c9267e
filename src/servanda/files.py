"""The one module that touches the disk: agreements by path, and what is shipped with the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import MappingProxyType

from servanda.findings import Family, Finding, Slug, problem
from servanda.findings.from_text import from_fault
from servanda.syntax.from_text import from_text
from servanda.syntax.tree import MoveHead
from servanda.text import LARGEST, Fault, Place, Source, decode, too_large

UNREADABLE = Slug("unreadable", Family.PROBLEM, "The file cannot be opened.")

Library = Mapping[str, Source]
"""Vocabularies by the name that `use` calls them by; those in folders as `playbook/NAME`."""


def read(path: str) -> Source | Finding:
    """Read a file as text. Every reason why that is impossible is a finding with a way out, never an exception."""
    where = Place(path, 1, 1, 1, 1)
    try:
        size = Path(path).stat().st_size
        if size > LARGEST:
            return from_fault(too_large(size), where)
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        headline, way_out = _explained(path, error)
        return problem(UNREADABLE, headline, where, way_out)
    decoded = decode(path, data)
    return from_fault(decoded, where) if isinstance(decoded, Fault) else decoded


def shipped_library() -> Library:
    """The vocabularies that come with the package."""
    root = resources.files("servanda") / "vocabulary"
    return MappingProxyType({source.name: source for source in _sources(root, "")})


def page(name: str) -> str | None:
    """The text of a page that comes with the package, or None where there is none of that name."""
    file = resources.files("servanda") / "pages" / name
    return file.read_text(encoding="utf-8") if file.is_file() else None


def templates() -> Library:
    """The files to start from that come with the package, by name."""
    root = resources.files("servanda") / "templates"
    return MappingProxyType({source.name: source for source in _sources(root, "")})


def moves(library: Library) -> Mapping[str, str]:
    """The moves of the playbook by their names, each with its title."""
    heads = [
        line.node
        for name, source in library.items()
        if name.startswith("playbook/")
        for line in from_text(source)[0].lines
        if isinstance(line.node, MoveHead)
    ]
    return MappingProxyType({head.slug.text: head.title.text if head.title else "" for head in heads})


def _sources(folder: Traversable, prefix: str) -> Iterator[Source]:
    for entry in sorted(folder.iterdir(), key=lambda each: each.name):
        if entry.is_dir():
            yield from _sources(entry, f"{prefix}{entry.name}/")
        elif entry.name.endswith(".pact"):
            yield Source(prefix + entry.name.removesuffix(".pact"), entry.read_text(encoding="utf-8"))


def _explained(path: str, error: OSError | ValueError) -> tuple[str, str]:
    match error:
        case FileNotFoundError():
            return f"There is no file {path}.", "Check the spelling and the folder you are in."
        case IsADirectoryError():
            return f"{path} is a folder.", f"Name the files in it, for example: {path.rstrip('/')}/*.pact"
        case PermissionError():
            return f"You may not read {path}.", "Ask its owner for the right to read it, or copy it elsewhere."
        case OSError():
            return f"{path} cannot be read: {error.strerror or error}.", "Copy it to another folder and try again."
    return f"{path!r} cannot be the name of a file.", "Give the path of a .pact file."
