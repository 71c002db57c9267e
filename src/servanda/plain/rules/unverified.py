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
    r"\bverif\w+|\bmonitor\w*|\binspect\w*|\bobserv(?:er|ers|ation|e compliance)\b|\baudit\w*|\bsupervis\w+"
    r"|\binvestigat\w+|\bcertif\w+"
    r"|\breports? (?:on|to|any)\b|\bshall report\b|\baccess to (?:the )?(?:books|records|premises|accounts)"
    r"|\brecords\b|\boversight\b|\bmeasured\b"
    r"|\bacceptance test|\bstatement of account|\binvoice|\bexpert\b|\breporting\b|\bexchange of (?:information"
    r"|data)\b",
    re.IGNORECASE,
)

_JUDGED = re.compile(r"\bcourts?\b|\barbitra\w+|\btribunal\b", re.IGNORECASE)
"""Where somebody outside takes evidence, that nobody checks meanwhile is usual: a note."""


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no sentence says who checks."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding >= 2 and not _CHECKED.search(draft.flat):
        yield missing(
            draft,
            NOT_VERIFIABLE,
            "No sentence of this text says who checks whether it is kept.",
            "Whether a duty was broken would be one side's word against the other's.",
            (
                "for each duty that matters: who checks, how often, with what access, and how soon it is reported.",
                "or reports by each side about itself, with a right to ask and a time to answer.",
            ),
            circumstances=() if _JUDGED.search(draft.flat) else (Circumstance.PLAIN_ABSENCE,),
        )
