"""Positions against drafts: what each clause binds to decides, and says so."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from servanda import project
from servanda.cli.main import cli
from servanda.desk import ledgers
from servanda.desk.match import match_files
from servanda.reading.ledger import Ledger, PositionRow
from servanda.reading.matching.interests import as_interests
from servanda.reading.matching.matters import Verdict
from servanda.reading.matching.provisions import Draft, draft_from
from servanda.reading.matching.verdicts import match

HEAD = """\
agreement "A truce on the Sile"
  extent full text
  status {status}
  takes effect 2031-01-10 00:00 in UTC
  lasts 180 days

use security

party N "Norvia"
party K "Keldar"
third state V "Velmark"
verifier M "Monitoring Mission"

battle tanks of each Party = 400 tanks at signature

act withdrawal of guns
  noun: withdrawal of guns from the valley by SIDE
  verb: pull back guns from the valley
  SIDE is any party
  noticed by everyone

"""
CLAUSES = """\
clause 1 "Truce"
  > Neither side attacks the other.
  each Party shall refrain from armed attack on the other Party

clause 2 "Ceilings"
  > Neither side holds more than 400 battle tanks.
  each Party shall keep its battle tanks at or below 400 tanks

clause 3 "Guns"
  > Keldar pulls back its guns.
  K shall pull back guns from the valley within 30 days
  verified by M every 30 days
  if breached: not stated

clause 4 "Help"
  > Norvia may assist Velmark.
  N may assist V

clause 5 "Prisoners"
  > The release of prisoners is a matter for the commission.
"""


def drafted(clauses: str = CLAUSES, status: str = "political commitment") -> Draft:
    source = project.Source("draft.pact", HEAD.format(status=status) + clauses)
    agreement = project.load(source, library=project.shipped_library()).agreement
    assert agreement is not None
    return draft_from(agreement)


@pytest.mark.parametrize(
    ("strength", "stance", "verdict", "clause"),
    [
        ("demand", "Keldar must pull its guns back from the valley", Verdict.MET, "3"),
        ("demand", "Keldari guns must be withdrawn from the valley within ten days", Verdict.CONTRADICTED, "3"),
        ("demand", "Norvia should withdraw its guns from the valley", Verdict.TOUCHED, "3"),
        ("red line", "withdrawing any guns from the valley", Verdict.CONTRADICTED, "3"),
        ("rejection", "Norvian assistance to Velmark", Verdict.CONTRADICTED, "4"),
        ("demand", "no more than 500 battle tanks on either side", Verdict.MET, "2"),
        ("demand", "a ceiling of 300 battle tanks", Verdict.CONTRADICTED, "2"),
        ("demand", "a ceasefire before winter", Verdict.MET, "1"),
        ("rejection", "a “paper” truce", Verdict.TOUCHED, "1"),
        ("demand", "a legally binding treaty", Verdict.CONTRADICTED, None),
        ("demand", "an agreement that sets out all the conditions", Verdict.CONTRADICTED, "3"),
        ("demand", "observers who monitor the withdrawal of guns", Verdict.MET, "3"),
        ("demand", "the release of all prisoners", Verdict.TOUCHED, "5"),
        ("demand", "the return of the stolen paintings", Verdict.NOT_ADDRESSED, None),
        ("demand", "a cease-fire", Verdict.MET, "1"),
        ("rejection", "a cease-fire", Verdict.CONTRADICTED, "1"),
        ("demand", "that Keldar cease fire", Verdict.MET, "1"),
        ("demand", "Keldar must pull its guns back from the valley without delay", Verdict.MET, "3"),
        ("rejection", "a truce without prisoners being freed", Verdict.TOUCHED, "5"),
        ("rejection", "a truce without amnesties", Verdict.NOT_ADDRESSED, None),
        ("demand", "Norvia will not sign a cease-fire unless amnesties are granted", Verdict.NOT_ADDRESSED, None),
        ("demand", "no cease-fire until amnesties are granted", Verdict.NOT_ADDRESSED, None),
        ("red line", "We will never accept that Keldar keeps more than 500 battle tanks", Verdict.MET, "2"),
        ("red line", "We will never accept that Keldar keeps more than 300 battle tanks", Verdict.CONTRADICTED, "2"),
        ("demand", "Keldar must not keep more than 500 battle tanks", Verdict.MET, "2"),
        ("rejection", "a ceiling of 400 battle tanks", Verdict.CONTRADICTED, "2"),
        ("demand", "at least 350 battle tanks", Verdict.TOUCHED, "2"),
        ("demand", "at least 450 battle tanks", Verdict.CONTRADICTED, "2"),
        ("demand", "fewer than 400 battle tanks on each side", Verdict.CONTRADICTED, "2"),
        ("demand", "fewer than 401 battle tanks on each side", Verdict.MET, "2"),
        ("rejection", "fewer than 400 battle tanks", Verdict.TOUCHED, "2"),
        ("demand", "no fewer than 350 battle tanks", Verdict.TOUCHED, "2"),
        ("demand", "Keldar must not attack Norvia without warning", Verdict.MET, "1"),
        ("demand", "Keldar must not withdraw its guns from the valley without notice", Verdict.TOUCHED, "3"),
        ("openness", "a truce only if amnesties are granted", Verdict.NOT_ADDRESSED, None),
        ("openness", "a truce only if Keldar withdraws its guns from the valley", Verdict.MET, "3"),
        ("openness", "a truce without conditions", Verdict.MET, "1"),
    ],
)
def test_a_draft_stands_to_a_position(strength: str, stance: str, verdict: Verdict, clause: str | None) -> None:
    (found,) = match([PositionRow("p1", "Norvia", "something else", strength, stance)], drafted())
    assert (found.verdict, found.judged[0].clause if found.judged else None) == (verdict, clause), found.judged


@pytest.mark.parametrize(
    ("stance", "verdict"),
    [
        ("Keldar must pull back its guns from the valley by 2031-02-01", Verdict.CONTRADICTED),
        ("Keldar must pull back its guns from the valley by 1 February 2031", Verdict.CONTRADICTED),
        ("Keldar must pull back its guns from the valley no later than February 20, 2031", Verdict.MET),
        ("Keldar must pull back its guns from the valley by 1 February", Verdict.TOUCHED),
        ("Keldar must pull back its guns from the valley within ten days", Verdict.CONTRADICTED),
        ("Keldar must pull back its guns from the valley within 60 days", Verdict.MET),
    ],
)
def test_a_day_is_held_against_the_day_asked_for(stance: str, verdict: Verdict) -> None:
    draft = drafted('clause 3 "Guns"\n  > Guns.\n  K shall pull back guns from the valley by 2031-02-10\n')
    (found,) = match([PositionRow("p1", "Norvia", "x", "demand", stance)], draft)
    assert found.verdict is verdict, found.judged


def test_a_number_is_not_answered_by_what_is_done_with_the_things_counted() -> None:
    draft = drafted('clause 3 "Checks"\n  > Checks.\n  M shall inspect battle tanks of K every 30 days\n')
    row = PositionRow("p1", "Norvia", "x", "demand", "Keldar must not exceed 250 battle tanks")
    assert match([row], draft)[0].verdict in (Verdict.TOUCHED, Verdict.NOT_ADDRESSED)


def test_a_condition_is_not_written_as_the_interest_it_hangs_on() -> None:
    rows = [PositionRow("p1", "Norvia", "x", "rejection", "a truce without amnesties")]
    written = as_interests(match(rows, drafted()), drafted())
    assert (written.written, [said for said, _ in written.left]) == ((), ["a truce without amnesties"])


def test_the_same_words_from_the_other_side_bring_the_same_verdict() -> None:
    stances = ["a ceasefire before winter", "no more than 500 battle tanks", "a legally binding treaty"]
    for stance in stances:
        verdicts = {
            match([PositionRow("p1", party, "x", "demand", stance)], drafted())[0].verdict
            for party in ("Norvia", "Keldar")
        }
        assert len(verdicts) == 1, stance


def test_a_red_line_is_crossed_only_by_a_clause_that_goes_against_it() -> None:
    rows = [
        PositionRow("p1", "Norvia", "x", "red line", "withdrawing any guns from the valley"),
        PositionRow("p2", "Norvia", "x", "red line", "the sale of the islands"),
    ]
    assert [one.crossed for one in match(rows, drafted())] == [True, False]


def test_what_was_superseded_is_not_matched() -> None:
    assert match([PositionRow("p1", "Keldar", "x", "demand", "bases", superseded_by="p2")], drafted()) == ()


@pytest.fixture
def ledger(tmp_path: Path) -> str:
    rows = (
        PositionRow("p1", "Norvia", "arms", "demand", "no more than 300 battle tanks on each side"),
        PositionRow("p2", "Keldar", "arms", "demand", "at least 350 battle tanks on each side"),
        PositionRow("p3", "Norvia", "bases", "demand", "foreign observers in the valley"),
        PositionRow("p4", "Keldar", "bases", "red line", "foreign observers in the valley"),
        PositionRow(
            "p5", "Keldar", "arms", "condition", "Keldar would withdraw its guns only if Norvia lifts the embargo"
        ),
        PositionRow("p6", "Norvia", "arms", "condition", "the embargo would stay as long as one of the guns remains"),
        PositionRow("p7", "Norvia", "ceasefire", "demand", "a ceasefire before winter"),
        PositionRow("p8", "Norvia", "security", "demand", "the security of Norvia must be guaranteed"),
    )
    folder = str(tmp_path / "ledger")
    ledgers.save(folder, Ledger(rows))
    return folder


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    file = tmp_path / "draft.pact"
    file.write_text(HEAD.format(status="legally binding") + CLAUSES, encoding="utf-8")
    return file


def test_demands_that_cannot_all_be_met_are_told_in_smallest_sets(ledger: str, draft: Path) -> None:
    found = [sorted(demand.row.id for demand in demands) for demands in match_files(str(draft), ledger).conflicts]
    assert sorted(found) == [["p1", "p2"], ["p3", "p4"], ["p5", "p6"]]


def test_what_an_earlier_draft_met_and_this_one_does_not_is_said(ledger: str, draft: Path, tmp_path: Path) -> None:
    later = tmp_path / "later.pact"
    talks = 'clause 1 "Talks"\n  > They consult.\n  each Party shall consult the other Party within 3 days\n'
    later.write_text(HEAD.format(status="legally binding") + talks, encoding="utf-8")
    held = match_files(str(later), ledger, str(draft))
    assert [(one.matched.position.id, one.lost) for one in held.changes if one.matched.position.id == "p7"] == [
        ("p7", True)
    ]


def test_positions_written_as_interests_can_be_checked(ledger: str, draft: Path, tmp_path: Path) -> None:
    out = tmp_path / "asked.pact"
    result = CliRunner().invoke(cli, ["match", str(draft), ledger, "--as-interests", str(out)])
    assert result.exit_code == 0
    loaded = project.load(project.Source(str(out), out.read_text(encoding="utf-8")), library=project.shipped_library())
    assert [finding.headline for finding in loaded.findings] == []
    assert loaded.agreement is not None
    assert [interest.of for interest in loaded.agreement.interests] == ["N"]
    report = project.check(loaded.source, library=project.shipped_library())
    assert [line.rung[0] for line in report.interests] == [1]


@pytest.mark.parametrize("form", [["--grid"], ["--format", "json"], ["--format", "html"], []])
def test_every_form_is_the_same_each_time(ledger: str, draft: Path, form: list[str]) -> None:
    one, two = (CliRunner().invoke(cli, ["match", str(draft), ledger, *form]) for _ in range(2))
    assert (one.exit_code, one.output) == (0, two.output)
    assert "Norvia" in one.output


def test_without_a_ledger_the_positions_of_the_draft_count(draft: Path) -> None:
    draft.write_text(
        draft.read_text(encoding="utf-8") + '\nposition of K "no truce": rejects "a ceasefire", source "a speech"\n',
        encoding="utf-8",
    )
    (one,) = match_files(str(draft), None).matched
    assert one.verdict is Verdict.CONTRADICTED
