"""Lines that stand at the left edge of a file, or under `agreement`."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from servanda.syntax.tree.value import ClauseRef, Moment, Phrase, Quantity, RateNode, SpanOfTime, Word
from servanda.text import Span


@dataclass(frozen=True, slots=True)
class AgreementHead:
    """``agreement "A weak truce"``."""

    name: Word


@dataclass(frozen=True, slots=True)
class VocabularyHead:
    """``vocabulary "security"``."""

    name: Word


@dataclass(frozen=True, slots=True)
class Use:
    """``use security``."""

    names: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class NamedActor:
    """One actor with its short name and, where given, its long one."""

    ident: Word
    name: Word | None


@dataclass(frozen=True, slots=True)
class Actors:
    """``party A "Arland", B "Borland"``; `role` is singular."""

    role: str
    actors: tuple[NamedActor, ...]


@dataclass(frozen=True, slots=True)
class BodyNode:
    """``body guarantors: GB, CN``."""

    ident: Word
    name: Word | None
    members: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class StockEntry:
    """``battle tanks of A = 400 tanks``; later entries of a line may begin with "of"."""

    holding: Phrase
    quantity: Quantity


@dataclass(frozen=True, slots=True)
class StockNode:
    """What is there at signature."""

    entries: tuple[StockEntry, ...]


@dataclass(frozen=True, slots=True)
class KindNode:
    """``kind battle tanks counted in tanks``."""

    name: Phrase
    unit: Phrase


@dataclass(frozen=True, slots=True)
class ClassNode:
    """``class heavy weapons: battle tanks, artillery``: several kinds counted together."""

    name: Phrase
    kinds: tuple[Phrase, ...]


@dataclass(frozen=True, slots=True)
class FactorNode:
    """``1 kg UF6 = 0.676 kg U``: how much of one unit comes to how much of another."""

    unit: Phrase
    other: Phrase
    factor: Fraction
    span: Span


@dataclass(frozen=True, slots=True)
class ActHead:
    """``act armed attack``."""

    name: Phrase


@dataclass(frozen=True, slots=True)
class MoveHead:
    """``move build-up "Build up one's own forces"``."""

    slug: Word
    title: Word | None


@dataclass(frozen=True, slots=True)
class ClauseHead:
    """``clause 5 "Guarantee"``."""

    number: ClauseRef
    title: Word | None


@dataclass(frozen=True, slots=True)
class ScenarioHead:
    """``scenario "A quiet year"``."""

    name: Word


@dataclass(frozen=True, slots=True)
class Accept:
    """``accept 1f2e3d4c5b6a because "…" [for text 4f1c2a7b]``."""

    finding: Word
    because: Word
    for_text: Word | None = None


@dataclass(frozen=True, slots=True)
class ExpectFinding:
    """``expect loophole on clause 5``."""

    slug: Word
    on: ClauseRef | None


@dataclass(frozen=True, slots=True)
class AssumeAway:
    """``assume no build-up by A because "…"``."""

    move: Phrase
    because: Word


@dataclass(frozen=True, slots=True)
class AssumeRise:
    """``assume battle tanks of A rise by at most 4 tanks a day because "…"``."""

    holding: Phrase
    rate: RateNode
    because: Word


@dataclass(frozen=True, slots=True)
class AssumeCapacity:
    """``assume M can do at most 10 inspections every 30 days because "…"``."""

    who: Phrase
    number: Fraction
    what: Phrase | None
    every: SpanOfTime
    because: Word


@dataclass(frozen=True, slots=True)
class AssumeRate:
    """``assume build-up of battle tanks by A at most 3 tanks a day because "…"``."""

    act: Phrase
    rate: RateNode
    because: Word


AssumeNode = AssumeAway | AssumeRise | AssumeRate | AssumeCapacity
"""What the file can take for granted."""


@dataclass(frozen=True, slots=True)
class HeaderWords:
    """A line of the head whose words are free: `field` is version, text, extent or status."""

    field: str
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class HeaderMoment:
    """``signed 1994-12-05`` or ``takes effect 2025-01-10 00:00 in UTC``; `moment` None is *not stated*."""

    field: str
    moment: Moment | None


@dataclass(frozen=True, slots=True)
class Lasts:
    """``lasts 180 days``, ``lasts until 2025-07-09``; neither is *not stated* or *without end*."""

    duration: SpanOfTime | None
    until: Moment | None = None


@dataclass(frozen=True, slots=True)
class Deadlines:
    """``deadlines inclusive``."""

    inclusive: bool
