"""`undefined-term` in a plain text: a term that decides what is owed, and no sentence says what it means."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from servanda.checks.undefined_term import UNDEFINED_TERM
from servanda.findings import Circumstance, Finding
from servanda.plain.defined import defined_terms
from servanda.plain.draft import Draft, Sentence
from servanda.plain.telling import Hit, clauses, gathered, quoted
from servanda.text.english import BINDING

_HEADS = (
    "Dates?|Periods?|Zones?|Areas?|Lines?|Services?|Goods|Products?|Equipment|Information|Fees?|Prices?|Premises"
    "|Sites?|Software|"
    "Materials|Works?|Deliverables?|Territory|Terms?|Events?|Days?|Amounts?|Rates?|Loans?|Shares|Assets"
    "|Facilit(?:y|ies)|"
    "Weapons|Armaments|Items|Vessels?|Corridors?|Routes?|Personnel|Affiliates?|Documents?|Records|Data|Rights"
    "|Costs|Expenses|"
    "Payments?|Milestones?|Specifications?|Phases?|Stages?|Cantonments?|Checkpoints?|Default|Deposit|Royalt(?:y"
    "|ies)|Invoices?"
)
_CAPITAL = re.compile(
    rf"(?<=[a-z,] )(?:the|each|any|all|such|its|their|every|no|a"
    rf"|an) (?P<term>(?:[A-Z][a-z]+(?:-[A-Z]?[a-z]+)?[ -]){{0,2}}(?:{_HEADS}))\b(?! (?:of|for) (?:the )?[A-Z]"
    rf"| [A-Z(]|-)"
)
_CONTESTED = re.compile(
    r"\b(?:heavy weapon(?:s|ry)|offensive (?:military )?(?:operations?|actions?)|line of contact"
    r"|foreign (?:armed )?(?:formations?|forces|fighters)|"
    r"illegal(?:ly)? (?:armed )?(?:groups?|formations?)|hostile (?:acts?|actions?)|provocati(?:ve acts?|ons?"
    r"|ve actions?)|mercenaries|"
    r"material breach|force majeure|business days?|working days|serious violations?|gross negligence)\b",
    re.IGNORECASE,
)


def rule(draft: Draft) -> Iterator[Finding]:
    """At most two findings: capitalised terms that nobody introduces, and words that are often fought over."""
    known = defined_terms(draft)
    capital = [] if draft.excerpt else _found(draft, _CAPITAL, known, least=2)
    if capital:
        yield _finding(draft, capital, "written as a defined term", (Circumstance.PLAIN_ABSENCE,), "capitalised")
    contested = [
        each for each in _found(draft, _CONTESTED, known, least=1) if BINDING.search(each[0].whole) or each[0].label
    ]
    if contested:
        yield _finding(draft, contested, "not defined", (), "contested")


Found = tuple[Sentence, re.Match[str], str]


def _found(draft: Draft, pattern: re.Pattern[str], known: frozenset[str], least: int) -> list[Found]:
    """The first use of each term that nobody defines and that is used at least so often."""
    uses: Counter[str] = Counter()
    first: dict[str, Found] = {}
    for sentence in draft.sentences:
        for match in pattern.finditer(sentence.text):
            term = match["term"] if "term" in pattern.groupindex else match[0]
            key = _key(term)
            uses[key] += 1
            first.setdefault(key, (sentence, match, term))
    return [found for key, found in first.items() if uses[key] >= least and not _is_known(key, known)]


def _is_known(key: str, known: frozenset[str]) -> bool:
    return key in known or any(key.endswith(f" {term}") or term.endswith(f" {key}") for term in known)


def _key(term: str) -> str:
    """Small letters, singular."""
    words = " ".join(re.split(r"[\s-]+", term.lower()))
    return re.sub(r"ies$", "y", words) if words.endswith("ies") else words.removesuffix("s")


def _finding(
    draft: Draft, found: list[Found], remark: str, circumstances: tuple[Circumstance, ...], subject: str
) -> Finding:
    hits: list[Hit] = [
        (sentence.label, sentence.span(match, "term" if "term" in match.re.groupindex else 0), remark)
        for sentence, match, _ in found
    ]
    terms = quoted(term if "term" in match.re.groupindex else term.lower() for _, match, term in found)
    verb = "means" if len(found) == 1 else "mean"
    where = clauses(label for label, _, _ in hits)
    return gathered(
        draft,
        UNDEFINED_TERM,
        f"No sentence of {draft.here} says what {terms} {verb} ({where}).",
        hits,
        why=("What is owed turns on it: each side may take the meaning that suits it, and both keep to the letter.",),
        hints=("a definition, or a list or map that it refers to.", "or a word whose meaning is not in doubt."),
        circumstances=circumstances,
        subject=subject,
    )
