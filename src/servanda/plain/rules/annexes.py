"""`outside-text` in a plain text: annexes, maps and schedules that it relies on and that are not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.checks.outside_text import OUTSIDE_TEXT
from servanda.findings import Finding
from servanda.plain.draft import Draft
from servanda.plain.telling import Hit, capital, gathered

_APPENDED = re.compile(
    r"\b(?P<word>Annexe?|Appendix|Schedule|Exhibit|Attachment) (?P<number>\d{1,2}|[IVX]{1,4}"
    r"|[A-Z])\b(?:-\d+)?(?P<rest>[^.;]{0,50})"
)
_MAP = re.compile(
    r"\b(?:annexed|attached|enclosed|accompanying) (?:\w+ ){0,2}(?:maps?|lists?|schedules?|timetables?|plans?)\b"
    r"|\b(?:maps?|lists?|timetables?) (?:annexed|attached|appended)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(
    r"^[^,;]{0,40}?\b(?:of|to) (?!this\b|the present\b|the (?:Agreement|Treaty|Contract)\b(?! (?:on|of"
    r"|between)))(?:the |that |its )?(?:[A-Z]|said)"
)


def rule(draft: Draft) -> Iterator[Finding]:
    """One finding for all that is attached and is not in the file."""
    found = {word: set(numbers) for word, numbers in draft.headings.items()}
    hits: list[Hit] = []
    for sentence in draft.sentences:
        for match in _APPENDED.finditer(sentence.text):
            word = (
                match["word"].lower().removesuffix("e") if match["word"].lower() == "annexe" else match["word"].lower()
            )
            if not _OTHERS.match(match["rest"]) and match["number"].upper() not in found.get(word, set()):
                hits.append((sentence.label, sentence.span(match), f"{word.capitalize()} {match['number']}"))
        loose = _MAP.search(sentence.text)
        if loose is not None and not any(
            found.get(word) for word in ("annex", "appendix", "schedule", "attachment", "exhibit")
        ):
            hits.append((sentence.label, sentence.span(loose), f"“{loose[0]}”"))
    if not hits:
        return
    named = list(dict.fromkeys(remark for _, _, remark in hits))
    what = ", ".join(named[:5]) + (f" and {len(named) - 5} more" if len(named) > 5 else "")
    yield gathered(
        draft,
        OUTSIDE_TEXT,
        f"{capital(what)} {'is' if len(named) == 1 else 'are'} part of what is agreed, and not in this file.",
        [(label, span, "not in this file") for label, span, _ in hits],
        why=("What stands there is not looked at here. A reader of this text alone cannot tell what is owed.",),
        hints=("put it into the file.", "or say in the text itself what holds while it is missing."),
    )
