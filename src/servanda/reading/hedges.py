"""Hedges: words that hold a statement at a distance - hearsay, doubt, anonymity, no comment."""

from __future__ import annotations

import re
from collections.abc import Iterator

from servanda.reading.span import Span, Spans, merge

_HEDGE = re.compile(
    r"\b(?:allegedly|(?:[A-Z]\w+ )?intelligence (?:reports?|assessments?|sources?)|reportedly|apparently|purported(?:ly)?|supposed(?:ly)?|so-called|presumably|possibly|perhaps|probably|seemingly"
    r"|it (?:appears|seems|is believed|is thought|is said|is understood|was reported)(?: that)?|(?:is|are|was|were) (?:said|believed|thought|understood|reported|rumou?red) to"
    r"|(?:is|are) capable of|possible (?:talks?|deal|agreement|ceasefire|truce|meeting|visit|summit)|potential(?:ly)?|unconfirmed|unverified"
    r"|could not (?:be )?independently (?:verif\w+|confirm\w*)|what (?:[\w-]+ ){1,3}(?:describe|call|see|regard|consider|say)s?(?: as| is| was)?"
    r"|according to (?:(?:two|three|four|several|some|unnamed|anonymous|multiple|many|local|senior|diplomatic|informed|well-placed|the|a|an|one|people|officials) )*"
    r"(?:sources?|officials?|people|person|diplomats?|reports?|witnesses|media)(?: (?:familiar with|close to|briefed on|involved in) [\w ]{3,40})?"
    r"|on condition of anonymity|(?:who|which) (?:asked|declined|did not want|requested) (?:not )?to be (?:named|identified)"
    r"|(?:did|does|do|would|will|could|can)? ?neither (?:confirm\w*|den\w+) n?or (?:confirm\w*|den\w+)|(?:may|might) (?:have|be)\b"
    r"|(?:although|though|but|while) (?:he|she|they|it) (?:did|would|could|has|have|had) not (?:elaborate|specify|say|give|provide|name|explain|cite|offer)\b[^.;]{0,40}"
    r"|without (?:elaborating|giving (?:details|evidence|a date|names)|providing (?:evidence|details)|citing \w+|naming \w+|specifying)"
    r"|(?:has|have) (?:repeatedly|often|long) (?:said|stated|claimed|warned|argued|insisted|denied)"
    r"|(?:has|have|had)? ?(?:said|says) (?:he|she|they|it) (?:believes?|believed|thinks?|thought|suspects?|hopes?|expects?))",
    re.IGNORECASE,
)
_DOUBT = re.compile(r"\b(?:suspect(?:s|ed)?|doubt(?:s|ed)?|fear(?:s|ed)?|speculat\w+|rumou?rs?)\b", re.IGNORECASE)


def find_hedges(text: str, speaking: Spans) -> Spans:
    """Every hedge in the parts of the text where people speak."""
    return merge(span for start, end in speaking for span in _in(text, start, end))


def _in(text: str, start: int, end: int) -> Iterator[Span]:
    for pattern in (_HEDGE, _DOUBT):
        for match in pattern.finditer(text, start, end):
            lead = len(match.group()) - len(match.group().lstrip())
            yield match.start() + lead, match.start() + len(match.group().rstrip())
