"""Texts no editor ever sent, by the thousand: whatever fails, or points outside the text, is counted and shown.

`python -m benchmarks.read.mutated NUMBER [--tagger FILE]`: the project's own reports, cut, turned, doubled, filled with
unbalanced quotes, other scripts and marks, with any day of publication; the same texts for the same number.
"""

from __future__ import annotations

import argparse
import random
import re
from datetime import date
from pathlib import Path

from servanda.cli.layout import Style
from servanda.cli.render_reading import render
from servanda.desk.tagger import open_tagger
from servanda.reading.article import read_text
from servanda.reading.from_spacy import load_parser

REPORTS = Path(__file__).parents[2] / "tests" / "reading" / "reports"
JUNK = (
    "“", "”", '"', "«", "[", "]", "(", "\n", "\n\n", "\t", "🙂", "\u202e", "\u200b", "مرحبا", "שלום", "停火", "\0",
    "\ud800", "said", "according to", "’s", "(26)", "—", "Trump: “", ": ", "? ", ". .", "QUESTION: ", "no comment",
    " " * 50, "a" * 300,
)  # fmt: skip
DAYS = (None, date(2031, 1, 1), date.min, date.max, date(2000, 2, 29))


def mutated(texts: list[str], chance: random.Random) -> str:
    """One text with a few pieces cut, turned or filled; sometimes without any blank, sometimes one endless line."""
    text = chance.choice(texts)
    for _ in range(chance.randint(1, 10)):
        start = chance.randint(0, len(text))
        end = min(len(text), start + chance.randint(0, 80))
        new = chance.choice((*JUNK, text[start:end][::-1], text[start:end] * 3, "", text[start:end].upper()))
        text = text[:start] + new + text[end:]
    shape = chance.random()
    if shape < 0.03:
        return re.sub(r"\s", "", text)
    return text.replace("\n", " ") * chance.randint(1, 4) if shape < 0.06 else text


def main() -> None:
    """Read as many as are asked for and say how many failed."""
    options = argparse.ArgumentParser(description="Read texts no editor ever sent.")
    options.add_argument("number", type=int)
    options.add_argument("--tagger", default=None)
    given = options.parse_args()
    texts = [path.read_text(encoding="utf-8").split("\n---\n")[1] for path in sorted(REPORTS.glob("*.txt"))]
    parser, chance = load_parser(), random.Random(20241226)  # noqa: S311 - texts, no secrets
    tagger = open_tagger(given.tagger).chooser if given.tagger else None
    failed = 0
    for number in range(given.number):
        text, day = mutated(texts, chance), chance.choice(DAYS)
        try:
            account = read_text(text, parser, day, tagger=tagger)
            spans = [
                span for one in account.statements for span in (*one.source_spans, *one.cue_spans, *one.content_spans)
            ]
            if account.document.text != text or not all(0 <= a < b <= len(text) for a, b in spans):
                raise ValueError("a place outside the text")
            render(account, "report.txt", Style(100))
        except Exception as error:
            failed += 1
            print(f"{number}: {type(error).__name__}: {error}: {text[:300]!r}", flush=True)
    print(f"{given.number} texts, {failed} failed")


if __name__ == "__main__":
    main()
