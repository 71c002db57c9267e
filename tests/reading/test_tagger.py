"""A tagger of one's own: taught with annotated texts, written as ONNX, added to the rules."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from importlib.util import find_spec
from pathlib import Path

import pytest
from click.testing import CliRunner
from tests.reading.parsing import account_of, parser
from tests.reading.reports import FOLDER, labelled

from servanda.cli.main import cli
from servanda.desk.polnear import PolnearError, annotated
from servanda.desk.read import read_paths
from servanda.desk.tagger import TaggerError, open_tagger
from servanda.reading.article import read_text
from servanda.reading.span import words
from servanda.reading.tagging.choose import CONTENT, CUE, Chooser


def needs_onnx() -> None:
    """Without the extra `reader` the test is skipped, but on a build server it fails."""
    parser()
    missing = [name for name in ("onnx", "onnxruntime") if find_spec(name) is None]
    if missing and os.environ.get("CI") == "true":
        pytest.fail(f"{missing} not installed")
    if missing:
        pytest.skip(f'{", ".join(missing)} not installed; pip install "servanda[reader]"')


@pytest.fixture(scope="module")
def marked_texts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's own reports in the files of PolNeAR: outermost statements whose words stand in one piece."""
    folder = tmp_path_factory.mktemp("annotated")
    (folder / "text").mkdir()
    (folder / "attributions").mkdir()
    for path in sorted(FOLDER.glob("*.txt"))[:24]:
        report = labelled(path.stem, path.read_text(encoding="utf-8"))
        (folder / "text" / path.name).write_text(report.text, encoding="utf-8", newline="")
        lines = list[str]()
        for one in report.said:
            at = report.text.find(one.content.split(" … ")[0])
            cue = report.text.find(one.cue.split(" … ")[0])
            source = report.text.find(one.speaker.split("; ")[0])
            if one.parent or min(at, cue, source) < 0:
                continue
            spans = (("Source", source, one.speaker), ("Cue", cue, one.cue), ("Content", at, one.content))
            marks = [f"T{len(lines) * 3 + n}" for n in range(3)]
            lines.append("\n".join(
                [f"{mark}\t{kind} {start} {start + len(said)}\t{said}" for mark, (kind, start, said) in
                 zip(marks, spans, strict=True)]
                + [f"E{len(lines)}\tAttribution:T0 Source:{marks[0]} Cue:{marks[1]} Content:{marks[2]}"]
            ))  # fmt: skip
        (folder / "attributions" / f"{path.stem}_1.ann").write_text("\n".join(lines), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def tagger(marked_texts: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    needs_onnx()
    file = tmp_path_factory.mktemp("tagger") / "reader.onnx"
    result = CliRunner().invoke(cli, ["read", "train", "--polnear", str(marked_texts), "-o", str(file)])
    assert result.exit_code == 0, result.output
    assert "taught with 24 texts" in result.output
    return file


def test_what_people_marked_is_read_from_their_files(marked_texts: Path) -> None:
    first = annotated(str(marked_texts))[0]
    told = {words(first.text, one.content): words(first.text, one.source) for one in first.marked}
    assert told
    assert all(source and content for content, source in told.items())


def test_a_taught_tagger_adds_and_never_takes_away(tagger: Path) -> None:
    chooser = open_tagger(str(tagger)).chooser
    for path in sorted(FOLDER.glob("*.txt"))[24:34]:
        report = labelled(path.stem, path.read_text(encoding="utf-8"))
        ruled, both = account_of(report.text, report.published), read_text(report.text, parser(), None, tagger=chooser)
        cues = {item.cue_spans for item in both.statements}
        outer = [item for item in ruled.statements if item.parent is None and item.cue_spans not in cues]
        assert outer == []
        assert all(report.text[a:b].strip() for item in both.statements for a, b in item.content_spans)
        assert {item.by for item in both.statements} <= {"rules", "tagger"}


def test_the_file_decides_the_same_each_time_and_the_cache_knows_it(tagger: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.txt"
    article.write_text("Norvia rejects the draft, Foreign Minister Ilka Dorn said on Monday.", encoding="utf-8")
    made = [CliRunner().invoke(cli, ["read", str(article), "--tagger", str(tagger), "--format", "json"]) for _ in "ab"]
    assert made[0].exit_code == 0, made[0].output
    assert made[0].output == made[1].output
    assert json.loads(made[0].output)["statements"][0]["speaker"] == "Ilka Dorn"
    cache = str(tmp_path / "accounts.sqlite")
    for used in (None, str(tagger), None, str(tagger)):
        list(read_paths([str(article)], None, cache_file=cache, tagger=used))
    from servanda.desk.cache import open_cache

    kept = open_cache(cache)
    assert kept.connection.execute("SELECT count(*) FROM accounts").fetchone() == (2,)
    kept.close()


def test_a_scorer_that_believes_everything_adds_what_rules_do_not_find() -> None:
    text = "The army mapped the valley, and its general pictured an easy winter."

    def sure(rows: Sequence[Sequence[int]], asks: Sequence[int]) -> Sequence[float]:
        return [9.0 if ask in (CUE, CONTENT) else 1.0 for ask, _ in zip(asks, rows, strict=True)]

    account = read_text(text, parser(), None, tagger=Chooser(sure, 0.01))
    assert {words(text, item.cue_spans) for item in account.statements if item.by == "tagger"} >= {"mapped", "pictured"}
    assert all(0.01 <= item.confidence <= 1 for item in account.statements if item.by == "tagger")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["read", "train"], "To teach a tagger"),
        (["read", "train", "--polnear", ".", "-o", "nowhere/x.onnx"], "nowhere/x.onnx cannot be written"),
    ],
)
def test_wrong_input_says_the_way_out(arguments: list[str], message: str) -> None:
    needs_onnx()
    result = CliRunner().invoke(cli, arguments)
    assert (result.exit_code, message in result.output) == (2, True), result.output


def test_a_file_that_is_no_tagger_and_a_folder_without_texts_are_refused(tmp_path: Path) -> None:
    needs_onnx()
    (tmp_path / "x.onnx").write_bytes(b"nothing")
    with pytest.raises(TaggerError, match="no tagger"):
        open_tagger(str(tmp_path / "x.onnx"))
    with pytest.raises(PolnearError, match="holds no folders"):
        annotated(str(tmp_path))
    (tmp_path / "text").mkdir()
    (tmp_path / "attributions").mkdir()
    with pytest.raises(PolnearError, match="no text with attributions"):
        annotated(str(tmp_path))
