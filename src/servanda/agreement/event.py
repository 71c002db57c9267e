"""Acts: what can be done, by whom, and how a text speaks of it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from fractions import Fraction

from servanda.agreement.party import Who
from servanda.agreement.quantity import Amount, Comparison
from servanda.text.place import Place


@dataclass(frozen=True, slots=True)
class Slot:
    """A place-holder of an act (``VICTIM is any party``); `who` is the widest filling."""

    name: str
    who: Who | None  # None: the slot takes a kind of thing


@dataclass(frozen=True, slots=True)
class Rate:
    """So many units a day; `number` None means *not stated*."""

    number: Fraction | None
    unit: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class ActKind:
    """A vocabulary's act or move.

    `noun` and `verb` are the patterns as written, slots in capitals.  `doer` is
    the slot that acts.  `needs` are acts that must have happened since the last
    time (their own slots filled by this act's slot names).  `raises` makes it a
    *flow*: while it goes on, the quantity grows.  `lowers` lets it bring a
    quantity down to a number.  `playbook` is the slug of a
    move of the playbook, None for a plain act of the vocabulary.
    """

    name: str
    noun: tuple[str, ...]
    verb: tuple[str, ...]
    slots: tuple[Slot, ...]
    doer: str
    needs: tuple[NeededAct, ...]
    acceptance_of: str | None
    raises: Raise | None
    shows: tuple[str, str] | None  # (kind slot, holder slot): a look at a holding
    noticed_by: tuple[str, ...]  # slot names; ("everyone",) for all
    playbook: str | None
    title: str | None
    text: tuple[str, ...]
    place: Place
    tells: str | None = None  # slot: this act passes on the doer's knowledge of a breach by it
    begins: str | None = None  # the act that this is the beginning of
    lowers: Raise | None = None


@dataclass(frozen=True, slots=True)
class NeededAct:
    """An act that must come first, its slots filled from the needing act's."""

    act: str
    fill: tuple[tuple[str, str], ...]  # (slot of the needed act, slot of this act)


@dataclass(frozen=True, slots=True)
class Raise:
    """The holding that is added to, or taken from (slot names), and how fast."""

    kind_slot: str
    holder_slot: str
    rate: Rate


@dataclass(frozen=True, slots=True)
class Act:
    """An act as a clause speaks of it: some slots filled, the others open to anybody.

    `down_to`: the state that it brings about (``reduce its battle tanks to 300 tanks``).  `amount`: of how many
    things it is, all at once (``pay 500 euros to B``).
    """

    kind: str
    fill: tuple[tuple[str, Who | str], ...]  # slot -> who, or the name of a kind of thing
    place: Place
    down_to: Comparison | None = None
    amount: Amount | None = None

    def filler(self, slot: str) -> Who | str | None:
        """What the clause puts into `slot`, None where it leaves it open."""
        return next((value for name, value in self.fill if name == slot), None)


class DecisionMoment(Enum):
    """What becomes of a decision."""

    ADOPTION = "adoption"


@dataclass(frozen=True, slots=True)
class BodyDecides:
    """``adoption by council``: a decision of a body as something that happens."""

    body: str
    moment: DecisionMoment
    place: Place


@dataclass(frozen=True, slots=True)
class Breach:
    """``breach of clause 2 by a Party [established by inspection]``.

    `established_by` is the name of an act that shows it; None: known to whoever
    would have noticed the performance.
    """

    clause: str
    by: Who | None
    established_by: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Leaving:
    """``withdrawal from the agreement by a Party``: somebody gives notice of it."""

    by: Who | None
    place: Place


@dataclass(frozen=True, slots=True)
class Suspending:
    """``suspension of clause 2 by a Party``; `clause` None: of the whole agreement."""

    clause: str | None
    by: Who | None
    place: Place


Happening = Act | Breach | BodyDecides | Leaving | Suspending
