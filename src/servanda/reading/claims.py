"""Claims: propositions with who asserts, denies or will not comment on them; copies of one origin count once."""

from __future__ import annotations

import re
from collections.abc import Sequence

from servanda.reading.account import Account, Claim, Statement
from servanda.reading.likeness import likeness
from servanda.reading.modality import strength_of
from servanda.reading.span import words

_POINTING = re.compile(
    r"^(?:on |to )?(?:comment on |questions about )?"
    r"(?:the|this|that|these|those|such|an?|any|all|such an?|his|her|its|their|(?P<whose>[A-Z][\w.-]*)[’']s) "
    r"(?:reports?|claims?|allegations?|accusations?|charges?|figures?|statements?|assertions?|account|version|matter"
    r"|incident|rumou?rs?|suggestions?)\b",
    re.IGNORECASE,
)
_IT = re.compile(
    r"^\W*(?:(?:I|we) (?:reject|deny|dispute|refute) )?(?:it|this|that)"
    r"(?: is (?:false|untrue|not true|wrong|a lie|nonsense))?\W*(?:$|[.!?]\s)",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?][”\"]?\s+|\n")
_LOOKED_BACK = 200
"""Claims among which the same or a denied one is looked for: more stand in no article."""
_CLAIMING = frozenset(
    ["assertion", "accusation", "suspicion", "belief", "announcement", "denial", "threat", "condemnation"]
)


def claims_of(account: Account) -> tuple[Claim, ...]:
    """The claims of a document in the order of the text; a denial or silence joins the claim it answers."""
    text = account.document.text
    drafts: list[_Draft] = []
    stances = _told_as_stances(account)
    for item in account.statements:
        content = words(text, item.content_spans)
        if item.modality == "no comment":
            _join(drafts, item, content, "not_commented", text)
        elif item.modality == "denial" and _join(drafts, item, content, "denied", text):
            continue
        elif item.id not in stances and _is_claim(item, content):
            _add(drafts, item, _inner_proposition(item, account) or content)
    return tuple(draft.claim(number, account) for number, draft in enumerate(drafts, 1))


def _told_as_stances(account: Account) -> frozenset[str]:
    """As in "Belland insists that …, its envoy said": what tells the stance of one's own side is no claim."""
    by_id = {item.id: item for item in account.statements}
    held = (item for item in account.statements if item.parent is not None and strength_of(item.modality))
    return frozenset(
        item.parent or ""
        for item in held
        if item.speaks_for is not None and item.speaks_for == by_id[item.parent or ""].speaks_for
    )


def _is_claim(item: Statement, content: str) -> bool:
    """What is asserted of the world: not a position, not a stance towards a thing, not a headline again."""
    if item.form == "headline" or item.parent is not None or item.speaker is None:
        return False
    return item.modality in _CLAIMING and strength_of(item.modality) in (None, "threat") and len(content.split()) >= 4


def _inner_proposition(item: Statement, account: Account) -> str | None:
    """As in "said he suspects that A": the claim is A, held as a suspicion."""
    if item.modality not in ("suspicion", "belief"):
        return None
    for other in account.statements:
        if other.parent == item.id and other.modality in ("suspicion", "belief"):
            return words(account.document.text, other.content_spans)
    return None


class _Draft:
    """A claim while the text is still being read."""

    def __init__(self, proposition: str, first: Statement) -> None:
        self.proposition = proposition
        self.asserted = [first]
        self.denied: list[Statement] = []
        self.not_commented: list[Statement] = []

    def answers(self, item: Statement) -> bool:
        """Whether a claim is so far only denied, by others than who asserts it now."""
        return all(each.modality == "denial" and each.speaker != item.speaker for each in self.asserted)

    def assert_what_was_denied(self, item: Statement, proposition: str) -> None:
        """The denial came first: who denied stands on the other side of who asserts it, in whose words it is told."""
        self.proposition = proposition
        self.denied, self.asserted = [*self.asserted, *self.denied], [item]

    def claim(self, number: int, account: Account) -> Claim:
        """The finished claim; its status is never "true"."""
        conceded = any(item.modality == "acceptance" for item in self.asserted)
        contested = bool(self.denied or self.not_commented)
        return Claim(
            id=f"c{number}",
            proposition=self.proposition,
            asserted_by=tuple(item.id for item in self.asserted),
            denied_by=tuple(item.id for item in self.denied),
            not_commented=tuple(item.id for item in self.not_commented),
            independent_origins=origins(self.asserted, account),
            status="conceded" if conceded else "contested" if contested else "asserted",
        )


def origins(asserted: Sequence[Statement], account: Account) -> int:
    """How many sources stand behind a claim independently: one speaker, or one unnamed relay, counts once."""
    names = {item.speaker or words(account.document.text, item.source_spans) for item in asserted}
    return max(1, len(names))


def _add(drafts: list[_Draft], item: Statement, content: str) -> None:
    for draft in drafts[-_LOOKED_BACK:]:
        alike = likeness(draft.proposition, content)
        if alike >= 0.4 and item.modality != "denial" and draft.answers(item):
            draft.assert_what_was_denied(item, re.sub(r"^that\s+", "", content))
            return
        if alike >= 0.6:
            draft.asserted.append(item)
            return
    drafts.append(_Draft(re.sub(r"^that\s+", "", content), item))


def _just_said(draft: _Draft, item: Statement, text: str) -> bool:
    """Whether a claim is what somebody else said at most one sentence before: then "it" is that."""
    last = draft.asserted[-1]
    if last.speaker == item.speaker or not last.content_spans or not item.content_spans:
        return False
    between = text[last.content_spans[-1][1] : item.content_spans[0][0]]
    return bool(between) and len(_SENTENCE_END.findall(between)) <= 1


def _last_of(drafts: Sequence[_Draft], name: str) -> _Draft | None:
    """The last claim of somebody called by a last name or the name of a party; the last of all where nobody is."""
    mine = [draft for draft in drafts if any(name in (item.speaker or "").split() for item in draft.asserted)]
    return mine[-1] if mine else drafts[-1]


def _join(drafts: list[_Draft], item: Statement, content: str, how: str, text: str) -> bool:
    """Attach an answer to the claim it speaks of: the one just made where it says "the report", else the likest."""
    if not drafts:
        return False
    target: _Draft | None = None
    pointing = _POINTING.match(content)
    if pointing is not None and pointing["whose"]:
        target = _last_of(drafts, pointing["whose"])
    elif pointing is not None or (how == "denied" and _IT.match(content) and _just_said(drafts[-1], item, text)):
        target = drafts[-1]
    elif how == "not_commented":
        about = {name.lower() for name in (item.speaks_for, item.speaker) if name}
        recent = [draft for draft in drafts[-3:] if any(name in draft.proposition.lower() for name in about)]
        target = recent[-1] if recent else None
    else:
        likest = max(drafts[-_LOOKED_BACK:], key=lambda draft: likeness(draft.proposition, content))
        target = likest if likeness(likest.proposition, content) >= 0.4 else None
    if target is None:
        return False
    (target.denied if how == "denied" else target.not_commented).append(item)
    return True
