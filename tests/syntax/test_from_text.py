"""Cutting and parsing: places, faults that stay where they are, and input that means harm."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lark import Lark
from tests.agreement.reading import AGREEMENTS, ROOT, read

from servanda.findings import Finding
from servanda.syntax import tree as t
from servanda.syntax.from_text import from_text
from servanda.syntax.keywords import KEYWORDS, said
from servanda.syntax.nearest import distance, nearest
from servanda.syntax.parse import STARTS
from servanda.syntax.to_text import to_text
from servanda.text import Source

ROBUST = (ROOT / "agreements/robust-truce/agreement.pact").read_text(encoding="utf-8")


def lines_of(text: str) -> tuple[tuple[t.Line, ...], tuple[Finding, ...]]:
    tree, findings = from_text(Source("a.pact", text))
    return tree.lines, findings


def test_every_line_knows_its_place() -> None:
    source = Source("a.pact", ROBUST)
    tree, findings = from_text(source)
    assert findings == ()
    for line in tree.walk():
        quoted = source.quote(line.span)
        assert quoted == quoted.strip()
        assert line.node is not None
    clause = next(line for line in tree.lines if isinstance(line.node, t.ClauseHead))
    place = source.place(clause.span)
    assert (place.line, place.column, place.end_line, place.end_column) == (22, 1, 22, 22)
    (duty,) = [child.node for child in clause.children if isinstance(child.node, t.DutyNode)]
    assert source.quote(duty.subject[0].span) == "each Party"
    assert source.quote(duty.force.span) == "shall"


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_a_fault_stays_in_its_line(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    rows = text.split("\n")
    whole = [type(line.node) for line in from_text(Source("a.pact", text))[0].walk()]
    for number, row in enumerate(rows):
        if not row.startswith(" ") or row.strip()[0] == ">" or ":" in row.replace("00:00", ""):
            continue
        if rows[number + 1].lstrip().startswith("reading "):
            continue  # its readings are part of it, and stand alone once it cannot be read
        broken = [*rows[:number], f"{row} ) (", *rows[number + 1 :]]
        tree, findings = from_text(Source("a.pact", "\n".join(broken)))
        assert len(findings) == 1, row
        assert findings[0].place.line == number + 1
        kept = [type(line.node) for line in tree.walk()]
        assert len(kept) == len(whole)
        assert sum(one is not other for one, other in zip(kept, whole, strict=True)) == 1


def test_a_sentence_may_go_on_further_in() -> None:
    (clause,), findings = lines_of(
        "clause 1\n  upon armed attack by A on B,\n      or armed attack by B on A:\n    A shall assist\n      B\n"
        "    A shall assist B\n      within 3 days\n      provided that c decide it by unanimity,\n"
        "      otherwise adopted\n"
    )
    assert [each.headline for each in findings] == []
    (upon,) = clause.children
    assert isinstance(upon.node, t.UponNode)
    assert len(upon.node.happenings) == 2
    assert len(upon.children) == 2
    last = upon.children[1].node
    assert isinstance(last, t.DutyNode)
    assert last.provided is not None
    assert last.provided.rule.otherwise_adopted


def test_comments_words_and_semicolons() -> None:
    (clause,), findings = lines_of(
        'clause 1 "a; b # c" # note\n  > 5; "open # and [so on]\n  waived "x"; A may assist B.\n'
    )
    assert findings == ()
    assert clause.comment == "# note"
    assert [type(child.node) for child in clause.children] == [t.WordsNode, t.WaivedNode, t.MayNode]
    words = clause.children[0].node
    assert isinstance(words, t.WordsNode)
    assert words.text == '5; "open # and [so on]'


def test_every_keyword_of_the_grammar_can_be_spoken_of() -> None:
    grammar = (ROOT / "src/servanda/syntax/grammar.lark").read_text(encoding="utf-8")
    terminals = set(re.findall(r"^([A-Z_]+)(?:\.-?\d+)?:", grammar, re.MULTILINE))
    assert {name for name in terminals if not said([name])} == set()
    assert set(KEYWORDS) - terminals == set()


def test_the_grammar_is_unambiguous() -> None:
    # Lark raises on two rules that could end alike; where one could end or go on, going on is meant everywhere.
    grammar = (ROOT / "src/servanda/syntax/grammar.lark").read_text(encoding="utf-8")
    Lark(grammar, parser="lalr", start=list(STARTS), maybe_placeholders=False)


def test_five_thousand_lines_are_read_in_well_under_a_second() -> None:
    head, body = ROBUST[: ROBUST.index("clause 1")], ROBUST[ROBUST.index("clause 1") : ROBUST.index("interest of A")]
    parts = [re.sub(r"clause (\d)", rf"clause {number}.\1", body) for number in range(5000 // body.count("\n"))]
    text = head + "".join(parts)
    started = time.process_time()
    tree, findings = from_text(Source("a.pact", text))
    spent = time.process_time() - started
    assert findings == ()
    assert sum(1 for _ in tree.walk()) > 3000
    assert spent < 1.5  # 0.4 s when measured; the margin is for slower machines


HOSTILE = {
    "empty": "",
    "spaces": " " * 1_000_000,
    "one deep line": " " * 1_000_000 + 'agreement "x"\n',
    "a million indents": "".join(f"{' ' * (number % 1000)}x\n" for number in range(2000)),
    "deeper and deeper": "".join(f"{' ' * number}a\n" for number in range(1500)),
    "ten megabytes in a line": "lorem ipsum dolor " * 555_555,
    "half a million lines": "lorem ipsum\n" * 500_000,
    "quotes": '"\n' * 200_000,
    "brackets": "clause 1\n  A shall assist B within " + "[" * 9000,
    "many brackets": "clause 1\n  A shall assist B within " + "[A: 1 | B: 2] " * 30,
    "a long number": "battle tanks of A = " + "111 " * 2400,
    "a long list": "clause 1\n  upon " + "armed attack by any state on A, or " * 250 + "x:\n    A shall assist B",
    "a long phrase": "use security\nclause 1\n  A shall inspect " + "battle tanks of " * 600,
    "colons": ":" * 9000,
    "null-like": "\x01\x02\x7f\n\ufeff\n",
    "right to left": 'agreement "\u0627\u062a\u0641\u0627\u0642"\nparty \u0623 "\u0623\u0644\u0641"\n',
    "tabs and spaces": 'agreement "x"\n\tversion 1\n  \tlasts 3 days\n',
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_input_is_answered_soon(name: str) -> None:
    started = time.process_time()
    resolved = read(HOSTILE[name])
    to_text(from_text(Source("a.pact", HOSTILE[name]))[0])
    assert time.process_time() - started < 15
    assert len(resolved.findings) < 250


def well_placed(text: str, findings: tuple[Finding, ...]) -> bool:
    source = Source("a.pact", text)
    return all(
        1 <= each.place.line <= source.line_count and each.place.column <= len(source.line(each.place.line)) + 1
        for each in findings
        if each.place.file == "a.pact"
    )


@given(st.text())
def test_any_text_is_answered(text: str) -> None:
    assert well_placed(text, read(text).findings)


@given(st.data())
def test_any_damage_to_an_agreement_is_answered(data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(ROBUST)))
    end = data.draw(st.integers(start, min(len(ROBUST), start + 40)))
    text = ROBUST[:start] + data.draw(st.text(st.sampled_from('ab1 ,:"[]|\n>#;.'), max_size=8)) + ROBUST[end:]
    assert well_placed(text, read(text).findings)


@given(st.lists(st.sampled_from(ROBUST.split()), max_size=12))
def test_any_words_of_the_language_are_answered(words: list[str]) -> None:
    text = f'agreement "x"\nuse security\nparty A "A"\nclause 1\n  {" ".join(words)}\n'
    assert well_placed(text, read(text).findings)


def test_distances_between_words() -> None:
    assert distance("form", "from", 3) == 1
    assert distance("shal", "shall", 3) == 1
    assert distance("within", "withdraw", 2) == 3
    assert nearest("inspecton", ["inspection", "inspector"]) == "inspection"
    assert nearest("9", ["1", "2"]) is None
    assert nearest("x", ["y"]) is None
