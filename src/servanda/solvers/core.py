"""The duties that a proof cannot do without: what an answer names as its ground."""

from __future__ import annotations

from servanda.questions.question import Effort, Reach
from servanda.solvers import certificate
from servanda.solvers.induction import induced
from servanda.solvers.slice import sliced, spare, unexcused
from servanda.world.world import World


def core(world: World, reach: Reach, effort: Effort) -> tuple[str, ...] | None:
    """A smallest set of norms (none can be left out) under which bad stays out; None if the quick prover has no proof.

    One such set: what stands later in the text is left out first, so the plainest duties tend to stay.  What needs
    no norm at all holds by physics, and gives the empty set.
    """
    part = unexcused(sliced(world, reach, narrow=True), reach)
    without = spare(part, reach)
    if not _proved(part, reach, without, effort):
        return None
    for norm in reversed(sliced(part, reach, narrow=False, without=without).norms):
        if not reach.policies[norm.bearer].keeps or _proved(part, reach, without | {norm.name}, effort):
            without |= {norm.name}
    return tuple(norm.name for norm in part.norms if norm.name not in without)


def _proved(part: World, reach: Reach, without: frozenset[str], effort: Effort) -> bool:
    made = induced(sliced(part, reach, narrow=False, without=without), reach, effort)
    return made is not None and certificate.holds(made, reach)
