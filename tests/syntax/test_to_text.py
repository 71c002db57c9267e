"""The one layout: stable, and never a change of meaning."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.agreement.reading import AGREEMENTS, LIBRARY, placeless, read

from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import tidy, to_text
from servanda.text import Source

UNTIDY = """
# A truce.

agreement   "A weak truce"
    status legally binding;takes effect 2025-01-10 00:00 in UTC   ;  lasts 180 days
use security
# who
party A "Arland",B “Borland”   # both
third state W "Westland"
battle tanks of A=400 , of B = 400 at signature
clause 1 "Cease-fire"
       > For 180 days   each side refrains from armed attack on the other.
       each Party   shall refrain from armed attack on the other.
       upon armed attack by any state on A: B shall assist A within [A:3|B:10] days
       A shall assist B, provided that
          both decide it by unanimity
       # still open
       A shall consult B
         reading 1 :within 3 days
         reading 2: A should consult B    # hardly
body both: A, B


interest of A "not weaker": battle tanks of B never exceed 1.5 times battle tanks of A
# end
"""

TIDY = """# A truce.

agreement "A weak truce"
  status legally binding
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days

use security

# who
party A "Arland"  # both
party B "Borland"
third state W "Westland"

battle tanks of A = 400 at signature
battle tanks of B = 400 at signature

clause 1 "Cease-fire"
  > For 180 days   each side refrains from armed attack on the other.
  each Party shall refrain from armed attack on the other
  upon armed attack by any state on A:
    B shall assist A within [A: 3 | B: 10] days
  A shall assist B
    provided that both decide it by unanimity
  # still open
  A shall consult B
    reading 1: within 3 days
    reading 2: A should consult B  # hardly

body both: A, B

interest of A "not weaker":
  battle tanks of B never exceed 1.5 times battle tanks of A
# end
"""


def written(text: str) -> str:
    return to_text(from_text(Source("a.pact", text))[0])


def test_an_untidy_file() -> None:
    assert written(UNTIDY) == TIDY
    assert written(TIDY) == TIDY
    assert placeless(read(UNTIDY).agreement) == placeless(read(TIDY).agreement)
    assert read(TIDY).findings == ()


@pytest.mark.parametrize("path", AGREEMENTS, ids=lambda path: path.parent.name)
def test_the_library_is_tidy(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert written(text) == text


@pytest.mark.parametrize("name", sorted(LIBRARY))
def test_the_vocabularies_are_tidy(name: str) -> None:
    assert written(LIBRARY[name].text) == LIBRARY[name].text


def test_lines_that_cannot_be_read_stay() -> None:
    text = 'agreement "A"\n\nthis is no line of an agreement\n\nclause 1\n  nor is this\n'
    assert written(text) == text


def test_nothing_within_quotation_marks_changes() -> None:
    assert tidy('a   "b  :c ,d"  ,e') == 'a "b  :c ,d", e'
    assert tidy("85\u00a0000 , 250,000 at 12:30") == "85 000, 250,000 at 12:30"


WHO = st.sampled_from(["A", "B", '"Arland"', "each Party", "both sides", "A and B", "each of both"])
WHOM = st.sampled_from(["A", "the other Party", "the others", "W"])
TIMES = st.sampled_from(
    ["", " at once", " within 3 days", " within [A: 3 | B: 4] days", " by 2025-03-02", " within not stated"]
)
GAPS = st.sampled_from([" ", "  ", "\t", " \u00a0"])
NOISE = st.sampled_from(["", "\n", "  # remark\n", "# remark\n\n", "  > Words of the text.\n"])


@st.composite
def statements(draw: st.DrawFn) -> list[str]:
    who, whom = draw(WHO), draw(WHOM)
    kind = draw(st.integers(0, 5))
    if kind == 0:
        return [f"{who} shall refrain from armed attack on {whom}"]
    if kind == 1:
        return [f"{who} should assist {whom}{draw(TIMES)}"]
    if kind == 2:
        number = draw(st.sampled_from(["400 tanks", "85 000 tanks", "1.5 times battle tanks of W", "[A: 3 | 4] tanks"]))
        return [f"{who} shall keep its battle tanks at or below {number}"]
    if kind == 3:
        joined = draw(st.sampled_from([" provided that", ", provided that", "\n      provided that"]))
        return [f"{who} shall assist {whom}{draw(TIMES)}{joined} both decide it by unanimity"]
    if kind == 4:
        return [f"{who} shall assist {whom}", "  reading 1: at once", "  reading 2: within 9 days"]
    return [f"upon armed attack by any state on {whom}: {who} shall assist A{draw(TIMES)}"]


@st.composite
def texts(draw: st.DrawFn) -> str:
    lines = ['agreement "T"; lasts 90 days', "  takes effect 2025-01-10", "use security"]
    lines += ['party A "Arland", B "Borland"', 'third state W "Westland"', "body both: A, B"]
    lines += ["battle tanks of A = 400, of B = not stated at signature"]
    for number in range(draw(st.integers(1, 3))):
        lines.append(f'clause {number} "Clause {number}"')
        for _ in range(draw(st.integers(0, 4))):
            lines.append(draw(NOISE).rstrip("\n") or "")
            first, *more = draw(statements())
            lines += [f"   {first}{draw(st.sampled_from(['', '.', '  # so']))}", *(f"   {each}" for each in more)]
    name = draw(st.text(st.characters(exclude_characters='"\u201c\u201d', exclude_categories=("C", "Z")), min_size=1))
    lines.append(f'interest of A "{name}": battle tanks of B never exceed 3 times battle tanks of A')
    return "\n".join(line.replace(" shall ", f"{draw(GAPS)}shall ") for line in lines)


@given(texts())
def test_the_layout_is_stable_and_keeps_the_meaning(text: str) -> None:
    once = written(text)
    assert written(once) == once
    before, after = read(text), read(once)
    assert {each.slug for each in before.findings} <= {"owed-to-oneself"}  # whom an act is done to is drawn at random
    assert placeless(before.agreement) == placeless(after.agreement)
    assert [each.id for each in before.choices] == [each.id for each in after.choices]
    for choice in before.choices:
        other = {choice.id: len(choice.labels) - 1}
        assert placeless(read(text, other).agreement) == placeless(read(once, other).agreement)


@given(texts())
def test_no_comment_is_lost(text: str) -> None:
    assert written(text).count("#") == text.count("#")


@given(st.text(st.sampled_from('ab A1,:;."[]|>#\n \tclausepartyshall')))
def test_any_text_has_one_layout(text: str) -> None:
    once = written(text)
    assert written(once) == once
