"""One report from text to account: what the reading part promises, in the order it promises it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import jsonschema
import msgspec
import pytest
from click.testing import CliRunner
from tests.documents import ROOT
from tests.reading.parsing import account_of, parser

from servanda.cli.main import cli
from servanda.cli.render_reading import SCREEN
from servanda.reading.account import Form, ZoneKind
from servanda.reading.span import words
from servanda.reading.to_json import account_out, rendered, schema

REPORT = """\
Norvia will not sign a “paper” truce, but wants a verified withdrawal, Foreign Minister Ilka Dorn said on Thursday (13).
“We need observers who stay,” she highlighted.
The Tamora Gazette reported last month that Keldar is open to talks, but has ruled out returning the Sile valley.
Western officials say Keldar is buying drones. Keldar and Velmark neither confirm nor deny the report.
Dorn, who took office in May, has said that the valley is calm — and that Norvia will stay there, although she did not \
elaborate.
Understand the dispute over the Sile valley
Norvia lost the valley in 2019 [guerra do vale]. Analysts describe the loss as a turning point.
This content was originally published in No truce on paper, says Dorn on the Canal Sul website.
Ana Prado is a seasoned journalist with over 5 years of experience.
"""
SCHEMA = ROOT / "src" / "servanda" / "reading" / "schemas" / "read.json"


def test_the_text_is_never_changed_and_every_layer_points_into_it() -> None:
    account = account_of(REPORT, date(2031, 3, 14))
    assert account.document.text == REPORT
    for item in account.statements:
        for start, end in (*item.source_spans, *item.cue_spans, *item.content_spans, *item.hedges):
            assert 0 <= start < end <= len(REPORT)


def test_who_said_what_when_and_through_whom() -> None:
    account = account_of(REPORT, date(2031, 3, 14))
    told = {words(REPORT, item.content_spans): item for item in account.statements}
    opening = told["Norvia will not sign a “paper” truce, but wants a verified withdrawal"]
    assert (opening.speaker, opening.role, opening.speaks_for) == ("Ilka Dorn", "Foreign Minister", "Norvia")
    assert opening.said_on is not None
    assert opening.said_on.value == "2031-03-13"
    quoted = told["“We need observers who stay,”"]
    assert (quoted.form, quoted.speaker) == (Form.DIRECT, "Ilka Dorn")
    relayed = told["returning the Sile valley"]
    assert (relayed.speaker, relayed.modality) == ("Keldar", "red line")
    assert [relay.who for relay in relayed.via][:2] == ["The Tamora Gazette", "Canal Sul"]
    silence = told["the report"]
    assert silence.form is Form.NO_COMMENT
    calm, stay = told["the valley is calm"], told["Norvia will stay there"]
    assert calm.speaker == stay.speaker == "Ilka Dorn"
    assert words(REPORT, stay.hedges) == "although she did not elaborate"
    assert "No truce on paper" in told


def test_zones_residue_and_who_does_not_speak() -> None:
    account = account_of(REPORT, date(2031, 3, 14))
    kinds = [zone.kind for zone in account.zones]
    assert kinds[:4] == [ZoneKind.BODY, ZoneKind.BACKGROUND, ZoneKind.PROVENANCE, ZoneKind.AUTHOR_NOTE]
    residue = {REPORT[zone.span[0] : zone.span[1]] for zone in account.zones if zone.kind is ZoneKind.RESIDUE}
    assert residue == {"Thursday (13)", "[guerra do vale]"}
    assert account.document.translated_from == "pt"
    assert all("Prado" not in (item.speaker or "") for item in account.statements)


def test_a_claim_nobody_will_comment_on_is_contested() -> None:
    claims = {claim.proposition: claim for claim in account_of(REPORT, date(2031, 3, 14)).claims}
    assert claims["Keldar is buying drones"].status == "contested"


def test_the_published_schema_is_that_of_the_types_and_holds_for_real_output() -> None:
    assert json.loads(SCHEMA.read_text(encoding="utf-8")) == json.loads(json.dumps(schema()))
    made = rendered((account_out(account_of(REPORT, date(2031, 3, 14)), "report.txt"),))
    jsonschema.validate(json.loads(made), schema())
    assert msgspec.json.decode(made)["document"]["chars"] == len(REPORT)


def test_the_command_prints_one_screen_and_the_same_bytes_each_time(tmp_path: Path) -> None:
    parser()
    article = tmp_path / "report.txt"
    article.write_text(REPORT, encoding="utf-8")
    runs = [CliRunner().invoke(cli, ["read", str(article), "--published", "2031-03-14"]) for _ in range(2)]
    assert runs[0].exit_code == 0
    assert runs[0].output == runs[1].output
    assert len(runs[0].output.splitlines()) <= SCREEN
    for heading in ("WHO SAID WHAT", "WHAT IS DEMANDED", "CONTESTED", "ONLY BACKGROUND", "Left out"):
        assert heading in runs[0].output


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["nowhere.txt"], "cannot be read"), (["x.txt", "--published", "soon"], "no day of the calendar")],
)
def test_wrong_input_leaves_with_two_and_says_what_is_wrong(arguments: list[str], message: str) -> None:
    result = CliRunner().invoke(cli, ["read", *arguments])
    assert result.exit_code == 2
    assert message in result.output


def test_a_folder_is_read_in_order_by_two_processes_as_by_one(tmp_path: Path) -> None:
    parser()
    for name in ("b.txt", "a.txt", "c.html.bak"):
        (tmp_path / name).write_text(f"Norvia rejects draft {name[0]}, Ilka Dorn said.", encoding="utf-8")
    arguments = ["read", str(tmp_path), "--format", "json"]
    one, two = (CliRunner().invoke(cli, [*arguments, "--jobs", jobs]) for jobs in ("1", "2"))
    assert one.exit_code == 0
    assert one.output == two.output
    assert [Path(each["document"]["file"]).name for each in json.loads(one.output)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize(
    ("line", "day", "publisher"),
    [
        ("By Anna Lind, Northern Wire. 3 March 2031", date(2031, 3, 3), "Northern Wire"),
        ("Northern Wire, March 3, 2031", date(2031, 3, 3), "Northern Wire"),
        ("Published on 2031-03-03", date(2031, 3, 3), None),
        ("Norvia left on 3 March 2031", None, None),
    ],
)
def test_a_day_printed_at_the_head_is_the_day_of_publication(
    line: str, day: date | None, publisher: str | None
) -> None:
    text = f"Norvia speaks\n\n{line}\n\nNorvia rejects the draft, Foreign Minister Ilka Dorn said on Monday.\n"
    document = account_of(text, None).document
    assert (document.published, document.publisher) == (day, publisher)
    assert document.published_from == ("text" if day else "unknown")
    assert account_of(text, date(2031, 4, 1)).document.published == date(2031, 4, 1)
