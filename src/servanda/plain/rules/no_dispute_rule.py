"""`no-dispute-rule`: nothing is said of how a disagreement about the text is settled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.findings import Family, Finding, Slug
from servanda.plain.draft import Draft
from servanda.plain.telling import missing
from servanda.text.english import BINDING

NO_DISPUTE_RULE = Slug(
    "no-dispute-rule", Family.GAPS, "Nothing is said of how a disagreement about the text is settled."
)

_SETTLED = re.compile(
    r"\bdisput\w+|\bsettles?\b|\bquarrels?\b|\barbitra\w+|\bmediat(?:ion|ed by|e)\b|\badjudicat\w+"
    r"|\bconciliat\w+|\bdisagreement\w*"
    r"|\bcourts?\b|\bjurisdiction\b"
    r"|\binterpretation\b|\bdifferences\b|\b(?:joint|consultative|coordination|contact) (?:commission|group"
    r"|committee|centre|center|council)\b"
    r"|\bshall consult\b|\bwill consult\b|\bconsultations?\b|\b(?:joint|monitoring) [\w ]{0,40}(?:commission"
    r"|committee|mechanism)\b|\bmechanism\b|\bgrievance",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no word of the text speaks of a way to settle a disagreement."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding >= 2 and not _SETTLED.search(draft.operative):
        yield missing(
            draft,
            NO_DISPUTE_RULE,
            f"No sentence of {draft.here} says how a disagreement about it is settled.",
            "Two sides that read a sentence differently have nobody to ask, and no day by which the matter is closed.",
            (
                "steps with a time for each: talks, then a commission, then somebody whose word is final.",
                "or a named court or arbitrator.",
            ),
            circumstances=(),
        )
