"""`no-remedy` in a plain text: nothing is said to follow from a breach, or only that somebody is told or decides."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_remedy import NO_REMEDY
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft, Sentence
from servanda.plain.telling import Hit, clauses, gathered, missing
from servanda.text.english import BINDING

_FOLLOWS = re.compile(
    r"\bremed\w+|\bsanction\w*|\bpenalt\w+|\bdamages\b|\bliab\w+|\bcompensat\w+|\bindemni\w+|\bwithh[eo]ld\w*"
    r"|\bforfeit\w*|\bdisciplin\w+"
    r"|\baccountab\w+|\bshall be (?:prosecuted|punished)\b|\bnecessary force\b|\bmilitary action\b"
    r"|\bcountermeasure\w*|\bcease performing\b"
    r"|\bre-?impos\w+|\breparation\w*|\bcorrective\b|\brectif\w+|\breimburs\w+|\bsuspend\w*|\bsuspension\b"
    r"|\bmay (?:then )?terminate\b|\bright to terminate\b|\bin default\b"
    r"|\benforcement (?:action|measures)\b|\b(?:may|can|to) enforce (?:this|the|its|their)\b(?! (?:cease"
    r"|cessation|withdrawal))"
    r"|\bloses?\b|\b(?:gives?|giving) up\b|\bforgoes?\b|\bno longer (?:bound|owes?|entitled)\b|\breleased from\b"
    r"|\bceases? to (?:apply|bind|be (?:bound|entitled))\b|\bmay (?:then )?(?:refuse|stop|cut off)\b"
    r"|\bh(?:old|olds|eld|olding) (?:\w+ )?responsible|\bconsequences\b|\binterest (?:on|at|shall)\b|\bcures?\b"
    r"|\bis reduced\b|\bdeduct\w*|\bless the cost"
    r"|\bservice credits?\b|\bacceler\w+",
    re.IGNORECASE,
)
_BREACH = (
    r"(?:violat(?:ion|ions|es|ed|ing)|breach(?:es|ed)?|non-?compliance|non-?performance|non-?fulfil?lment"
    r"|infring(?:ement|ements|es|ed)|infraction|failures?|fails|failed|default|incidents?|breaks?"
    r"|(?:does|do|has|have|is|are|was|were) not (?:been )?(?:comply|complied|keep|kept|do so|done|fulfil"
    r"|fulfilled|honou?r"
    r"|honou?red|observed?|pay|paid|performe?d?|carried out|implement(?:ed)?)|not complied with|overdue|in arrears)\b"
)
_OCCASION = re.compile(
    rf"\b(?:in (?:the )?(?:event|case|cases)|upon|if|where|should|when|whenever|after|following|as a result)\b"
    rf"[^.;:]{{0,100}}?\b{_BREACH}",
    re.IGNORECASE,
)
_ABOUT = re.compile(
    rf"\b(?:address|resolve|examine|investigate|deal with|discuss|consider|decide on|settle|report)\b[^.;:]{{0,60}}?"
    rf"\b{_BREACH}"
    rf"|\b{_BREACH}[^.;:]{{0,60}}? (?:shall|will|must|may|(?:is|are) to) be (?:reported|notified|addressed|resolved"
    r"|examined|investigated|discussed|considered|settled|dealt|decided)\b",
    re.IGNORECASE,
)
"""A procedure whose object is the breach: "shall address alleged violations"."""
_ACT = re.compile(
    r"\b(?:shall|will|may|must|should|undertakes? to|agrees? to|(?:is|are) to|can|and)"
    r"(?: (?:also|then|promptly|immediately|jointly|\w+ly))* (?P<verb>be \w+|take \w+|[a-z]+)\b",
)
_TOLD = re.compile(r"(?:be )?(?:report|notif|inform|communicat|draw)\w*")
_OPEN = re.compile(
    r"(?:(?:re)?convene|meet|consult|decide|determine|discuss|consider|examine|address|review|negotiate|agree"
    r"|seek|resolve"
    r"|settle|investigate|deal|hold|try|endeavou?r|work|engage|cooperate|coordinate|assess|propose|recommend"
    r"|take (?:all|any|such|the|appropriate|adequate|suitable|necessary|further|effective|steps|measures|action)"
    r"|be (?:taken|decided|determined|discussed|considered|examined|addressed|reviewed|resolved|settled|agreed"
    r"|investigated|dealt|convened|assessed|referred|held))$"
)
"""Acts that are a procedure: what comes of them is not said."""
_NOT_AN_ACT = re.compile(
    r"(?:fail|violate|breach|infringe|occur|arise|commit|be (?:in|a|any|deemed|considered)|not|the|its|their|any"
    r"|to|of"
    r"|violations?|breaches|within|in|by|on|such|all|each|other|if|measures?|action|steps|a|an|it|for|with|at|as"
    r"|under)$"
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding where no word of the text speaks of a consequence, or where all that follows is a procedure."""
    binding = sum(1 for sentence in draft.sentences if BINDING.search(sentence.text))
    if binding < 2 or _FOLLOWS.search(draft.operative):
        return
    answers = [(sentence, match) for sentence in draft.sentences if (match := _answer(sentence)) is not None]
    if not answers:
        yield _nothing(draft)
        return
    acts = [acts for sentence, _ in answers if (acts := _acts(draft, sentence))]
    if all(_TOLD.match(act) or _OPEN.match(act) for each in acts for act in each):
        yield _procedure(draft, answers, told=all(_TOLD.match(act) for each in acts for act in each))


def _answer(sentence: Sentence) -> re.Match[str] | None:
    """Where a sentence speaks of what is to be done about a breach."""
    if BINDING.search(sentence.whole) is None and " may " not in sentence.whole:
        return None
    return _OCCASION.search(sentence.text) or _ABOUT.search(sentence.text)


def _acts(draft: Draft, sentence: Sentence) -> tuple[str, ...]:
    """What is to be done, in the sentence and in those of the provision that go on from it."""
    unit = sentence.unit
    after = unit.text[max(0, sentence.start - unit.span.start) :]
    below = " ".join(each.text for each in draft.units if sentence.text in each.leads)
    found = (match["verb"] for match in _ACT.finditer(f"{after} {below}"))
    return tuple(verb for verb in found if not _NOT_AN_ACT.match(verb))


def _nothing(draft: Draft) -> Finding:
    return missing(
        draft,
        NO_REMEDY,
        f"No sentence of {draft.here} says what follows if it is broken.",
        "A breach gives nobody a right that they did not have before. General law may still speak.",
        (
            "graded steps that the others may take once a breach is established, each with a time.",
            "or a body that is told, with a day by which it must answer and what holds if it does not.",
        ),
        circumstances=(Circumstance.PLAIN_ABSENCE,),
    )


def _procedure(draft: Draft, answers: list[tuple[Sentence, re.Match[str]]], *, told: bool) -> Finding:
    hits: list[Hit] = [
        (s.label, s.span(m), "told, and then?" if told else "a procedure, no measure named") for s, m in answers
    ]
    where = clauses(label for label, _, _ in hits)
    headline = (
        f"A breach is to be reported ({where}); no sentence of {draft.here} says what follows then."
        if told
        else f"What follows from a breach is left to a procedure ({where}): no sentence of {draft.here} names a "
        "measure."
    )
    blocked = any(re.search(r"\bconsensus\b|\bunanim\w+", sentence.unit.text, re.I) for sentence, _ in answers)
    stops = ("It is decided by all together, so that each of them can stop it.",) if blocked else ()
    return gathered(
        draft,
        NO_REMEDY,
        headline,
        hits,
        why=("Who acts may be said; what they may do, and what holds if nothing comes of it, is not.", *stops),
        hints=(
            "what the others may do if no decision is taken by a stated day.",
            "or a list of the measures that may be decided, from the mildest on.",
        ),
        subject="a procedure only",
    )
