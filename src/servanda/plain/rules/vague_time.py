"""`no-deadline` in a plain text: words that sound like a time and name no day."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.no_deadline import NO_DEADLINE
from servanda.findings import Circumstance, Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, clauses, gathered, quoted
from servanda.text.english import BINDING

_VAGUE = re.compile(
    r"\bas soon as (?:practicable|possible|feasible|reasonably practicable|conditions (?:permit|allow))\b"
    r"|\bin due (?:course|time)\b"
    r"|\bpromptly\b|\bwithin (?:a )?reasonable (?:time|period)\w*(?: of time)?\b|\b(?:at|in) (?:the"
    r"|an) (?:earliest|nearest|near|early)"
    r"(?: possible)? (?:opportunity|date|time|future)\b|\bin the (?:near|foreseeable) future\b|\bexpeditiously\b"
    r"|\bspeedily\b"
    r"|\bwithout (?:undue|unnecessary) delay\b|\bin a timely (?:manner|fashion)\b|\bshortly\b|\bgradually\b"
    r"|\bwhen (?:conditions|circumstances) (?:permit|allow)\b|\bat an appropriate time\b"
    r"|\bas quickly as possible\b",
    re.IGNORECASE,
)
_EXACT = re.compile(
    r"\bwithin (?:\w+ )?\(?\d|\bno(?:t)? later than\b|\bat the latest\b|\bwithin (?:one|two|three|four|five|six"
    r"|seven|eight|nine|ten|twelve|"
    r"fourteen|fifteen|twenty|thirty|forty|sixty|ninety|twenty-four|forty-eight|seventy-two)\b|\bby (?:\d"
    r"|the (?:end|\d))|\b\d+ (?:days|hours|months|weeks)\b"
    r"|\bin any (?:case|event)\b",
    re.IGNORECASE,
)

_MILD = re.compile(r"promptly|expeditiously|shortly|without (?:undue|unnecessary) delay", re.IGNORECASE)
"""What is usual of notices: a note where there is nothing else."""
_NOTICE = re.compile(
    r"^ (?:(?:so )?(?:notif|inform|circulat|transmit|communicat|advis|forward))|^ (?:be )?(?:notified|informed"
    r"|circulated)"
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all words of that kind."""
    found = [(sentence, match) for sentence in draft.main for match in _VAGUE.finditer(sentence.text)]
    kept = [
        (s, m)
        for s, m in found
        if BINDING.search(s.whole)
        and not _EXACT.search(s.text)
        and not s.text.endswith(":")
        and not _NOTICE.match(s.text[m.end() :])
    ]
    if not kept:
        return
    hits: list[Hit] = [(s.label, s.span(m), "names no day") for s, m in kept]
    phrases = quoted(m[0].lower() for _, m in kept)
    verb = "names" if len({m[0].lower() for _, m in kept}) == 1 else "name"
    yield gathered(
        draft,
        NO_DEADLINE,
        f"{phrases} in {clauses(label for label, _, _ in hits)} {verb} no day.",
        hits,
        why=("Nobody can say on which day such a duty is overdue; each side can say in good faith that it is not.",),
        hints=("keep the word, and add a last day.", "or say who decides when it is due, and by when."),
        circumstances=() if all(_MILD.fullmatch(m[0]) for _, m in kept) else (Circumstance.PLAIN_PASSAGE,),
        subject="words that name no day",
    )
