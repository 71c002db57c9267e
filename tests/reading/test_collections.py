"""Many articles: tables, the cache, going on after a stop, pages and papers."""

from __future__ import annotations

import csv
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.reading.parsing import parser

from servanda.cli.main import cli
from servanda.desk import cache as kept
from servanda.desk.article import Article, UnreadableError
from servanda.desk.articles import articles, one_article
from servanda.desk.cache import key_of, open_cache
from servanda.desk.read import read_paths, read_rows
from servanda.desk.tables import rows
from servanda.reading.account import Account
from servanda.reading.article import read_text
from servanda.reading.lines import is_wrapped
from servanda.reading.span import words

DAY = date(2031, 6, 2)
TEXTS = [f"Norvia rejects draft {number}, Foreign Minister Ilka Dorn said on Monday." for number in range(6)]


def _row(number: int) -> dict[str, str]:
    return {"id": f"a{number}", "published": "2031-06-02", "text": TEXTS[number]}


@pytest.fixture
def table(tmp_path: Path) -> Path:
    file = tmp_path / "articles.jsonl"
    file.write_text("".join(f"{json.dumps(_row(number))}\n" for number in range(len(TEXTS))), encoding="utf-8")
    return file


def test_lines_of_json_csv_and_parquet_hold_the_same_articles(table: Path, tmp_path: Path) -> None:
    from pyarrow import Table, parquet

    listed = [json.loads(line) for line in table.read_text(encoding="utf-8").splitlines()]
    with (tmp_path / "articles.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, ["id", "published", "text"])
        writer.writeheader()
        writer.writerows(listed)
    parquet.write_table(Table.from_pylist(listed), tmp_path / "articles.parquet")
    found = [
        [(one.text, one.published) for one in rows(tmp_path / f"articles.{kind}")]
        for kind in ("jsonl", "csv", "parquet")
    ]
    assert found[0] == found[1] == found[2] == [(text, DAY) for text in TEXTS]


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.jsonl", "{not json}\n", "is no JSON"),
        ("a.jsonl", '{"words": "x"}\n', "no column “text”"),
        ("a.jsonl", '{"text": "x", "published": "soon"}\n', "no day of the calendar"),
        ("a.parquet", "nothing", "is no Parquet file"),
        ("a.pdf", "%PDF-1.4 broken", "damaged PDF"),
        ("a.html", "<html><body></body></html>", "no article text"),
    ],
)
def test_what_cannot_be_read_is_said(tmp_path: Path, name: str, content: str, message: str) -> None:
    parser()
    (tmp_path / name).write_text(content, encoding="utf-8")
    with pytest.raises(UnreadableError, match=message):
        list(articles(str(tmp_path / name)))


def test_a_second_reading_takes_everything_from_the_cache(
    table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    parser()
    file = str(tmp_path / "cache" / "accounts.sqlite")
    first = [one.account for one in read_paths([str(table)], None, cache_file=file)]
    monkeypatch.setattr("servanda.desk.read._read", lambda *_, **__: pytest.fail("it was read again"))
    assert [one.account for one in read_paths([str(table)], None, cache_file=file)] == first


def test_a_run_that_was_stopped_goes_on(table: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    parser()
    monkeypatch.setattr("servanda.desk.read.BATCH", 2)
    file, seen = str(tmp_path / "accounts.sqlite"), list[str]()
    run = read_paths([str(table)], None, cache_file=file)
    stopped = [next(run).account for _ in range(3)]
    run.close()  # type: ignore[attr-defined]

    def noted(text: str, *rest: Any) -> Account:
        seen.append(text)
        return read_text(text, *rest)

    monkeypatch.setattr("servanda.desk.read.read_text", noted)
    whole = [one.account for one in read_paths([str(table)], None, cache_file=file)]
    assert whole[:3] == stopped
    assert seen == TEXTS[3:]


def test_another_day_model_code_or_byline_is_another_key(monkeypatch: pytest.MonkeyPatch) -> None:
    article = Article("a", TEXTS[0])
    keys = {key_of(article, None, "m"), key_of(article, DAY, "m"), key_of(article, None, "other")}
    keys |= {key_of(Article("a", TEXTS[0], byline="X"), None, "m"), key_of(Article("a", TEXTS[0], DAY), None, "m")}
    monkeypatch.setattr(kept, "code_digest", lambda: "another version")
    keys.add(key_of(article, None, "m"))
    assert len(keys) == 6
    assert key_of(article, None, "m") == key_of(Article("another name", TEXTS[0]), None, "m")


def test_a_damaged_entry_is_read_anew(tmp_path: Path) -> None:
    parser()
    cache = open_cache(str(tmp_path / "accounts.sqlite"))
    cache.connection.execute("INSERT INTO accounts VALUES (?, ?)", (b"key", b"nonsense"))
    assert cache.known([b"key"]) == {}
    cache.close()


def test_rows_become_lines_for_an_engine_that_spreads_them() -> None:
    parser()
    (made,) = read_rows([{"id": 7, "text": TEXTS[0], "published": DAY}])
    assert json.loads(made)["document"]["file"] == "7"
    assert json.loads(made)["statements"][0]["speaker"] == "Ilka Dorn"


PAGE = """\
<!DOCTYPE html><html lang="en"><head><title>No truce without observers, says Dorn | Canal Sul</title>
<meta property="og:site_name" content="Canal Sul"><meta name="author" content="Ana Prado">
<meta property="og:title" content="No truce without observers, says Dorn">
<meta property="article:published_time" content="2031-06-03T08:00:00Z"></head>
<body><nav><a href="/">Home</a> <a href="/world">World</a></nav><article>
<h1>No truce without observers, says Dorn</h1>
<p>Norvia will not accept a truce without observers, Foreign Minister Ilka Dorn said on Monday.</p>
<p>“A ceasefire nobody watches is a pause to reload,” she told reporters in Halden.</p>
<p>Keldar has ruled out foreign observers on its soil and insists that both armies report to a joint commission.</p>
<p>Translated from Portuguese by Rui Alves.</p></article>
<footer>Subscribe to our newsletter. All rights reserved.</footer></body></html>
"""


def test_a_saved_page_tells_publisher_author_day_and_translation(tmp_path: Path) -> None:
    parser()
    file = tmp_path / "page.html"
    file.write_text(PAGE, encoding="utf-8")
    (taken,) = read_paths([str(file)], None)
    document = taken.account.document
    assert (document.publisher, document.byline, document.published) == ("Canal Sul", "Ana Prado", date(2031, 6, 3))
    assert (document.published_from, document.translated_from) == ("text", "pt")
    assert [relay.who for relay in taken.account.statements[0].via][:2] == ["Canal Sul", "Rui Alves"]
    spoken = {item.speaker for item in taken.account.statements}
    assert {"Ilka Dorn", "Keldar"} <= spoken
    assert "Ana Prado" not in spoken
    assert "newsletter" not in document.text


def test_a_paper_is_read_across_its_line_ends(tmp_path: Path) -> None:
    parser()
    file = tmp_path / "paper.pdf"
    lines = [
        "Norvia will not accept a truce without",
        "observers, Foreign Minister Ilka Dorn told the joint com-",
        "mission of both governments on Monday.",
        "Keldar has ruled out foreign observers on",
        "its soil, said its Prime Minister Osan Breck.",
        "1",
        "",
    ]
    file.write_bytes(pdf(lines))
    article = one_article(file)
    assert "commission of both" in article.text
    account = read_text(article.text, parser(), DAY)
    outer = [item for item in account.statements if item.parent is None]
    told = {item.speaker: words(article.text, item.content_spans) for item in outer}
    assert told["Ilka Dorn"] == "Norvia will not accept a truce without observers"


def pdf(lines: list[str]) -> bytes:
    """A PDF of one page with some lines of text, written by hand."""
    shown = "".join(f"({line}) Tj T* " for line in lines).encode("latin-1")
    stream = b"BT /F1 12 Tf 14 TL 72 720 Td " + shown + b"ET"
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R"
        b" /Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%b\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", list[int]()
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%b\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(parts) + 1, len(body))
    return body + b"xref\n0 %d\n0000000000 65535 f \n" % (len(parts) + 1) + table + end


def test_lines_broken_at_a_width_are_told_from_paragraphs() -> None:
    wrapped = "Norvia will not\naccept a truce\nwithout observers,\nits minister said.\n"
    assert is_wrapped(wrapped)
    assert not is_wrapped("Norvia rejects.\nKeldar agrees.\nVelmark waits.\nTamora hopes.\n")
    assert read_text(wrapped, parser(), DAY).document.text == wrapped


def test_the_command_writes_lines_of_json_to_a_file(table: Path, tmp_path: Path) -> None:
    parser()
    out = tmp_path / "out.jsonl"
    result = CliRunner().invoke(cli, ["read", str(table), "--format", "jsonl", "-o", str(out)])
    assert (result.exit_code, result.output) == (0, "")
    assert len(out.read_text(encoding="utf-8").splitlines()) == len(TEXTS)
