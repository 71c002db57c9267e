"""The lines of a clause: one duty of the text for one bearer under one binding, and how its variables are called."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import product

from servanda.agreement.norm import Clause, Do, Duty, Rules
from servanda.agreement.party import Group, Quantifier, Who
from servanda.world.build import Scaffold
from servanda.world.ground import Binding, members
from servanda.world.months import on_the_calendar

COPIES = 3
"""Occasions of a duty that is owed each time which are told apart while they are open; a fourth adds nothing."""


@dataclass(frozen=True, slots=True)
class Line:
    """One duty of the text for one bearer under one binding."""

    clause: Clause
    rules: Rules
    number: str
    duty: Duty
    bearer: str
    binding: Binding
    copy: int = 1

    @property
    def name(self) -> str:
        """The norm's name: tells all bindings apart, and the occasions of what is owed each time."""
        label = f" [{self.binding.label}]" if self.binding.label else ""
        again = f" ({self.copy})" if self.copy > 1 else ""
        return f"clause {self.clause.number} line {self.number}: {self.bearer}{self._towards}{label}{again}"

    @property
    def _towards(self) -> str:
        """Whom the act is done to, where the text names somebody: keeps "each Party" apart."""
        content = self.duty.content
        if not isinstance(content, Do):
            return ""
        names = [who.name for _, who in content.act.fill if isinstance(who, Who) and who.name]
        return "".join(f" → {name}" for name in names)


def lines(scaffold: Scaffold, clause: Clause, rules: Rules, at: str, binding: Binding) -> Iterator[Line]:
    """The binding duties under one trigger.

    An obligation of conduct ("should") cannot be seen to be missed: it is a
    finding of its own and not a norm of the world.
    """
    for index, statement in enumerate(rules.statements):
        if isinstance(statement, Duty) and not statement.force.is_effort:
            for bearer in members(scaffold.agreement, statement.bearer, binding):
                own = replace(binding, speaker=bearer, within=_circle(scaffold, statement, binding))
                for duty in _one_by_one(scaffold, on_the_calendar(scaffold.agreement, statement), own):
                    for copy in range(1, (COPIES if duty.each_time else 1) + 1):
                        yield Line(clause, rules, f"{at}.{index + 1}", duty, bearer, own, copy)


def _one_by_one(scaffold: Scaffold, duty: Duty, binding: Binding) -> Iterator[Duty]:
    """One duty for every party where the text says "each Party": one act does not discharge the others."""
    content = duty.content
    if not isinstance(content, Do):
        yield duty
        return
    spread = [
        (slot, who) for slot, who in content.act.fill if isinstance(who, Who) and who.quantifier is Quantifier.EACH
    ]
    for names in product(*(members(scaffold.agreement, who, binding) for _, who in spread)):
        fill = dict(content.act.fill)
        for (slot, _), name in zip(spread, names, strict=True):
            fill[slot] = Who(Quantifier.ONE, Group.NAMED, name, duty.place)
        yield replace(duty, content=Do(replace(content.act, fill=tuple(fill.items()))))


def _circle(scaffold: Scaffold, duty: Duty, binding: Binding) -> tuple[str, ...]:
    """Among whom "the others" are looked for: the group the bearers come from."""
    if duty.bearer.quantifier is not Quantifier.EACH or duty.bearer.group is Group.OTHERS:
        return ()
    return members(scaffold.agreement, replace(duty.bearer, without_concerned=False), binding)


def is_again(name: str) -> bool:
    """Whether a norm of that name is for a further occasion of what is owed each time."""
    return name.endswith(tuple(f" ({copy})" for copy in range(2, COPIES + 1)))


def armed(line: Line) -> str:
    """The variable: triggered, and not yet discharged."""
    return f"{line.name}: armed"


def released(line: Line) -> str:
    """The variable: another clause has let the bearer off."""
    return f"{line.name}: released"
