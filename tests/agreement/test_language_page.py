"""Every example of the language reference is read, and is already in the one layout."""

from __future__ import annotations

import re

import pytest
from tests.agreement.reading import ROOT, agreed, brief, read

from servanda.agreement.paraphrase import paraphrase
from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import to_text
from servanda.syntax.where import Where, home
from servanda.text import Source

PAGE = (ROOT / "docs/reference/language.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```pact\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)
HEAD = EXAMPLES[0]


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_read_and_in_the_one_layout(number: int) -> None:
    example = EXAMPLES[number]
    whole = example if example.startswith("agreement") else f"{HEAD}\n{example}"
    if example.startswith("vocabulary"):
        whole = 'agreement "A"\n' + example.partition("\n")[2]
    assert [brief(each) for each in read(whole).findings] == []
    assert to_text(from_text(Source("a.pact", example))[0]) == example


@pytest.mark.parametrize("number", range(len(EXAMPLES)))
def test_an_example_is_told_back_clause_by_clause(number: int) -> None:
    example = EXAMPLES[number]
    if example.startswith("vocabulary"):
        return
    agreement = agreed(example if example.startswith("agreement") else f"{HEAD}\n{example}")
    told = {part.clause: part.sentences for part in paraphrase(agreement)}
    for clause in agreement.clauses:
        assert told[clause.number], clause.number
        assert ("Nothing of this clause is encoded yet." in told[clause.number]) == (not clause.quoted.encoded)
        assert not [each for each in told[clause.number] if "clause annex" in each.lower() or "  " in each.strip()]


def test_phrases_in_the_prose_are_read() -> None:
    sentences = [
        "each Party shall not exceed 400 battle tanks",
        "each Party shall hold no more than 400 tanks",
        "battle tanks of A shall not exceed 400 tanks",
        "A shall not attack B",
        "no Party shall attack the other Party",
        "A agrees to assist B within three weeks",
        "A commits to assist B by day 30",
        "A may not attack B",
        "council shall jointly assist W daily",
        "A and B shall assist W at once",
        "the Parties shall consult each other",
        "A shall use its best efforts to assist B within 7 days",
    ]
    for each in sentences:
        assert agreed(f"{HEAD}\nclause 1\n  {each}\n").clauses[0].rules, each


def test_every_place_where_lines_stand_is_shown() -> None:
    trees = [from_text(Source("a.pact", each))[0] for each in EXAMPLES]
    shown = {home(line.node) for tree in trees for line in tree.walk() if line.node is not None}
    assert shown >= set(Where)
