"""How reports look: the text layout, and the JSON with its schema."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import click
import jsonschema
import pytest
from tests import schemas

from servanda.cli import render_json, render_text
from servanda.cli.layout import Style, cells
from servanda.findings import (
    Accepted,
    AgreementInfo,
    Answer,
    AnswerKind,
    Circumstance,
    DutyLine,
    Family,
    Finding,
    Hint,
    HintKind,
    InterestLine,
    Label,
    Report,
    Scope,
    Slug,
    StepStatus,
    StoryStep,
    make_finding,
    make_report,
)
from servanda.text import Place, Source, Span

TRUCE = Source(
    "truce.pact",
    "\n" * 12
    + "  at expiry battle tanks of A do not exceed battle tanks of A at signature\n"
    + "\n" * 18
    + "  A shall refrain from moving forces into border_zone\n",
)
BUILD_UP = Slug("force-build-up", Family.CIRCUMVENTION, "Forces grow although every clause is complied with.")


def place_of(words: str, source: Source = TRUCE) -> Place:
    """Where some words stand."""
    start = source.text.index(words)
    return source.place(Span(start, start + len(words)))


def build_up() -> Finding:
    """The example of the contract."""
    return make_finding(
        BUILD_UP,
        'Borland\'s interest "Arland no stronger when it ends" can fail although every clause is complied with.',
        place_of("at expiry battle tanks of A"),
        circumstances=(Circumstance.INTEREST_FAILS_ONE_MOVE,),
        clauses=("1", "2"),
        usable_by=("Arland",),
        exposed=("Borland",),
        interest="Arland no stronger when it ends",
        remark="no clause limits this number",
        labels=(Label(place_of("A shall refrain from moving forces"), "limits where, not how many"),),
        opening="The shortest way, three steps, no express clause broken:",
        story=(
            StoryStep(0, "nature", "Signature. Arland has 400 tanks.", StepStatus.NATURE),
            StoryStep(1, "Arland", "Arland buys 300 and keeps them outside the zone.", StepStatus.ALLOWED),
            StoryStep(
                180,
                "nature",
                "The truce expires. Arland has 700.",
                StepStatus.NATURE,
                changes={"battle tanks of A": 700},
                remark="the interest fails",
            ),
        ),
        answer=Answer(
            AnswerKind.FOUND,
            Scope.TERM,
            6,
            365,
            replayed=True,
            assumes=("Arland may buy at any rate (the text states none)", "Borland acts promptly"),
        ),
        hints=(
            Hint("a verified ceiling on Arland's tanks.", closes=("x",), opens=()),
            Hint("or drop the interest, so that nobody relies on it."),
            Hint("number the clause.", HintKind.SAFE_EDIT),
        ),
    )


def full_report() -> Report:
    """A report with everything a report may hold."""
    proved = Answer(AnswerKind.PROVED, Scope.TERM)
    return make_report(
        AgreementInfo(file="truce.pact", name="Truce", clauses=2, norms=2, parties=("Arland", "Borland")),
        [build_up(), replace(build_up(), accepted=Accepted("meant so", date(2025, 1, 1), stale=False))],
        [
            InterestLine(of="Arland", name="safe", rung=(2, 2), answers={"compliance": proved}),
            InterestLine(of="Borland", name="safe", rung=(1, 2), holds_against=("W",), answers={"compliance": proved}),
        ],
        [DutyLine(clause="1", bearer="Arland", mode="refrain", rung=(1, 1), established_within_days=3, answers={})],
    )


EXPECTED = """\
error[force-build-up]: Borland's interest "Arland no stronger when it ends" can
  fail although every clause is complied with.
  --> truce.pact:13:3
   |
13 |   at expiry battle tanks of A do not exceed battle tanks of A at signature
   |   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ no clause limits this number
   :
32 |   A shall refrain from moving forces into border_zone
   |   ---------------------------------- limits where, not how many
   |
The shortest way, three steps, no express clause broken:
day   0  Signature. Arland has 400 tanks.
day   1  Arland buys 300 and keeps them outside the   no clause speaks of it
         zone.
day 180  The truce expires. Arland has 700.           the interest fails
Assumes: Arland may buy at any rate (the text states none); Borland acts
  promptly.
Checked: found, then replayed step by step on the whole text. Searched 6 rounds
  of events, 365 days.
Hint: a verified ceiling on Arland's tanks. (drafting choice; re-checked: closes
  this, opens nothing)
Hint: or drop the interest, so that nobody relies on it. (drafting choice; not
  re-checked)
Hint: number the clause. (safe edit; not re-checked)"""


def test_a_finding_is_laid_out_as_the_contract_says() -> None:
    assert render_text.render_finding(build_up(), {TRUCE.name: TRUCE}, Style()) == EXPECTED


@pytest.mark.parametrize("width", [40, 60, 80, 120])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    text = render_text.render_finding(build_up(), {TRUCE.name: TRUCE}, Style(width))
    assert max(cells(line) for line in text.splitlines()) <= width


def test_colour_only_adds_escapes() -> None:
    coloured = render_text.render_finding(build_up(), {TRUCE.name: TRUCE}, Style(colour=True))
    assert coloured != EXPECTED
    assert click.unstyle(coloured) == EXPECTED


def test_an_accepted_finding_takes_one_line_with_its_reason() -> None:
    accepted = replace(build_up(), accepted=Accepted("both sides want it", None, stale=False))
    text = render_text.render_finding(accepted, {}, Style(200))
    assert text.startswith("accepted[force-build-up]: ")
    assert "both sides want it" in text
    stale = replace(build_up(), accepted=Accepted("both sides want it", None, stale=True))
    assert "accepted before; the clause has changed since" in render_text.render_finding(stale, {}, Style())


def test_the_cards_stand_side_by_side_and_the_report_says_what_it_does_not_tell() -> None:
    text = render_text.render(full_report(), {TRUCE.name: TRUCE}, Style())
    assert "  Arland, “safe”: secured if all comply (rung 2).\n    compliance: proved within the term.\n" in text
    assert "at most: secured if all\n    comply (rung 1 to 2, undecided)" in text
    assert "  Verifiable (rung 1): clause 1 (Arland).\n    a breach is established within 3 days.\n" in text
    assert "not what anyone will do" in text


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        (Answer(AnswerKind.PROVED, Scope.TERM), "proved within the term."),
        (Answer(AnswerKind.PROVED, Scope.ALL_TIME, detail="by an invariant"), "proved for all time: by an invariant."),
        (Answer(AnswerKind.FOUND), "found, not replayed."),
        (Answer(AnswerKind.GAVE_UP, detail="the effort ran out"), "gave up: the effort ran out."),
        (Answer(AnswerKind.STATIC), "read in the text; nothing was searched."),
        (
            Answer(AnswerKind.NONE_UP_TO, events=10, days=365),
            "none found; longer stories were not looked for. Searched 10 rounds of events, 365 days.",
        ),
    ],
)
def test_four_kinds_of_certainty_are_four_sentences(answer: Answer, said: str) -> None:
    assert render_text.checked(answer) == said


def rendered(text: str, words: str, width: int = 80) -> list[str]:
    """The lines of a finding about some words of a text."""
    source = Source("a.pact", text)
    found = make_finding(BUILD_UP, "x", place_of(words, source), remark="here")
    return render_text.render_finding(found, {"a.pact": source}, Style(width)).splitlines()


def test_wide_characters_are_underlined_in_full() -> None:
    lines = rendered("条約 tanks of A", "tanks")
    assert lines[4] == "  |      ^^^^^ here"


def test_right_to_left_lines_get_a_column_instead_of_carets() -> None:
    assert rendered("סעיף tanks", "tanks")[4] == "  | ^ (at column 6) here"


def test_escapes_of_the_input_never_reach_the_terminal() -> None:
    text = "\n".join(rendered("a \x1b[31m tanks", "tanks"))
    assert "\x1b" not in text
    assert "<U+001B>" in text


def test_tabs_keep_the_carets_below_their_words() -> None:
    lines = rendered("\ttanks", "tanks")
    assert lines[3].index("tanks") == lines[4].index("^")


@pytest.mark.parametrize("text", [" " * 1_000_000 + "tanks", "x" * 500 + "tanks" + "y" * 500])
def test_of_a_very_long_line_the_part_in_question_is_shown(text: str) -> None:
    lines = rendered(text, "tanks")
    assert "tanks" in lines[3]
    assert lines[3].index("tanks") == lines[4].index("^")
    assert len(lines[3]) <= 80


def test_a_place_of_several_lines_is_underlined_on_its_first() -> None:
    assert rendered("clause 1\n  text", "1\n  text")[4] == "  |        ^ here"


def test_a_second_place_in_another_file_is_named() -> None:
    label = Label(Place("security.pact", 4, 1, 4, 5), "defined here")
    found = replace(build_up(), labels=(label,))
    text = render_text.render_finding(found, {TRUCE.name: TRUCE}, Style())
    assert "  ::: security.pact\n   = defined here" in text


def test_json_has_the_keys_of_the_contract() -> None:
    (one,) = json.loads(render_json.render([full_report()]))
    assert set(one) == {"agreement", "findings", "interests", "duties", "summary"}
    assert set(one["agreement"]) == {"name", "version", "file", "clauses", "norms", "parties", "interests", "read_as"}
    wanted = {"id", "slug", "family", "severity", "headline", "clauses", "core", "usable_by", "exposed", "interest"}
    wanted |= {"reading", "place", "answer", "story", "hints", "accepted"}
    assert wanted <= set(one["findings"][0])
    steps = {"day", "date", "actor", "event", "clause", "status", "changes"}
    assert steps <= set(one["findings"][0]["story"][0])
    answer = {"kind", "scope", "events", "days", "replayed", "assumes"}
    assert answer <= set(one["findings"][0]["answer"])
    assert one["interests"][1]["rung"] == [1, 2]
    assert one["summary"] == {"findings": {"error": 1, "warning": 0, "note": 0}, "undecided": 0}


def test_real_output_fits_the_shipped_schema() -> None:
    schema = json.loads(schemas.written())
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(render_json.render([full_report()])), schema)


def test_the_schema_refuses_what_is_not_the_contract() -> None:
    output = json.loads(render_json.render([full_report()]))
    output[0]["findings"][0]["severity"] = "fatal"
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(output, json.loads(schemas.written()))


def test_the_shipped_schema_is_that_of_the_types() -> None:
    assert schemas.written() == schemas.generated(), "`make docs` writes it anew"


def test_a_story_alone_says_what_changes() -> None:
    lines = render_text.render_story(build_up(), Style()).splitlines()
    assert "           battle tanks of A -> 700" in lines
    assert lines[-2].startswith("Checked: found, then replayed")
