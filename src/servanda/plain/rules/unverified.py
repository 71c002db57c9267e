"""`not-verifiable` in a plain text: nobody is said to check."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.not_verifiable import NOT_VERIFIABLE
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import missing
from servanda.text.english import BINDING

_CHECKED = re.compile(
    r"\bverif\w+|\bcheck(?:s|ed|ing)?\b|\bcounts\b|\bmonitor\w*|\binspect\w*|\bobserv(?:er|ers|ation"
    r"|e compliance)\b|\baudit\w*|\bsupervis\w+"
    r"|\binvestigat\w+|\bcertif\w+"
    r"|\breports? (?:on|to|any)\b|\bshall report\b|\baccess to (?:the )?(?:books|records|premises|accounts)"
    r"|\brecords\b|\boversight\b|\bmeasured\b"
    r"|\bacceptance test|\bstatement of account|\binvoice|\bexpert\b|\breporting\b|\bfurnish\w* information\b"
    r"|\breports? (?:its|their) \w+|\bexchange of (?:information"
    r"|data)\b",
    re.IGNORECASE,
)

_JUDGED = re.compile(r"\bcourts?\b|\barbitra\w+|\btribunal\b", re.IGNORECASE)
"""Where somebody outside takes evidence, that nobody checks meanwhile is usual: a note."""


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no sentence says who checks."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding >= 2 and not _CHECKED.search(draft.operative):
        yield missing(
            draft,
            NOT_VERIFIABLE,
            f"No sentence of {draft.here} says who checks whether it is kept.",
            "Whether a duty was broken would be one side's word against the other's.",
            (
                "for each duty that matters: who checks, how often, with what access, and how soon it is reported.",
                "or reports by each side about itself, with a right to ask and a time to answer.",
            ),
            circumstances=() if _JUDGED.search(draft.operative) else (Circumstance.PLAIN_ABSENCE,),
        )
