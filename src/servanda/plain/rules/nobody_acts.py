"""`no-responsible-party` in a plain text: bare noun phrases, commands to nobody, passives without an agent."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_responsible_party import NO_RESPONSIBLE_PARTY
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft, Kind, Sentence
from servanda.plain.phrases import ACTOR, AGENT, PASSIVE_ONCE, SETS_UP
from servanda.plain.telling import Hit, clauses, gathered
from servanda.text.english import BINDING, FINITE, NOUN_PHRASE, main_part

_COMMAND = re.compile(
    r"^\W*(?:To )?(?:\w+ly,? )?(?:ensure|launch|adopt|intensify|carry(?:ing)? out|release|withdraw|remove|provide"
    r"|establish|conduct|hold|"
    r"implement|decentrali[sz]e|pass|disarm|stop|cease|create|organi[sz]e|complete|take measures|continue|improve"
    r"|guarantee|"
    r"exchange|lift|open|reopen|restore|resume|facilitate|support|set up|reinstate|demine|refrain|observe|prevent"
    r"|convene)(?:,? \w+){2,}",
    re.IGNORECASE,
)
_AS_NOUN = re.compile(r"^\W*\w+(?: and \w+)? of\b")
"""What looks like a command and is a noun: "Release of all prisoners"."""
_GIVES_SUBJECT = re.compile(
    r"(?:\b(?:shall|will|must|should|may|agrees? (?:not )?to|undertakes? to|commits? (?:\w+selves )?to|has|have"
    r"|is|are|called (?:up)?on to"
    r"|responsib\w+|functions|tasks|mandate|entitled|measures|include[sd]?|following|by|powers?|duties|authority"
    r"|competence)\b[^:]*:)|(?:to|by|shall|will):",
    re.IGNORECASE,
)
_IF = re.compile(r"\b(?:in the event that|if|where|when|whenever|once|after|that|which|who)\b[^,;]*$", re.IGNORECASE)
"""What stands in a subordinate clause is no duty of its own."""
_COLUMNS = re.compile(r"\S {3,}\S|\||\t")
"""A row of a table: who acts stands in a column of its own."""
_STEPS_WITHOUT_SUBJECT = re.compile(r"\b(?:following|these) (?:steps|measures|points)\b[^:]*:", re.IGNORECASE)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all provisions in which nobody named is to act."""
    hits = sorted(_hits(draft), key=lambda hit: hit[1])
    if not hits:
        return
    yield gathered(
        draft,
        NO_RESPONSIBLE_PARTY,
        f"What is to happen under {clauses(label for label, _, _ in hits)} is not said to be anybody's task.",
        hits,
        why=("Where the words name nobody who has to act, each side can wait for the other without being in breach.",),
        hints=("name who does it, and say “shall”.", "or name a body that says who does it, and by when it says so."),
        circumstances=(Circumstance.PLAIN_ABSENCE,),
    )


def _hits(draft: Draft) -> Iterator[Hit]:
    for sentence in draft.main:
        if sentence.unit.kind is not Kind.PROVISION:
            continue
        remark = _remark(draft, sentence)
        if remark is not None:
            yield sentence.label, sentence.span(), remark


def _remark(draft: Draft, sentence: Sentence) -> str | None:
    words = sentence.text
    if _led(sentence) or len(words.split()) < 5 or "(s)" in words or _COLUMNS.search(words):
        return None
    if not BINDING.search(words) and not FINITE.search(words.split(",")[0] + " "):
        if (
            _COMMAND.match(words)
            and not _AS_NOUN.match(words)
            and not FINITE.search(main_part(words))
            and _starts_low_level(sentence)
            and words.rstrip().endswith((".", ";", ":"))
        ):
            return "a command to nobody named"
        if NOUN_PHRASE.match(words) and not FINITE.search(main_part(words)) and sentence.unit.is_leaf:
            return "a noun phrase: nobody is told to do it"
        return None
    passive = PASSIVE_ONCE.search(words)
    if passive is not None and _IF.search(words[: passive.start()]) is not None:
        return None
    if passive is not None and not SETS_UP.search(words[: passive.end()]) and not _has_agent(draft, sentence):
        return "done by whom is not said"
    return None


def _starts_low_level(sentence: Sentence) -> bool:
    """The command opens its provision, or follows another such command in it."""
    return sentence.text[:1].isupper()


def _led(sentence: Sentence) -> bool:
    """Whether the words above give it a subject ("The Parties shall:")."""
    leads = sentence.unit.leads
    if leads and _STEPS_WITHOUT_SUBJECT.search(leads[-1]) and not ACTOR.search(leads[-1]):
        return False
    return any(_GIVES_SUBJECT.search(lead) for lead in leads)


def _has_agent(draft: Draft, sentence: Sentence) -> bool:
    """An agent in the sentence, or somebody who acts in the same provision: then the context says who."""
    if AGENT.search(sentence.text) or ACTOR.search(sentence.text):
        return True
    if re.search(
        r"\bnot be\b|\b[Nn]o (?:\w+ ){1,5}(?:shall|will|may)\b|\bbetween\b|\bat the (?:cost|expense) of\b"
        r"|\bjointly\b|\bin accordance with (?:the (?:provisions|terms) of )?(?:Article|Annex|Section|paragraph"
        r"|clause)\b"
        r"|\bmutual",
        sentence.text,
    ):
        return True
    around = draft.at_label(sentence.label) if sentence.label else sentence.unit.text
    return ACTOR.search(around) is not None or AGENT.search(around) is not None
