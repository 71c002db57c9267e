"""`agreement-to-agree` in a plain text: what is to be done waits for somebody's consent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.agreement_to_agree import AGREEMENT_TO_AGREE
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft, Sentence
from servanda.plain.telling import Hit, clauses, gathered, quoted
from servanda.text.english import BINDING

_CONSENT = re.compile(
    r"\b(?:upon|by|in|with|subject to) (?:\w+ and )?(?:the )?(?:prior |written |express |mutual )*(?:agreement"
    r"|consent)"
    r" (?:with|of|by|between|among)\b|\b(?:discussed|negotiated|agreed) (?:up)?on? ?with\b"
    r"|\bdiscussed and agreed\b|, agreed (?:up)?on? ?with\b|\bagreed with (?:the )?representatives\b"
    r"|\bupon agreement\b"
    r"|\bsubject to (?:further |subsequent )?(?:agreement|negotiations?)\b|\b(?:is|are|remains?|shall|will|yet"
    r"|still) (?:to )?be (?:mutually )?agreed(?: (?:up)?on)?\b"
    r"|\bto be (?:mutually )?(?:agreed|negotiated)(?: (?:up)?on)?\b|\bto be (?:mutually determined"
    r"|determined mutually)\b|\bby (?:mutual|common) (?:consent|agreement)\b|\bby consensus of (?:the|all)\b"
    r"|\bas (?:shall be|will be) (?:mutually )?agreed\b|\bmay be mutually agreed\b|\b(?:shall|will) (?:negotiate"
    r"|agree on|agree upon)\b",
    re.IGNORECASE,
)
_PAST = re.compile(
    r"\b(?:unless|except as|save as) [^.;]{0,60}$|\bpurpose[^.;]{0,30}$|\bmay (?:also )?be [^.;]{0,40}$"
    r"|\bmay\b(?! \d),? [^.;]{0,60}$|\b(?:has|have) been [^.;]{0,20}$|\bnot [^.;]{0,40}$",
    re.IGNORECASE,
)
_DEFAULT = re.compile(
    r"\b(?:if|where|in case|in the event)[^.;]{0,60}\b(?:no|not|without|unable|fail\w*|cannot)\b|\bfail(?:ing"
    r"|ure)\b|\babsence of\b"
    r"|\bdeemed\b|\bunless\b|\bno (?:such )?(?:agreement|consensus)\b|\bin the absence\b"
    r"|\bshall not (?:be )?unreasonably\b|\bunreasonably (?:withheld|delayed)\b",
    re.IGNORECASE,
)
_AMENDS = re.compile(
    r"\b(?:amend|modif|alter|vari|assign|extend|renew|sublet|accede|accession|publi|disclos)\w*", re.IGNORECASE
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for everything that hangs on a consent for which the provision has no default."""
    found = [(sentence, match) for sentence in draft.main if (match := _waits(draft, sentence)) is not None]
    if not found:
        return
    hits: list[Hit] = [(s.label, s.span(m), "and if it is not given?") for s, m in found]
    yield gathered(
        draft,
        AGREEMENT_TO_AGREE,
        f"What {clauses(label for label, _, _ in hits)} {_verb(hits)} for hangs on a consent, and nothing is said "
        f"of what holds without it.",
        hits,
        why=(
            f"Whoever may say no ({quoted(m[0].lower() for _, m in found)}) can hold it up for ever without a breach.",
        ),
        hints=("what holds if there is no agreement by a stated day.", "or somebody else who decides then."),
        circumstances=(Circumstance.PLAIN_PASSAGE,),
    )


def _verb(hits: list[Hit]) -> str:
    return "provides" if len({label for label, _, _ in hits}) <= 1 else "provide"


def _waits(draft: Draft, sentence: Sentence) -> re.Match[str] | None:
    words = sentence.text
    if not BINDING.search(sentence.whole) and not re.match(r"^\W*\w+ing\b", words) and "provided that" not in words:
        return None
    if re.search(r"\bright to\b|\bany other time\b", words):
        return None
    if _AMENDS.search(words) or _DEFAULT.search(
        draft.at_label(sentence.label) if sentence.label else sentence.unit.text
    ):
        return None
    for match in _CONSENT.finditer(words):
        if not _PAST.search(words[: match.start()]):
            return match
    return None
