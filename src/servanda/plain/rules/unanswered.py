"""`no-remedy` in a plain text: nothing is said to follow from a breach."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_remedy import NO_REMEDY
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import missing
from servanda.text.english import BINDING

_FOLLOWS = re.compile(
    r"\bremed\w+|\bsanction\w*|\bpenalt\w+|\bdamages\b|\bliab\w+|\bcompensat\w+|\bindemni\w+|\bwithh[eo]ld\w*"
    r"|\bforfeit\w*|\bdisciplin\w+"
    r"|\baccountab\w+|\bshall be (?:prosecuted|punished)\b|\bnecessary force\b|\bmilitary action\b"
    r"|\bcountermeasure\w*|\bcease performing\b"
    r"|\bre-?impos\w+|\breparation\w*|\bcorrective\b|\brectif\w+|\breimburs\w+|\bsuspend\w*|\bsuspension\b"
    r"|\bmay (?:then )?terminate\b|\bright to terminate\b|\bin default\b"
    r"|\benforce\w*|\bhold\w* (?:\w+ )?responsible|\bconsequences\b|\binterest (?:on|at|shall)\b|\bcures?\b"
    r"|\bis reduced\b|\bdeduct\w*|\bless the cost"
    r"|\bservice credits?\b|\bacceler\w+",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no word of the text speaks of a consequence."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding >= 2 and not _FOLLOWS.search(draft.flat):
        yield missing(
            draft,
            NO_REMEDY,
            "No sentence of this text says what follows if it is broken.",
            "A breach gives nobody a right that they did not have before. General law may still speak.",
            (
                "graded steps that the others may take once a breach is established, each with a time.",
                "or a body that is told, with a day by which it must answer and what holds if it does not.",
            ),
            circumstances=(Circumstance.PLAIN_ABSENCE,),
        )
