"""Which vocabularies a file uses, directly and through each other."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from servanda.agreement import complain
from servanda.agreement.messages import Complaints
from servanda.findings import Finding
from servanda.syntax import tree as t
from servanda.syntax.from_text import from_text
from servanda.text import Place, Source


@dataclass(frozen=True, slots=True)
class Vocabularies:
    """The vocabularies that a file uses, each before those that use it, and all names there are to use.

    `incomplete`: one of them does not exist.
    """

    trees: tuple[t.Tree, ...]
    names: tuple[str, ...]
    findings: tuple[Finding, ...]
    incomplete: bool = False


@dataclass(slots=True)
class _Gathering:
    library: Mapping[str, Source]
    complaints: Complaints
    done: dict[str, t.Tree] = field(default_factory=dict)
    open: dict[str, Place] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def follow(self, tree: t.Tree) -> None:
        """Read what a tree uses.  The chain of open names is at most as long as the library."""
        for word in used(tree):
            place = tree.source.place(word.span)
            names = self._names(word.text)
            if not names:
                complain.unknown_vocabulary(self.complaints, word.text, place, self.offered())
            for name in names:
                self._read(name, place)

    def offered(self) -> tuple[str, ...]:
        """What `use` can name: files, and folders as a whole."""
        folders = {name.rsplit("/", 1)[0] for name in self.library if "/" in name}
        return tuple(sorted({*(name for name in self.library if "/" not in name), *folders}))

    def _names(self, wanted: str) -> tuple[str, ...]:
        if wanted in self.library:
            return (wanted,)
        return tuple(sorted(name for name in self.library if name.startswith(f"{wanted}/")))

    def _read(self, name: str, place: Place) -> None:
        if name in self.open:
            complain.use_circle(self.complaints, (*self.open, name), place, self.open[name])
            return
        if name in self.done:
            return
        tree, findings = from_text(self.library[name])
        self.findings.extend(findings)
        self.open[name] = place
        self.follow(tree)
        del self.open[name]
        self.done[name] = tree


def gather(tree: t.Tree, library: Mapping[str, Source]) -> Vocabularies:
    """The vocabularies that a file uses.  `library`: texts by the name that `use` calls them by."""
    gathering = _Gathering(library, Complaints())
    gathering.follow(tree)
    found = (*gathering.findings, *gathering.complaints.findings)
    trees = tuple(gathering.done.values())
    return Vocabularies(trees, gathering.offered(), found, gathering.complaints.blind)


def used(tree: t.Tree) -> Iterable[t.Word]:
    """The names after `use`."""
    for line in tree.lines:
        if isinstance(line.node, t.Use):
            yield from line.node.names
