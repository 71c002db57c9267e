"""What is said of entitlements and of steps side by side that do not fit."""

from __future__ import annotations

from servanda.agreement.complain import UNKNOWN_ACT, UPON_IN_UPON
from servanda.agreement.event import Act
from servanda.agreement.messages import Complaints
from servanda.agreement.party import Group, Who
from servanda.agreement.scope import Scope
from servanda.findings import Family, Slug
from servanda.text import Place

OWED_TO_ONESELF = Slug("owed-to-oneself", Family.PROBLEM, "Somebody is to do an act to itself.")


def one_step(complaints: Complaints, place: Place) -> None:
    """``in parallel:`` over the steps of one side only."""
    complaints.add(
        UPON_IN_UPON,
        "Under this line stand the steps of one side only, so that nothing runs in parallel with them.",
        place,
        "Indent the steps of both sides under it, each in a line of its own.",
        why="What runs in parallel is said of two sides at least.",
    )


def no_beginning(complaints: Complaints, text: str, place: Place) -> None:
    """``begin to`` of something that goes on day by day."""
    complaints.add(
        UNKNOWN_ACT,
        f'"{text}" goes on day by day, so its beginning is no act of its own.',
        place,
        "Speak of the whole of it, or introduce the beginning as an act by a line such as: act opening",
        why="Only what is done once can be begun on one day and completed on another.",
    )


def not_to_oneself(scope: Scope, act: Act, bearer: Who, *, jointly: bool) -> None:
    """``A shall assist A``; where several act jointly, that is told first."""
    if jointly or bearer.group is not Group.NAMED or bearer.name is None:
        return
    same = [who for _, who in act.fill if isinstance(who, Who) and (who.group, who.name) == (Group.NAMED, bearer.name)]
    if same:
        scope.complaints.add(
            OWED_TO_ONESELF,
            f"{scope.actors[bearer.name].name} stands here on both sides of the act.",
            same[0].place,
            "Name whom it is done to: the other Party, or somebody else by name.",
            why="What somebody does to itself is owed to nobody, and nobody could ask for it.",
        )
