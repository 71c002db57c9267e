"""What is said of names and references that do not fit.  One function a message; the slugs stand beside it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from servanda.agreement.event import ActKind
from servanda.agreement.messages import Complaints
from servanda.agreement.near_acts import Known, nearest_first
from servanda.agreement.party import Actor
from servanda.findings import Family, Label, Slug
from servanda.syntax.messages import MISSPELT_WORD
from servanda.syntax.nearest import nearest
from servanda.text import Place

UNKNOWN_NAME = Slug("unknown-name", Family.PROBLEM, "A line names somebody whom nothing in the file introduces.")
UNKNOWN_ACT = Slug("unknown-act", Family.PROBLEM, "A line speaks of an act that no vocabulary in use knows.")
UNKNOWN_KIND = Slug("unknown-kind", Family.PROBLEM, "A line counts a kind of thing that no vocabulary in use knows.")
UNKNOWN_CLAUSE = Slug("unknown-clause", Family.PROBLEM, "A line refers to a clause that is not there.")
UNKNOWN_VOCABULARY = Slug("unknown-vocabulary", Family.PROBLEM, "A vocabulary is used that does not exist.")
USE_CIRCLE = Slug("use-circle", Family.PROBLEM, "Vocabularies use each other in a circle.")
NAMED_TWICE = Slug("named-twice", Family.PROBLEM, "Two things of one kind bear one name or number.")
WRONG_ROLE = Slug("wrong-role", Family.PROBLEM, "Somebody does, or suffers, an act that is kept for others.")
VALUE_NOT_OFFERED = Slug("value-not-offered", Family.PROBLEM, "A word stands where only certain others can.")
NO_AGREEMENT_LINE = Slug("no-agreement-line", Family.PROBLEM, "The file does not say what agreement it is.")
ACT_INCOMPLETE = Slug(
    "act-incomplete", Family.PROBLEM, "The description of an act lacks something, or contradicts itself."
)
UPON_IN_UPON = Slug("upon-in-upon", Family.PROBLEM, "An occasion stands under another occasion.")
READING_OF_NOTHING = Slug(
    "reading-of-nothing", Family.PROBLEM, "A reading stands under no line that it could be a reading of."
)

_SHOWN = 8
_ROLES = (
    "a party",
    "any party",
    "any state",
    "a state",
    "a verifier",
    "any verifier",
    "a third state",
    "any third state",
)


def unknown_actor(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """A name that nobody bears."""
    if complaints.lost_names:
        return
    meant = nearest(name, known)
    way_out = f'Did you mean "{meant}"? ' if meant else _left_out(name)
    complaints.add(
        UNKNOWN_NAME,
        f'Nobody in this agreement is called "{_short(name)}".',
        place,
        f"{way_out}Here can stand {_listed(known)}.{_introduced(name)}",
        why="Whoever has a duty or a right must be known, or nobody has it.",
        about=name,
    )


def _left_out(name: str) -> str:
    """What to say of a name that begins with a preposition: something has to stand before it."""
    first = name.split(" ", maxsplit=1)[0]
    if first.lower() not in ("to", "on", "from", "with", "about", "against", "for"):
        return ""
    return f'Before "{first}" there has to stand whom or what it is about. '


def role_by_name(complaints: Complaints, slot: str, name: str, place: Place) -> None:
    """``SENDER is R`` under an act."""
    meant = nearest(name.lower(), _ROLES)
    way_out = f'Did you mean "{meant}"? ' if meant else ""
    complaints.add(
        UNKNOWN_NAME,
        f'Who can be {slot} is said by a group, and "{_short(name)}" is none.',
        place,
        f"{way_out}Write, for example: {slot} is a Party, {slot} is a verifier, {slot} is any state. Which of them it "
        "is, each clause says by name.",
        why="An act is described before anybody is named, so that several clauses can speak of it.",
        about=name,
    )


def misspelt(complaints: Complaints, word: str, meant: str, place: Place) -> None:
    """A word of the language with a letter wrong, so that it was taken for part of a name."""
    complaints.add(
        MISSPELT_WORD,
        f'The word "{_short(word)}" means nothing here.',
        place,
        f'Did you mean "{meant}"?',
        why="It was taken for part of a name, which nobody bears.",
    )


def unknown_body(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """Somebody decides who is no body."""
    meant = nearest(name, known)
    there = f"Here can stand {_listed(known)}. " if known else "The file introduces no body yet. "
    complaints.add(
        UNKNOWN_NAME,
        f'No body in this agreement is called "{_short(name)}".',
        place,
        (f'Did you mean "{meant}"? ' if meant else "") + there + "A body is introduced by a line such as: "
        "body council: A, B",
        why="A decision can only be taken by a body whose members are known.",
        about=name,
    )


def unknown_act(complaints: Complaints, text: str, place: Place, known: Sequence[Known]) -> None:
    """A phrase that follows no pattern."""
    words = text.lower().split()
    if complaints.blind or not complaints.unfinished.isdisjoint(words):
        return
    near = None
    for length in sorted({len(each.head.split()) for each in known}, reverse=True):
        near = near or nearest(
            " ".join(words[:length]), [each.head for each in known if len(each.head.split()) == length]
        )
    pattern = next((each.pattern for each in known if each.head == near), None)
    way_out = f'Did you mean "{pattern}"? ' if pattern else ""
    complaints.add(
        UNKNOWN_ACT,
        f'No vocabulary in use knows the act "{_short(text)}".',
        place,
        f"{way_out}Acts that are known here: {_listed(nearest_first(text, known))}. `servanda explain` "
        "with the name of a vocabulary lists all of its acts. An act of your own is introduced by a line such as: act "
        "payment",
        why="What is not known to be an act can be neither done nor left undone.",
        about=text,
    )


def act_goes_on(complaints: Complaints, act: ActKind, rest: str, place: Place) -> None:
    """The act is known, but not the words after it."""
    complaints.add(
        UNKNOWN_ACT,
        f'The words "{_short(rest)}" say nothing that belongs to {_with_article(act.name)}.',
        place,
        f'It is spoken of as "{" ".join(act.noun)}" or "{" ".join(act.verb)}".',
        why="Words that are not understood would be left out of every answer.",
    )


def unknown_kind(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """Something is counted that is not known."""
    if complaints.blind:
        return
    meant = nearest(name, known)
    there = f"Known here: {_listed(known)}. " if known else ""
    complaints.add(
        UNKNOWN_KIND,
        f'No vocabulary in use counts "{_short(name)}".',
        place,
        (f'Did you mean "{meant}"? ' if meant else "") + there + "A kind of thing is introduced by a line such as: "
        "kind battle tanks counted in tanks",
        why="Only what is counted in a known unit can be limited or compared.",
        about=name,
    )


def whose(complaints: Complaints, kind: str, place: Place) -> None:
    """A quantity without a holder."""
    complaints.add(
        UNKNOWN_NAME,
        f"It is not said whose {kind} are meant.",
        place,
        f"Say whose: {kind} of A, or: its {kind}.",
        why="A number is limited or compared for somebody.",
    )


def unknown_clause(complaints: Complaints, number: str, place: Place, known: Sequence[str]) -> None:
    """A reference that leads nowhere."""
    meant = nearest(number, known)
    there = f"The clauses here are {_listed(known)}." if known else "The file has no clause yet."
    complaints.add(
        UNKNOWN_CLAUSE,
        f"There is no clause {number} in this agreement.",
        place,
        (f"Did you mean clause {meant}? " if meant else "") + there,
        why="What hangs on a clause that is not there never comes about.",
        about=number,
    )


def unknown_vocabulary(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """``use securty``."""
    complaints.blind = True
    meant = nearest(name, known)
    complaints.add(
        UNKNOWN_VOCABULARY,
        f'There is no vocabulary "{_short(name)}".',
        place,
        (f"Did you mean {meant}? " if meant else "") + f"There are {_listed(known)}.",
        why="Acts and kinds of things are known from vocabularies.",
    )


def use_circle(complaints: Complaints, chain: Sequence[str], place: Place, first: Place) -> None:
    """``a`` uses ``b`` uses ``a``."""
    begin = chain.index(chain[-1])
    complaints.add(
        USE_CIRCLE,
        f"Vocabularies use each other in a circle: {' uses '.join(chain[begin:])}.",
        place,
        "Take one of these lines away; move what both need into a third vocabulary.",
        why="Neither could be read before the other.",
        labels=(Label(first, "the circle begins here"),),
    )


def twice(complaints: Complaints, what: str, name: str, place: Place, first: Place) -> None:
    """One name or number for two things."""
    complaints.lost_names = complaints.lost_names or what == "party"
    named = f"{what} {name}".strip()
    complaints.add(
        NAMED_TWICE,
        f"{named[0].upper()}{named[1:]} is introduced twice.",
        place,
        "Give one of the two another name." if name else "Put each agreement into a file of its own.",
        why="A line that refers to it could mean either.",
        labels=(Label(first, "first introduced here"),),
    )


def wrong_role(complaints: Complaints, actor: Actor, act: ActKind, slot: str, place: Place) -> None:
    """A verifier is to attack, a party is to inspect."""
    widest = next(each.who for each in act.slots if each.name == slot)
    allowed = widest.group.value.removesuffix("ies").removesuffix("s") if widest else "thing"
    allowed = f"{allowed}y" if allowed == "part" else allowed
    complaints.add(
        WRONG_ROLE,
        f"{actor.name} is {_with_article(actor.role.value)}, but here can only stand {_with_article(allowed)}.",
        place,
        f'The vocabulary speaks of "{" ".join(act.noun)}", where {slot} is any {allowed}. '
        f"Name {_with_article(allowed)}, or introduce an act of your own in a line such as: act payment",
        why="An act by somebody who cannot do it would never happen.",
    )


def not_one_of(complaints: Complaints, what: str, text: str, place: Place, allowed: Sequence[str]) -> None:
    """A word of the head that is none of those it can be."""
    meant = nearest(text, allowed)
    complaints.add(
        VALUE_NOT_OFFERED,
        f'The {what} of an agreement cannot be "{_short(text)}".',
        place,
        (f'Did you mean "{meant}"? ' if meant else "") + f"It can be {_listed(allowed)}.",
    )


def no_agreement_line(complaints: Complaints, place: Place) -> None:
    """The file lacks its first line."""
    complaints.add(
        NO_AGREEMENT_LINE,
        "The file does not say which agreement it holds.",
        place,
        'Begin with a line such as: agreement "A truce"',
        why="Every answer is about one agreement, by its name.",
    )


def act_without_pattern(complaints: Complaints, name: str, missing: str, place: Place) -> None:
    """An act without noun or verb."""
    example = "verb: attack VICTIM" if missing == "verb" else "noun: armed attack by ATTACKER on VICTIM"
    complaints.add(
        ACT_INCOMPLETE,
        f'The act "{name}" has no line that gives its {missing}.',
        place,
        f"Add a line such as: {example}",
        why="Clauses speak of acts by their noun (upon, refrain from) and by their verb (shall).",
    )


def act_without_doer(complaints: Complaints, name: str, slots: Sequence[str], place: Place) -> None:
    """It is open which slot acts."""
    complaints.add(
        ACT_INCOMPLETE,
        f'It is not clear who does the act "{name}".',
        place,
        "The doer stands in the noun and is left out of the verb; or say it in a line such as: "
        f"done by {slots[0] if slots else 'DOER'}",
        why="A duty to act is kept by its bearer's own doing.",
    )


def slot_unused(complaints: Complaints, name: str, place: Place) -> None:
    """A slot that neither noun nor verb has."""
    complaints.add(
        ACT_INCOMPLETE,
        f'"{name}" stands neither in the noun nor in the verb of the act.',
        place,
        "Take the line away, or use the name in noun and verb.",
    )


def unknown_slot(complaints: Complaints, name: str, place: Place, known: Sequence[str]) -> None:
    """A line of an act names a slot that the act has not."""
    meant = nearest(name, known)
    complaints.add(
        ACT_INCOMPLETE,
        f'"{_short(name)}" has no place in this act.',
        place,
        (f"Did you mean {meant}? " if meant else "") + f"Here can stand {_listed((*known, 'everyone'))}.",
    )


def not_a_holding(complaints: Complaints, text: str, place: Place, slots: Sequence[str]) -> None:
    """``raises`` and ``shows`` speak of a thing of somebody."""
    complaints.add(
        ACT_INCOMPLETE,
        f'"{_short(text)}" does not say what is counted, and whose.',
        place,
        f"Write it as KIND of HOLDER; this act has {_listed(slots)}.",
    )


def upon_in_upon(complaints: Complaints, place: Place) -> None:
    """An occasion under an occasion."""
    complaints.add(
        UPON_IN_UPON,
        "An occasion stands under another occasion.",
        place,
        "Give each occasion its own block under the clause, both indented alike.",
        why="It would be open whether both must have happened, and in which order.",
    )


def reading_of_nothing(complaints: Complaints, place: Place) -> None:
    """A part of a sentence as a reading, but no sentence."""
    complaints.add(
        READING_OF_NOTHING,
        "This is part of a sentence, and there is no sentence above that it could be a reading of.",
        place,
        "Indent the readings under the line they belong to, or give whole sentences.",
    )


def _listed(names: Iterable[str]) -> str:
    shown = [name for name in dict.fromkeys(names) if name]
    if len(shown) > _SHOWN:
        return f"{', '.join(shown[:_SHOWN])} and others"
    return f"{', '.join(shown[:-1])} or {shown[-1]}" if len(shown) > 1 else "".join(shown)


def _short(text: str, most: int = 50) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _introduced(name: str) -> str:
    return "" if " " in name else f' A new party is introduced by a line such as: party {_short(name, 20)} "…"'


def _with_article(noun: str) -> str:
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"
