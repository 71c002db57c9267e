"""Short reports about invented countries, labelled by hand, against what is read from them."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from tests.reading.parsing import account_of
from tests.reading.reports import Labelled, missing, reports, surplus

from servanda.reading.account import Account
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
