"""Positions written as interests of a draft, so that `check` can say how far the draft protects them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.agreement.quantity import Order
from servanda.reading.matching.demands import Demand
from servanda.reading.matching.matters import asks_for_security, asks_for_truce
from servanda.reading.matching.provisions import Draft, Provision, occasion
from servanda.reading.matching.verdicts import Matched, names_the_act


@dataclass(frozen=True, slots=True)
class Written:
    """Interests as lines of a file, and the positions that could not be written with the reason."""

    text: str
    written: tuple[str, ...]
    left: tuple[tuple[str, str], ...]


def as_interests(matched: Sequence[Matched], draft: Draft) -> Written:
    """One interest for each position that speaks of something the draft's world knows."""
    blocks: dict[str, str] = {}
    left: list[tuple[str, str]] = []
    written: list[str] = []
    for one in matched:
        demand = one.demand
        if demand.holder is None:
            left.append((demand.row.stance, f"{demand.row.party} is nobody in the draft"))
            continue
        sentence = _protected(demand, draft)
        if sentence is None:
            left.append((demand.row.stance, "no line of an interest could be found that says the same"))
        elif (demand.holder, sentence) not in [tuple(key.split("|", 1)) for key in blocks]:
            blocks[f"{demand.holder}|{sentence}"] = _block(demand, draft, sentence, len(blocks) + 1)
            written.append(demand.row.id)
    return Written("\n".join(blocks.values()), tuple(written), tuple(left))


def _block(demand: Demand, draft: Draft, sentence: str, number: int) -> str:
    words = " ".join((demand.row.quote or demand.row.stance).split()).strip("“”\"',. ")
    short = re.sub(r"[“”\"]", "'", words)
    name = f"{short[:60].rsplit(' ', 1)[0] if len(short) > 60 else short} ({number})"
    said = ", ".join(part for part in (demand.row.valid_from, demand.row.source_distance) if part)
    head = f"# {demand.row.strength} of {draft.name(demand.holder or '')} ({said or 'source not stated'})"
    return f'{head}\ninterest of {demand.holder} "{name}":\n  {sentence}\n'


def _protected(demand: Demand, draft: Draft) -> str | None:
    """What is to be protected, in the language of agreements; None where the draft has no words for it."""
    if demand.limit is not None:
        return _bounded(demand)
    words = demand.asked
    attack = _act_called(draft, "armed attack")
    if attack and (asks_for_security(words) or asks_for_truce(words)) and demand.wants:
        return f"never armed attack by any state on {demand.holder}"
    for one in draft.provisions:
        if one.act is not None and names_the_act(demand, one):
            return _of_an_act(demand, one, draft)
    return None


def _bounded(demand: Demand) -> str | None:
    limit = demand.limit
    if limit is None or demand.subject is None:
        return None
    if limit.order in (Order.BELOW, Order.ABOVE):
        return None
    order = "never fall below" if limit.order is Order.AT_LEAST else "never exceed"
    return f"{limit.kind} of {demand.subject} {order} {limit.number:g}"


def _of_an_act(demand: Demand, one: Provision, draft: Draft) -> str | None:
    """An act that must never happen; or one that must follow within the days the demand names."""
    noun = draft.noun(one)
    if not demand.wants:
        return f"never {noun}"
    if one.upon and demand.days is not None:
        return f"whenever {occasion(draft, one)}, {noun} within {demand.days} days"
    return None


def _act_called(draft: Draft, name: str) -> bool:
    return any(kind.name == name for kind in draft.agreement.acts)
