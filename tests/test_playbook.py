"""The playbook: every move has its story, its sources, who notices, and a page on which it is found, and is not."""

from __future__ import annotations

import re

import pytest
from tests.documents import ROOT, blocks

from servanda.desk.explaining import explain, moves
from servanda.files import page, shipped_library
from servanda.project import Source, load, slugs
from servanda.syntax.from_text import from_text
from servanda.syntax.tree import MoveFact, MoveHead, NoticedBy, WordsNode

LIBRARY = shipped_library()
MOVES = sorted(moves(LIBRARY))
RUNNABLE = {"build-up", "arm-through-third-state"}


def facts(name: str) -> list[object]:
    tree, faults = from_text(LIBRARY[f"playbook/{name}"])
    assert faults == ()
    (line,) = tree.lines
    assert isinstance(line.node, MoveHead)
    return [child.node for child in line.children]


def told(name: str, field: str) -> list[str]:
    return [
        word.text for each in facts(name) if isinstance(each, MoveFact) and each.field == field for word in each.words
    ]


def test_there_are_fifteen_and_more() -> None:
    assert len(MOVES) >= 15


@pytest.mark.parametrize("name", MOVES)
def test_a_move_is_described(name: str) -> None:
    kinds = {type(each) for each in facts(name)}
    assert {WordsNode, NoticedBy} <= kinds
    assert told(name, "open")
    assert len(told(name, "case")) >= 2, "a case and its source"
    assert told(name, "found")
    assert all(slugs().get(slug) for slug in told(name, "found"))


@pytest.mark.parametrize("name", MOVES)
def test_its_page_shows_it_found_and_silent(name: str) -> None:
    text = page(f"playbook/{name}.md")
    assert text is not None
    assert text.startswith(f"# {name}: {moves(LIBRARY)[name]}\n")
    assert all(words in text for words in told(name, "case"))
    assert explain(name).text == text
    found, silent = [block.body for block in blocks(text) if block.kind == "console"]
    shown = told(name, "found")
    assert any(f"[{slug}]" in found for slug in shown)
    assert not any(f"[{slug}]" in silent for slug in shown)


def test_only_what_somebody_can_do_is_an_act() -> None:
    agreement = load(Source("a.pact", 'agreement "A"\nuse security\nparty A "A"\n'), library=LIBRARY).agreement
    assert agreement is not None
    assert {act.playbook for act in agreement.acts if act.playbook} == RUNNABLE


def test_a_move_takes_part_only_where_an_interest_is_at_stake() -> None:
    contract = (ROOT / "agreements/hosting-sla/expected.md").read_text(encoding="utf-8")
    assert not re.search(r"build-up|deliver battle|troops", contract)
