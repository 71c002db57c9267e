"""How well and how fast articles are read, against annotated sets that lie outside the project.

`python benchmarks/read/run.py FOLDER [--split dev]`: FOLDER holds `polnear/`, `tempeval/AQUAINT/`, `seed-article.txt`,
`seed-gold.json` and the scorer `score.py` with `polnear_io.py`. Whatever is absent is left out, and said to be. The
figures go to standard output and to `benchmarks/read/results.md`, whose notes are kept.
"""

from __future__ import annotations

import argparse
import html
import importlib.util
import json
import re
import tempfile
import time
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any

from servanda.desk.article import Article
from servanda.desk.cache import key_of, open_cache
from servanda.desk.tagger import open_tagger
from servanda.reading.account import Account
from servanda.reading.article import read_text
from servanda.reading.assemble import Tagger
from servanda.reading.dates import find_dates
from servanda.reading.from_spacy import load_parser
from servanda.reading.plover import VERBAL, event_of
from servanda.reading.tree import Block, Parser

RESULTS = Path(__file__).with_name("results.md")
FULL = "full_triple(content≥.5,source≥.5,cue overlap)"
WORDS = 750
Row = tuple[str, str, str]


def main() -> None:
    """Measure what is there and write the table."""
    options = argparse.ArgumentParser(description="Measure reading.")
    options.add_argument("folder", type=Path)
    options.add_argument("--split", default="dev")
    options.add_argument("--tagger", default=None, help="a tagger to measure besides the rules")
    given = options.parse_args()
    parser = load_parser()
    rows = [*polnear(given.folder, given.split, parser), *seed(given.folder, parser)]
    rows += [*plover(given.folder, parser), *dates(given.folder)]
    if given.tagger is not None:
        chooser = open_tagger(given.tagger).chooser
        tagged = [*polnear(given.folder, given.split, parser, chooser), *seed(given.folder, parser, chooser)]
        rows += [(f"with a tagger: {name}", value, of) for name, value, of in tagged]
    lines = ["# Reading, measured", "", "| measure | value | of |", "|---|---|---|"]
    lines += [f"| {name} | {value} | {of} |" for name, value, of in rows]
    before = RESULTS.read_text(encoding="utf-8") if RESULTS.exists() else ""
    notes = before[before.find("\n## Notes") :] if "\n## Notes" in before else ""
    RESULTS.write_text("\n".join(lines) + "\n" + notes, encoding="utf-8")
    print("\n".join(lines))


def module(path: Path) -> ModuleType:
    """Load a scorer that lies outside the project."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    loaded = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(loaded)
    return loaded


def predicted(account: Account, nested: bool) -> list[dict[str, list[tuple[int, int]]]]:
    """The statements in the scorer's shape: all of them, or those that are nested in nothing."""
    return [
        {"source": list(item.source_spans), "cue": list(item.cue_spans), "content": list(item.content_spans)}
        for item in account.statements
        if nested or item.parent is None
    ]


def polnear(folder: Path, split: str, parser: Parser, tagger: Tagger | None = None) -> Iterator[Row]:
    """Full triple on one split, recall by kind, and articles a second on one core."""
    if not (folder / "polnear" / split).is_dir():
        yield "PolNeAR", "skipped", "the folder is not there"
        return
    docs: list[dict[str, Any]] = module(folder / "polnear_io.py").load(split)
    accounts = [read_text(doc["text"], parser, None, tagger=tagger) for doc in docs]
    scored = module(folder / "score.py").score(docs, [predicted(one, nested=False) for one in accounts])
    yield f"PolNeAR {split}, full triple F1", str(scored[FULL]["F"]), f"{len(docs)} articles"
    yield f"PolNeAR {split}, content F1", str(scored["rel_content≥.5"]["F"]), f"{len(docs)} articles"
    for kind, (number, recall) in sorted(scored["recall_by_kind"].items()):
        yield f"PolNeAR {split}, recall {kind}", str(recall), f"{number} attributions"
    yield from speed([doc["text"] for doc in docs], parser, tagger)


def speed(texts: Sequence[str], parser: Parser, tagger: Tagger | None = None) -> Iterator[Row]:
    """Articles of 750 words a second, read one after another."""
    running = " ".join(texts).split(" ")
    articles = [" ".join(running[at : at + WORDS]) for at in range(0, min(len(running), 60 * WORDS), WORDS)]
    begun, worked = time.perf_counter(), time.process_time()
    accounts = [read_text(article, parser, date(2024, 1, 1), tagger=tagger) for article in articles]
    wall, work = time.perf_counter() - begun, time.process_time() - worked
    yield "articles of 750 words a second, one process", f"{len(articles) / wall:.1f}", f"{len(articles)} articles"
    yield "the same by processor time, two cores", f"{2 * len(articles) / work:.1f}", "what a quiet machine gives"
    with tempfile.TemporaryDirectory() as folder:
        cache = open_cache(f"{folder}/accounts.sqlite")
        keys = [key_of(Article("", article), None, "model") for article in articles]
        cache.keep(zip(keys, accounts, strict=True))
        begun = time.perf_counter()
        again = cache.known([key_of(Article("", article), None, "model") for article in articles])
        rate = len(again) / (time.perf_counter() - begun)
        cache.close()
    yield "articles a second, read before", f"{rate:.0f}", "from the cache, one process"


def seed(folder: Path, parser: Parser, tagger: Tagger | None = None) -> Iterator[Row]:
    """The article the project began with: statements at the top, and nested ones too; dates."""
    if not (folder / "seed-gold.json").exists():
        yield "seed article", "skipped", "the file is not there"
        return
    with (folder / "seed-article.txt").open(encoding="utf-8", newline="") as file:
        text = file.read()
    gold = json.loads((folder / "seed-gold.json").read_text(encoding="utf-8"))
    account = read_text(text, parser, date.fromisoformat(gold["document"]["publication_date"]), tagger=tagger)
    score = module(folder / "score.py").score
    for name, nested in (("top level", False), ("with nesting", True)):
        wanted = [_gold(one) for one in gold["statements"] if nested or not one.get("parent")]
        scored = score([{"text": text, "atts": wanted}], [predicted(account, nested)])
        yield f"seed, full triple F1, {name}", str(scored[FULL]["F"]), f"{len(wanted)} statements"
    found = {(one.span, one.value) for one in account.dates}
    right = sum(((one["span"]["start"], one["span"]["end"]), one["value"]) in found for one in gold["dates"])
    yield "seed, dates right", str(right), f"{len(gold['dates'])} dates"


def plover(folder: Path, parser: Parser) -> Iterator[Row]:
    """The class of the main event of sentences labelled with one of PLOVER's verbal classes."""
    file = folder.parent / "data" / "PLOVER_GSR_CAMEO.json"
    if not file.exists():
        yield "PLOVER verbal classes", "skipped", "the file is not there"
        return
    older = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE"}
    records = [each for each in json.loads(file.read_text(encoding="utf-8")) if each["event"] != "DOCUMENT"]
    wanted = [older.get(each["event"], each["event"]) for each in records]
    trees = parser([Block(0, " ".join(each["text"].split())) for each in records])
    told = [next((c for s, e in tree.sentences if (c := event_of(tree, s, e))), None) for tree in trees]
    pairs = [(gold, mine) for gold, mine in zip(wanted, told, strict=True) if gold in VERBAL]
    right = sum(gold == mine for gold, mine in pairs)
    yield "PLOVER, eight verbal classes, % right", f"{100 * right / len(pairs):.1f}", f"{len(pairs)} sentences"


def _gold(one: dict[str, Any]) -> dict[str, list[tuple[int, int]]]:
    source = one["source_span"]
    return {
        "source": [(source["start"], source["end"])] if source else [],
        "cue": [(span["start"], span["end"]) for span in one["cue_spans"]],
        "content": [(span["start"], span["end"]) for span in one["content_spans"]],
    }


def dates(folder: Path) -> Iterator[Row]:
    """Values of dates and times (not durations, not sets), by overlap of the words and equality of the value."""
    files = sorted((folder / "tempeval" / "AQUAINT").glob("*.tml"))
    if not files:
        yield "AQUAINT dates", "skipped", "the folder is not there"
        return
    right = found = wanted = 0
    for file in files:
        published, text, gold = timeml(file.read_text(encoding="utf-8", errors="replace"))
        mine = list(find_dates(text, published))
        found, wanted = found + len(mine), wanted + len(gold)
        for start, end, value in gold:
            touching = [one for one in mine if one.span[0] < end and start < one.span[1]]
            if touching and normal(touching[0].value) == normal(value):
                right += 1
                mine.remove(touching[0])
    yield "AQUAINT, date values F1", f"{200 * right / (found + wanted):.1f}", f"{wanted} dates, `now` included"


def timeml(source: str) -> tuple[date, str, list[tuple[int, int, str]]]:
    """The day of publication, the bare text and the marked dates of a TimeML file."""
    day = re.search(r'<DCT>.*?value="(\d{4}-\d\d-\d\d)', source, re.DOTALL)
    body = re.search(r"<TEXT>(.*?)</TEXT>", source, re.DOTALL)
    if day is None or body is None:
        raise ValueError("not a TimeML file")
    text, gold, place, opened, kept = "", [], 0, 0, ""
    for tag in re.finditer(r"<(/?)(\w+)([^>]*)>", body.group(1)):
        text += html.unescape(body.group(1)[place : tag.start()])
        place = tag.end()
        if tag.group(2) == "TIMEX3" and not tag.group(1):
            opened, kept = len(text), tag.group(3)
        elif tag.group(2) == "TIMEX3" and re.search(r'type="(?:DATE|TIME)"', kept):
            gold.append((opened, len(text), re.findall(r'value="([^"]*)"', kept)[0]))
    return date.fromisoformat(day.group(1)), text + html.unescape(body.group(1)[place:]), gold


def normal(value: str) -> str:
    """A value to the day, with two figures for a week and without parts left open."""
    value = value.split("T", maxsplit=1)[0] if re.match(r"\d{4}-\d\d-\d\dT", value) else value
    return re.sub(r"W(\d)$", r"W0\1", value).replace("-XX", "")


if __name__ == "__main__":
    main()
