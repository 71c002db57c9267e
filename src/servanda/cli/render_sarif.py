"""Reports as SARIF 2.1.0, for tools that show findings beside a file: editors, code hosts, dashboards."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from servanda import __version__
from servanda.cli.report.sheet import Sheet
from servanda.cli.report.wording import assumed, checked, hint_words, right_of
from servanda.findings import Finding, Registry, Slug, StoryStep, counts
from servanda.text import Place

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
FINGERPRINT = "servandaFinding/v1"
"""Under this name stands the id of a finding, which survives edits elsewhere."""

Json = dict[str, Any]


def render(sheets: Sequence[Sheet], registry: Registry) -> str:
    """One run with the findings of all files; the rules are the slugs."""
    rules = list(registry)
    places = {slug.name: place for place, slug in enumerate(rules)}
    driver = {"name": "Servanda", "semanticVersion": __version__, "rules": [_rule(slug) for slug in rules]}
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(each, sheet, places) for sheet in sheets for each in sheet.report.findings],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2, ensure_ascii=False) + "\n"


def _rule(slug: Slug) -> Json:
    return {
        "id": slug.name,
        "shortDescription": {"text": slug.meaning},
        "help": {"text": f"servanda explain {slug.name}", "markdown": f"`servanda explain {slug.name}`"},
        "properties": {"tags": [slug.family.value]},
    }


def _result(finding: Finding, sheet: Sheet, places: dict[str, int]) -> Json:
    made: Json = {
        "ruleId": finding.slug,
        "ruleIndex": places[finding.slug],
        "level": finding.severity.value,
        "message": {"text": _message(finding)},
        "locations": [_location(finding.place, clauses=finding.clauses[:1])] if finding.place.file else [],
        "partialFingerprints": {FINGERPRINT: finding.id},
        "properties": {"answer": finding.answer.kind.value, "usableBy": list(finding.usable_by)},
    }
    if finding.labels:
        made["relatedLocations"] = [
            _location(label.place, label.remark, number) for number, label in enumerate(finding.labels)
        ]
    if finding.story:
        made["codeFlows"] = [{"threadFlows": [{"locations": list(_flow(finding, sheet))}]}]
    if finding.accepted is not None:
        made["suppressions"] = [_suppression(finding)]
    return made


def _message(finding: Finding) -> str:
    """The headline alone stands first; what follows says why, how sure that is, and the ways out."""
    only = (f"Only under {finding.reading}.",) if finding.reading else ()
    sure = (f"Assumes: {assumed(finding.answer)}", f"Checked: {checked(finding.answer)}")
    hints = (f"Hint: {hint_words(finding, hint)}" for hint in finding.hints)
    return "\n".join([finding.headline, *only, *finding.why, *(() if finding.is_problem else sure), *hints])


def _location(place: Place, said: str = "", number: int | None = None, clauses: Iterable[str] = ()) -> Json:
    made: Json = {} if number is None else {"id": number}
    made["physicalLocation"] = {"artifactLocation": {"uri": _uri(place.file)}, "region": _region(place)}
    named = [{"name": f"clause {clause}", "kind": "element"} for clause in clauses]
    made |= {"logicalLocations": named} if named else {}
    return made | ({"message": {"text": said}} if said else {})


def _uri(file: str) -> str:
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _region(place: Place) -> Json:
    return {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": place.end_column,
    }


def _flow(finding: Finding, sheet: Sheet) -> Iterable[Json]:
    """The story as a flow: each step with the clause that orders, allows or forbids it, if any does."""
    for number, step in enumerate(finding.story, start=1):
        place = sheet.clauses.get(step.clause) if step.clause else None
        said = {"message": {"text": _told(step)}}
        location = _location(place) | said if place is not None else said
        yield {"location": location, "executionOrder": number, "kinds": [step.status.value]}


def _told(step: StoryStep) -> str:
    when = f"Day {step.day}{f' ({step.date})' if step.date else ''}"
    right = right_of(step)
    return f"{when}: {step.event}{f' [{right}]' if right else ''}"


def _suppression(finding: Finding) -> Json:
    because = finding.accepted.because if finding.accepted else ""
    return {
        "kind": "inSource",
        "status": "underReview" if counts(finding) else "accepted",
        "justification": because,
    }
