"""Where in a file a line stands: that decides what it can say."""

from __future__ import annotations

import re
from enum import Enum
from typing import get_args

from servanda.syntax import tree as t


class Where(Enum):
    """Where a line stands; the value is how the grammar calls such lines."""

    FILE = "file_line"
    HEADER = "header_line"
    CLAUSE = "clause_line"
    ENTITLEMENT = "entitlement_line"
    ACT = "act_line"
    SCENARIO = "scenario_line"


_HEADS = (
    (Where.HEADER, re.compile(r"agreement\b", re.IGNORECASE)),
    (Where.ACT, re.compile(r"(?:act|move)\b", re.IGNORECASE)),
    (Where.SCENARIO, re.compile(r"scenario\b", re.IGNORECASE)),
)


_ENTITLED = re.compile(r"\bentitled\s+to\b", re.IGNORECASE)
_HOMES = (
    (Where.FILE, get_args(t.FileNode)),
    (Where.HEADER, get_args(t.HeaderNode)),
    (Where.CLAUSE, get_args(t.ClauseNode)),
    (Where.ENTITLEMENT, get_args(t.EntitlementNode)),
    (Where.ACT, get_args(t.ActNode)),
    (Where.SCENARIO, (t.StepNode, t.VerdictNode)),
)


def inside(node: t.Node | None) -> Where | None:
    """What the lines under such a line are; None: nothing can stand under it."""
    match node:
        case t.AgreementHead():
            return Where.HEADER
        case t.ClauseHead() | t.UponNode() | t.IfBreachedNode(not_stated=False) | t.ParallelNode():
            return Where.CLAUSE
        case t.EntitledNode():
            return Where.ENTITLEMENT
        case t.ActHead() | t.MoveHead():
            return Where.ACT
        case t.ScenarioHead():
            return Where.SCENARIO
    return None


def home(node: t.Node, stands: Where | None = None) -> Where | None:
    """Where a line of this kind belongs, which is where it `stands` if it can; None for parts of lines."""
    homes = [where for where, kinds in _HOMES if isinstance(node, kinds)]
    return stands if stands in homes else next(iter(homes), None)


def guess(text: str, where: Where) -> Where | None:
    """What the lines under a line that could not be read probably are."""
    if where is not Where.FILE:
        entitled = where is Where.CLAUSE and _ENTITLED.search(text)
        return Where.ENTITLEMENT if entitled else where if where is Where.CLAUSE else None
    return next((found for found, head in _HEADS if head.match(text)), Where.CLAUSE)


def reading_start(where: Where, node: t.Node | None) -> str:
    """How the grammar calls a reading of such a line."""
    if isinstance(node, t.InterestNode):
        return "interest_reading"
    if isinstance(node, t.ParallelNode):
        return "parallel_reading"
    if where is Where.ENTITLEMENT:
        return "entitlement_reading"
    return "stock_reading" if where is Where.FILE else "clause_reading"
