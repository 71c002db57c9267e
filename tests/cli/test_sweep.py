"""A sweep says the same whoever does the work, and leaves nothing out."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

import pytest

from servanda.cli import main
from servanda.desk.sweep import COMPLIANCE, COOPERATION, Line, Variant, over_processes, sweep, variants
from servanda.text import Source

DRAFT = """agreement "A draft"
  takes effect 2025-01-10 00:00 in UTC
  lasts 180 days

use security

party A "Arland"
party B "Borland"

battle tanks of each Party = 400 tanks at signature

clause 1 "Ceilings"
  each Party shall keep its battle tanks at or below [A: 500 | B: 700] tanks

interest of A "not weaker":
  battle tanks of B never exceed 1.5 times battle tanks of A

interest of B "not weaker":
  battle tanks of A never exceed 1.5 times battle tanks of B
"""


def _drafts() -> list[Source]:
    truce = Path(__file__).parent.parent.parent / "benchmarks" / "w2c-ceilings.pact"
    return [Source("draft.pact", DRAFT), Source("truce.pact", truce.read_text(encoding="utf-8"))]


def test_every_draft_option_interest_and_conduct_is_there() -> None:
    lines = sweep([Source("draft.pact", DRAFT)])
    compliance = {(line.label != "", line.of): line.answer for line in lines if line.conduct == COMPLIANCE}
    assert compliance == {
        (False, "A"): "proved", (False, "B"): "proved", (True, "A"): "found", (True, "B"): "found",
    }  # fmt: skip
    assert {line.conduct for line in lines} == {COOPERATION, COMPLIANCE, "A", "B"}


def test_a_pool_of_processes_says_what_one_says() -> None:
    with over_processes(2) as spread:
        assert sweep(_drafts(), spread) == sweep(_drafts())


def test_a_cluster_of_two_workers_says_what_one_process_says() -> None:
    """The sweep unchanged on Dask (extra `engine`); without it the test is skipped, and on a build server it fails."""
    missing = [name for name in ("dask", "distributed") if find_spec(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} not installed")
    if missing:
        pytest.skip(f'{", ".join(missing)} not installed; pip install "servanda[engine]"')
    engine = import_module("distributed")

    with (
        engine.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        engine.Client(cluster) as client,
    ):
        assert len(client.scheduler_info(n_workers=-1)["workers"]) == 2
        spread = sweep(_drafts(), lambda work, given: client.gather(client.map(work, given)))
    assert spread == sweep(_drafts())


def test_the_order_in_which_the_work_is_done_does_not_matter() -> None:
    def backwards(work: Callable[[Variant], tuple[Line, ...]], given: Sequence[Variant]) -> list[tuple[Line, ...]]:
        return [work(variant) for variant in reversed(given)][::-1]

    assert sweep(_drafts(), backwards) == sweep(_drafts())


def test_what_cannot_be_read_has_no_variants() -> None:
    assert variants(Source("empty.pact", "")) == ()
    assert sweep([Source("empty.pact", "")]) == ()


def test_the_command_tells_the_table_and_refuses_what_it_cannot_read(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft.pact").write_text(DRAFT, encoding="utf-8")
    (tmp_path / "empty.pact").write_text("", encoding="utf-8")
    assert main.run(["sweep", str(tmp_path / "draft.pact")]) == 0
    said = capsys.readouterr().out
    assert "A “not weaker”, compliance: holds\n" in said
    assert "A “not weaker”, compliance: can fail on day " in said
    assert main.run(["sweep", str(tmp_path / "draft.pact"), str(tmp_path / "empty.pact")]) == 2
    assert "empty-text" in capsys.readouterr().out
