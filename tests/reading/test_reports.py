"""Short reports about invented countries, labelled by hand, against what is read from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from tests.reading.parsing import account_of
from tests.reading.reports import Labelled, missing, reports, surplus

from servanda.cli.layout import Style
from servanda.cli.render_reading import SCREEN, render
from servanda.reading.account import Account, Statement
from servanda.reading.span import words

REPORTS = reports()
LEAST = 0.9
"""F1 over all labelled statements - content, cue, speaker, nesting and kind - below which something has got worse."""


@pytest.fixture(scope="module")
def accounts() -> Mapping[str, Account]:
    return {report.name: account_of(report.text, report.published) for report in REPORTS}


def test_statements_are_found_with_speaker_nesting_and_kind(accounts: Mapping[str, Account]) -> None:
    absent = [(report.name, one) for report in REPORTS for one in missing(report, accounts[report.name])]
    extra = [
        (report.name, found.speaker, words(report.text, found.cue_spans), words(report.text, found.content_spans))
        for report in REPORTS
        for found in surplus(report, accounts[report.name])
    ]
    gold = sum(len(report.said) for report in REPORTS)
    read = sum(len(account.statements) for account in accounts.values())
    score = (gold - len(absent) + read - len(extra)) / (gold + read)
    assert score >= LEAST, (score, absent, extra)


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_dates_positions_claims_and_origins(report: Labelled, accounts: Mapping[str, Account]) -> None:
    account = accounts[report.name]
    wrong = [label for label in report.others if not CHECKS[label[0]](account, *label[1:])]
    assert wrong == []


@pytest.mark.parametrize("report", REPORTS, ids=lambda report: report.name)
def test_one_screen_tells_every_outermost_statement(report: Labelled, accounts: Mapping[str, Account]) -> None:
    account = accounts[report.name]
    brief, whole = (render(account, report.name, Style(100), full) for full in (False, True))
    assert len(brief.splitlines()) <= SCREEN
    answers = {one for claim in account.claims for one in (*claim.denied_by, *claim.not_commented)}
    told = {item.id for item in account.statements if opening(account, item) in " ".join(brief.split())} | answers
    outer = {item.id: {item.id} for item in account.statements if item.parent is None}
    for item in account.statements:
        outer.get(item.parent or "", set()).add(item.id)
    assert [ident for ident, group in outer.items() if not group & told] == []
    assert all(opening(account, item) in " ".join(whole.split()) for item in account.statements)


def opening(account: Account, item: Statement) -> str:
    return " ".join(words(account.document.text, item.content_spans[:1]).split()[:2])


def dated(account: Account, said: str, value: str) -> bool:
    text = account.document.text
    return any(text[one.span[0] : one.span[1]] == said and one.value == value for one in account.dates)


def position(account: Account, party: str, strength: str) -> bool:
    return any(one.party == party and one.strength == strength for one in account.positions)


def no_position(account: Account, party: str, strength: str) -> bool:
    return not position(account, party, strength)


def claim(account: Account, proposition: str, status: str) -> bool:
    return any(one.proposition == proposition and one.status == status for one in account.claims)


def zone(account: Account, kind: str, begins: str) -> bool:
    text = account.document.text
    return any(one.kind == kind and text[one.span[0] :].startswith(begins) for one in account.zones)


def hedge(account: Account, said: str) -> bool:
    from servanda.reading.hedges import find_hedges

    text = account.document.text
    return any(text[start:end] == said for start, end in find_hedges(text, ((0, len(text)),)))


def residue(account: Account, said: str) -> bool:
    text = account.document.text
    return any(one.kind == "residue" and text[one.span[0] : one.span[1]] == said for one in account.zones)


def via(account: Account, who: str) -> bool:
    return any(relay.who == who for one in account.statements for relay in one.via)


def silent(account: Account, who: str) -> bool:
    return all(one.speaker != who for one in account.statements)


CHECKS: Mapping[str, Callable[..., bool]] = {
    "date": dated,
    "position": position,
    "noposition": no_position,
    "claim": claim,
    "zone": zone,
    "hedge": hedge,
    "residue": residue,
    "via": via,
    "silent": silent,
}


def test_a_stance_is_the_sentence_that_takes_it() -> None:
    text = (
        "“A truce without inspectors would be used to rearm,” Petr Salk, the foreign minister of Norvia, said. "
        "“We will never accept that Keldar keeps its guns.”"
    )
    stances = {one.stance for one in account_of(text, None).positions if one.strength == "red line"}
    assert stances == {"“We will never accept that Keldar keeps its guns.”"}
