"""Many articles in one file - JSON lines, CSV or Parquet - with columns ``text`` and perhaps ``id``, ``published``."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from pathlib import Path

from servanda.desk.article import Article, UnreadableError

TABLE_TYPES = frozenset([".jsonl", ".ndjson", ".csv", ".parquet"])


def rows(path: Path) -> Iterator[Article]:
    """The articles of a table, in its order; raises `UnreadableError` with the reason."""
    readers = {".csv": _csv, ".parquet": _parquet}
    for number, row in enumerate(readers.get(path.suffix.lower(), _json_lines)(path), 1):
        text = row.get("text")
        if not isinstance(text, str):
            raise UnreadableError(f"{path}: row {number} has no column “text” with words.")
        name = row.get("id")
        yield Article(
            f"{path}#{name if name not in (None, '') else number}", text, _day(row.get("published"), path, number)
        )


def _json_lines(path: Path) -> Iterator[Mapping[str, object]]:
    with path.open(encoding="utf-8-sig", newline="\n") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    row = json.loads(line)
                except ValueError as error:
                    raise UnreadableError(f"{path}: line {number} is no JSON: {error}.") from error
                yield row if isinstance(row, dict) else {}


def _csv(path: Path) -> Iterator[Mapping[str, object]]:
    csv.field_size_limit(min(sys.maxsize, 2**31 - 1))
    with path.open(encoding="utf-8-sig", newline="") as file:
        yield from csv.DictReader(file)


def _parquet(path: Path) -> Iterator[Mapping[str, object]]:
    try:
        from pyarrow import ArrowException, parquet  # noqa: PLC0415 - an extra, needed for Parquet only
    except ImportError as error:
        raise UnreadableError(f'{path} is Parquet: reading it needs `pip install "servanda[tables]"`.') from error
    try:
        with parquet.ParquetFile(path) as table:
            names = [name for name in ("id", "published", "text") if name in table.schema_arrow.names]
            for batch in table.iter_batches(batch_size=512, columns=names):
                yield from batch.to_pylist()
    except (ArrowException, OSError) as error:
        raise UnreadableError(f"{path} is no Parquet file that can be read: {error}.") from error


def _day(value: object, path: Path, number: int) -> date | None:
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return value.date()
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value)[:10])
    except ValueError as error:
        raise UnreadableError(f"{path}: row {number}: {value!r} is no day of the calendar.") from error
