"""The whole review of a plain text, and how a plain text is told from an encoded agreement."""

from __future__ import annotations

import importlib
import pkgutil
import re
from collections.abc import Callable, Iterator

from servanda.findings import AgreementInfo, Finding, Report, make_report
from servanda.plain import rules
from servanda.plain.cut import from_plain
from servanda.plain.draft import Draft, Kind
from servanda.text import Source
from servanda.text.english import BINDING

Rule = Callable[[Draft], Iterator[Finding]]

_ENCODED = re.compile(
    r"^(?:agreement|vocabulary) *[\"“]|^(?:party|clause|use|act|move|interest of|third state|verifier"
    r"|body)\b[^.]*$",
    re.IGNORECASE,
)


def is_plain(source: Source) -> bool:
    """Whether a file is a plain text: its name does not end in .pact, and it does not begin as an encoding does.

    Where neither the name nor the first lines decide, what counts is whether lines of the language stand there.
    """
    if source.name.lower().endswith(".pact"):
        return False
    lines = [line for line in source.text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    if lines and re.match(r"(?:agreement|vocabulary) *[\"“]", lines[0], re.IGNORECASE):
        return False
    encoded = sum(
        1 for line in lines[:200] if line.startswith(("  >", "party ", "use ", "interest of ")) and _ENCODED.match(line)
    )
    return encoded < 3


def review(source: Source) -> Report:
    """What the words of a plain text leave open; nothing is searched, and no meaning is encoded."""
    draft = from_plain(source)
    info = AgreementInfo(
        file=source.name,
        name=draft.title or None,
        clauses=len({unit.label for unit in draft.units if unit.label and unit.kind is not Kind.HEADING}),
        norms=sum(1 for sentence in draft.sentences if BINDING.search(sentence.text)),
        read_as="plain text",
    )
    return make_report(info, findings(draft))


def findings(draft: Draft) -> Iterator[Finding]:
    """What every rule finds."""
    for info in sorted(pkgutil.iter_modules(rules.__path__), key=lambda each: each.name):
        rule: Rule = importlib.import_module(f"servanda.plain.rules.{info.name}").rule
        yield from rule(draft)
