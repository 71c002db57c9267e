"""Reports to look at: the library, and an agreement whose every name is an attack."""

from __future__ import annotations

import contextlib
import io
import subprocess
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from tests.cli.test_render import TRUCE, build_up, full_report, place_of
from tests.documents import ROOT

from servanda import project
from servanda.cli import render_html
from servanda.cli.check import sheet_of
from servanda.cli.main import run
from servanda.cli.report.sheet import Sheet
from servanda.findings import Accepted, Answer, AnswerKind, StepStatus, StoryStep, make_report

AGREEMENTS = {
    name: ROOT / "agreements" / name / "agreement.pact"
    for name in ("weak-truce", "budapest-1994", "istanbul-draft-2022")
}

HOSTILE = """\
agreement "<script>alert('name')</script>"
  version 1
  extent full text
  status legally binding
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days
  deadlines inclusive

use security

party A "“><img src=x onerror=alert(1)>"
party B "`*_[x](javascript:alert(2))_*` & co"
third state W "</style></script><script>alert(3)</script>"

battle tanks of A = 400 tanks at signature
battle tanks of B = 400 tanks at signature

clause 1 "</pre><h1>Title</h1> ``` "
  > For 180 days each side refrains from <b onclick="alert(4)">armed attack</b> on the other. ```
  each Party shall refrain from armed attack on the other Party

interest of A "<iframe src=x>":
  battle tanks of B never exceed 1.5 times battle tanks of A
"""


@cache
def sheet(path: Path) -> Sheet:
    """A file with its report, named as a user in its folder would."""
    with contextlib.chdir(path.parent):
        source = project.read(path.name)
        assert isinstance(source, project.Source)
        return sheet_of(source, project.check(source, library=project.shipped_library()), "")


def page(*paths: Path) -> str:
    """The page on some files."""
    sheets = [sheet(path) for path in paths]
    shelf = len(sheets) > 1
    return render_html.render([replace(each, key=f"a{n}-" if shelf else "") for n, each in enumerate(sheets)])


def checking(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run `servanda check` in a folder, within this process."""
    said, complained = io.StringIO(), io.StringIO()
    with contextlib.chdir(cwd), contextlib.redirect_stdout(said), contextlib.redirect_stderr(complained):
        code = run(["check", *arguments])
    return subprocess.CompletedProcess(arguments, code, said.getvalue(), complained.getvalue())


def everything() -> Sheet:
    """A sheet with whatever a report may hold: a long story, every status, both ladders, what was accepted."""
    report = full_report()
    found = build_up()
    steps = tuple(
        StoryStep(
            day * day,
            ("Arland", "Borland; Westland", "")[day % 3],
            f"Step {day} is taken.",
            list(StepStatus)[day % len(StepStatus)],
            clause=("1", "2", None)[day % 3],
            date=f"2025-01-{day + 1:02}",
            changes={
                "tanks of Arland": 10 * day,
                "tonnes of Borland": 7,
                "limit on tanks of Arland": 150,
                "state": "open",
            },
        )
        for day in range(20)
    )
    long = replace(found, id="0" * 12, story=steps, reading="reading 2", answer=Answer(AnswerKind.GAVE_UP, detail="x"))
    stale = replace(found, accepted=Accepted("it was meant so", date(2025, 1, 1), stale=True))
    made = make_report(report.agreement, [*report.findings, long, stale], report.interests, report.duties)
    return Sheet(made, TRUCE, {"1": place_of("at expiry battle"), "2": place_of("A shall refrain")})
