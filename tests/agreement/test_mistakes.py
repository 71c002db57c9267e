"""One mistake, one message: where it is, what it is called, and the way out.

Each row changes one thing in an agreement in which nothing is wrong.
"""

from __future__ import annotations

import pytest
from tests.agreement.reading import LIBRARY, ROOT, brief, read

from servanda.text import Source

ROBUST = (ROOT / "agreements/robust-truce/agreement.pact").read_text(encoding="utf-8")
ISTANBUL = (ROOT / "agreements/istanbul-draft-2022/agreement.pact").read_text(encoding="utf-8")

MISTAKES = [
    # what is there, what somebody wrote, slug, the words the carets point at, a part of the way out
    (
        "battle tanks of each Party = 400 tanks at signature",
        'battle tanks of each Party = 400 tanks at signature\nassume M can do at most 3 acts every 0 days because "…"',
        "not-whole-days",
        None,
        "within 90 days",
    ),
    (
        "each Party shall keep its battle tanks at or below 400 tanks",
        "each Party shall build up battle tanks to 300 tanks",
        "lowers-nothing",
        "build up battle tanks",
        "reduce",
    ),
    ("each Party shall refrain", "each Party shal refrain", "misspelt-word", "shal", '"shall"'),
    ("shall refrain from armed", "shall refrain form armed", "misspelt-word", "form", '"from"'),
    (
        "attack on the other Party",
        "atack on the other Party",
        "unknown-act",
        None,
        "armed attack by ATTACKER on",
    ),
    ('party B "Borland"', 'partie B "Borland"', "misspelt-word", "partie", "part"),
    ('party B "Borland"', 'party B "Borland', "unclosed-quote", '"Borland', "Close it"),
    ('party B "Borland"', "party B Borland", "missing-quotes", "Borland", '"Borland"'),
    ('party A "Arland"', "party A 'Arland'", "missing-quotes", "'Arland'", '"Arland"'),
    ('party B "Borland"', 'party A "Borland"', "named-twice", "A", "another name"),
    ('clause 3 "Inspections"', "clause 3 Inspections", "missing-quotes", "Inspections", '"Inspections"'),
    ('clause 3 "Inspections"', 'clause "Inspections"', "unreadable-line", '"Inspections"', "clause number"),
    ('clause 3 "Inspections"', 'clause 2 "Inspections"', "named-twice", "2", "another name"),
    ('clause 3 "Inspections"', 'claus 3 "Inspections"', "misspelt-word", "claus", '"clause"'),
    ('agreement "A robust truce"', 'agrement "A robust truce"', "misspelt-word", "agrement", '"agreement"'),
    ('agreement "A robust truce"\n', "", "no-agreement-line", None, 'agreement "A truce"'),
    ("2025-01-10", "2025-02-30", "impossible-date", "2025-02-30", "2025-02-28"),
    ("2025-01-10", "2025-13-01", "impossible-date", "2025-13-01", "2025-01-13"),
    ("2025-01-10", "10.01.2025", "unreadable-line", "10.01", "2025-03-02"),
    ("00:00 in UTC", "25:00 in UTC", "impossible-time", None, "23:59"),
    ("00:00 in UTC", "00:00 in Kyiv", "impossible-time", None, "in UTC+2"),
    ("lasts 180 days", "lasts 180", "unreadable-line", None, "lasts 180 days"),
    ("lasts 180 days", "lasts 999999 days", "not-whole-days", "999999 days", "shorter"),
    ("status legally binding", "status legaly binding", "value-not-offered", "legaly binding", '"legally binding"'),
    ("status legally binding", "satus legally binding", "misspelt-word", "satus", '"status"'),
    ("extent full text", "extent everything", "value-not-offered", "everything", "full text"),
    ("or below 400 tanks", "or below 400", "missing-unit", "400", "400 tanks"),
    ("or below 400 tanks", "or below 400 ships", "unit-mismatch", "400 ships", "tanks"),
    ("or below 400 tanks", "or below not stated", "unclear-limit", "not stated", "Give the number"),
    ("at or below 400 tanks", "at or belo 400 tanks", "misspelt-word", "belo", '"below"'),
    ("its battle tanks", "its battle tnaks", "unknown-kind", "battle tnaks", '"battle tanks"'),
    ("its battle tanks", "battle tanks of D", "unknown-name", "D", "Borland"),
    ("= 400 tanks at", "400 tanks at", "unreadable-line", "400", "equals sign"),
    ("= 400 tanks at", "= 400 planes at", "unit-mismatch", "400 planes", "tanks"),
    ("battle tanks of each Party = 400", "battle tanks = 400", "unknown-name", "battle tanks", "battle tanks of A"),
    ("use security", "use securty", "unknown-vocabulary", "securty", "security"),
    ("use security", "use", "unreadable-line", None, "use security"),
    ("use security", "use securety, security", "unknown-vocabulary", "securety", "security"),
    ("breach of clause 2 by", "breach of clause 9 by", "unknown-clause", "9", "1, 2, 3"),
    ("M shall inspect", "N shall inspect", "unknown-name", "N", "party N"),
    ("M shall inspect", "A shall inspect", "wrong-role", "A", "INSPECTOR"),
    ("M shall inspect battle tanks", "M shall inspect battle tanks soon", "unknown-kind", None, "battle tanks"),
    (
        "to the other Party within 1",
        "to the other Prty within 1",
        "unknown-name",
        "the other Prty",
        '"the other Party"',
    ),
    ("by M to a Party:", "by M to a Party", "missing-colon", "y", "colon"),
    ("    that Party shall give", "that Party shall give", "misplaced-line", None, "Indent it"),
    ("  each Party shall refrain", "each Party shall refrain", "misplaced-line", None, "Indent it"),
    ("each Party shall refrain from", "each Party refrains from", "no-binding-word", None, "shall"),
    ("interest of B", "interest of C", "unknown-name", "C", "Arland"),
    ("interest of B", "intrest of B", "misspelt-word", "intrest", '"interest"'),
    ('when it ends":\n  battle tanks of A', "when it ends:\n  battle tanks of A", "unclosed-quote", None, "Close it"),
    ("never exceed 1.5 times battle", "never exceed 1.5 time battle", "misspelt-word", "time", '"times"'),
    ("never exceed 1.5 times battle", "never exeed 1.5 times battle", "misspelt-word", "exeed", '"exceed"'),
    ("Party within 1 day", "Party within one mounth", "misspelt-word", "mounth", '"month"'),
    ("Party within 1 day", "Party within 3 months", "not-whole-days", "3 months", "within 90 days"),
    ("Party within 1 day", "Party within 1", "unreadable-line", None, "days"),
    ("Party every 49 days", "Party evry 49 days", "misspelt-word", "evry", '"every"'),
    ('because "the works', "because the works", "unclosed-quote", None, "Close it"),
    ("established by inspection", "established by inspecton", "unknown-act", "inspecton", "inspection by"),
    ("clause 2 no longer binds", "clause 2 no longr binds", "misspelt-word", "longr", '"longer"'),
    ("may answer by build-up", "may answer by buildup", "unknown-act", "buildup of battle tanks", "build-up of KIND"),
    ("below 400 tanks", "below [A: 400 tanks | B: 300 tanks", "bad-bracket", None, "side by side"),
    ("below 400 tanks", "below [400 tanks]", "bad-bracket", "[400 tanks]", "side by side"),
    ("below 400 tanks", "below 400] tanks", "bad-bracket", "]", "side by side"),
    (
        "guarantors decide it by unanimity",
        "guarantors decide it by unanimty",
        "misspelt-word",
        "unanimty",
        '"unanimity"',
    ),
    ("that guarantors decide it", "that garantors decide it", "unknown-name", "garantors", '"guarantors"'),
    ("guarantors shall assist", "garantors shall assist", "unknown-name", "each of garantors", '"each of guarantors"'),
    ("GB, CN, RU", "GB, CH, RU", "unknown-name", "CH", '"CN"'),
    ("if breached: not stated", "if breeched: not stated", "misspelt-word", "breeched", '"breached"'),
    ("UA within 10 days", "UA within 10", "unreadable-line", None, "days"),
    ("UA within 10 days", "UA within not stated", "empty-interest", None, "within 10 days"),
    ("UA within not stated", "UA within not statd", "misspelt-word", "statd", '"stated"'),
    ("upon armed", "apon armed", "misspelt-word", "apon", '"upon"'),
    (
        "    each of guarantors shall assist",
        "   each of guarantors shall assist",
        "odd-indentation",
        None,
        "same column",
    ),
    ("    each of guarantors shall assist", "      each of guarantors shall assist", "odd-indentation", None, "column"),
]


@pytest.mark.parametrize(("there", "written", "slug", "at", "way_out"), MISTAKES, ids=[row[1][:40] for row in MISTAKES])
def test_a_mistake_is_told_once_at_its_place_with_a_way_out(
    there: str, written: str, slug: str, at: str | None, way_out: str
) -> None:
    whole = ROBUST if there in ROBUST else ISTANBUL
    changed = whole.replace(there, written, 1)
    assert changed != whole
    findings = read(changed).findings
    assert [each.slug for each in findings] == [slug], [brief(each) for each in findings]
    (finding,) = findings
    assert way_out in finding.hints[0].text
    assert finding.headline.endswith(".")
    if at is not None:
        source = Source("a.pact", changed)
        line = source.line(finding.place.line)
        assert line[finding.place.column - 1 : finding.place.end_column - 1] == at


def test_other_clauses_are_still_read() -> None:
    broken = ROBUST.replace("each Party shall keep", "each Party shall shall keep at at")
    resolved = read(broken)
    assert len(resolved.findings) == 1
    assert resolved.agreement is not None
    assert [len(clause.rules) for clause in resolved.agreement.clauses] == [1, 0, 1, 1, 1, 1]


def test_a_name_of_a_line_that_is_lost_is_not_unknown() -> None:
    findings = read(ROBUST.replace('party B "Borland"', 'party "B" Borland Borland')).findings
    assert [each.slug for each in findings] == ["unreadable-line"]


def test_where_two_places_are_involved_both_are_shown() -> None:
    twice = read(ROBUST.replace("clause 3 ", "clause 2 ")).findings[0]
    assert [label.place.line for label in twice.labels] == [26]
    deep = read(
        ISTANBUL.replace("    each of guarantors shall assist", "      each of guarantors shall assist")
    ).findings[0]
    assert [label.place.line for label in deep.labels] == [22]


def test_vocabularies_that_use_each_other_in_a_circle() -> None:
    library = {
        **LIBRARY,
        "one": Source("one", 'vocabulary "one"\nuse two\n'),
        "two": Source("two", 'vocabulary "two"\nuse one\n'),
    }
    (finding,) = read('agreement "A"\nuse one\n', library=library).findings
    assert finding.slug == "use-circle"
    assert "one uses two uses one" in finding.headline
    assert finding.labels


@pytest.mark.parametrize(
    ("act", "slug", "words"),
    [
        ("act payment\n  verb: pay PAYEE\n", "act-incomplete", "noun"),
        ("act payment\n  noun: payment by PAYER\n", "act-incomplete", "verb"),
        ("act payment\n  noun: payment\n  verb: pay\n", "act-incomplete", "who does"),
        (
            "act payment\n  noun: payment by PAYER\n  verb: pay\n  PAYER is any party\n  noticed by PAYEE\n",
            "act-incomplete",
            "PAYEE",
        ),
        (
            "act payment\n  noun: payment by PAYER\n  verb: pay\n  PAYER is any party\n  PAYEE is any party\n",
            "act-incomplete",
            "PAYEE",
        ),
        (
            "act payment\n  noun: payment by PAYER\n  verb: pay\n  PAYER is any party\n  needs invoice by PAYER\n",
            "unknown-act",
            "invoice",
        ),
    ],
)
def test_an_act_of_ones_own_must_be_complete(act: str, slug: str, words: str) -> None:
    findings = read(f'agreement "A"\nparty P "P"\n{act}').findings
    assert [each.slug for each in findings] == [slug], [brief(each) for each in findings]
    assert words in findings[0].headline


def test_messages_read_aloud() -> None:
    jargon = ("expected", "token", "parse", "syntax", "NAME", "WORD", "invalid", "identifier", "None", "EOF")
    for there, written, *_ in MISTAKES:
        whole = ROBUST if there in ROBUST else ISTANBUL
        for finding in read(whole.replace(there, written, 1)).findings:
            said = " ".join((finding.headline, *finding.why, finding.hints[0].text))
            assert not [word for word in jargon if word in said.split()], said
