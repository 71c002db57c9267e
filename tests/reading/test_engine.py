"""Many articles on an engine that spreads rows over workers, and a run that was killed."""

from __future__ import annotations

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import pytest
from tests.reading.parsing import parser
from tests.reading.reports import reports

from servanda.desk import read as desk
from servanda.desk.read import read_paths, read_rows
from servanda.reading.article import read_text

ROWS: list[dict[str, object]] = [
    {"id": report.name, "text": report.text, "published": report.published.isoformat()} for report in reports()[:12]
]


def needs_engine() -> None:
    """Without the extra `engine` the test is skipped, but on a build server it fails."""
    parser()
    missing = [name for name in ("dask", "distributed") if find_spec(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} not installed")
    if missing:
        pytest.skip(f'{", ".join(missing)} not installed; pip install "servanda[engine]"')


def test_two_workers_read_the_same_as_one_process() -> None:
    needs_engine()
    bag, engine = import_module("dask.bag"), import_module("distributed")

    alone = list(read_rows(ROWS))
    with (
        engine.LocalCluster(n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None) as cluster,
        engine.Client(cluster) as client,
    ):
        parts = bag.from_sequence(ROWS, npartitions=4).map_partitions(lambda part: list(read_rows(part)))
        spread = parts.compute(scheduler=client)
        assert len(client.scheduler_info(n_workers=-1)["workers"]) == 2
    assert spread == alone
    assert [json.loads(line)["document"]["file"] for line in spread] == [row["id"] for row in ROWS]


KILLED = """
import sys
from servanda.desk import read
read.BATCH = 4
for taken in read.read_paths([sys.argv[1]], None, cache_file=sys.argv[2]):
    pass
"""


def test_a_run_that_is_killed_goes_on_where_it_stopped(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parser()
    table, cache = tmp_path / "articles.jsonl", tmp_path / "accounts.sqlite"
    rows = [{**row, "id": f"{row['id']}-{copy}", "text": f"{row['text']}\n{copy}"} for copy in range(6) for row in ROWS]
    table.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    run = subprocess.Popen([sys.executable, "-c", KILLED, str(table), str(cache)])
    while run.poll() is None and not _kept(cache):
        time.sleep(0.02)
    run.send_signal(signal.SIGKILL)
    run.wait()
    kept = _kept(cache)
    assert 0 < kept < len(rows)
    anew = list[str]()
    whole = read_text

    def noted(text: str, *rest: Any) -> Any:
        anew.append(text)
        return whole(text, *rest)

    monkeypatch.setattr(desk, "read_text", noted)
    names = [one.article.name.partition("#")[2] for one in read_paths([str(table)], None, cache_file=str(cache))]
    assert names == [row["id"] for row in rows]
    assert anew == [row["text"] for row in rows[kept:]]


def _kept(cache: Path) -> int:
    """How many accounts a cache holds; none while it is being made."""
    try:
        with sqlite3.connect(f"file:{cache}?mode=ro", uri=True) as connection:
            return int(connection.execute("SELECT count(*) FROM accounts").fetchone()[0])
    except sqlite3.Error:
        return 0
