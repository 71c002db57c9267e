"""A plain text laid out: every word is there, every number is the text's own, and the result can be read."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.agreement.reading import agreed

from servanda.agreement.coverage import waives_nothing
from servanda.files import shipped_library, templates
from servanda.plain.lay_out import lay_out
from servanda.project import read
from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import to_text
from servanda.text import Source

TEXTS = Path(__file__).resolve().parents[3] / "shared" / "texts"
TEXT = """Truce

The two sides, tired of war, have agreed as follows:

Article 1
Each side shall release "all" prisoners by 1 March 2025.

Article 2
1. Withdrawal of all foreign forces.
2. The sides shall (a) open roads; and (b) clear mines.

Annex A

1. The line runs from the sea to the hill.
"""


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def test_every_word_stands_under_its_number() -> None:
    out = lay_out(Source("truce.txt", TEXT))
    agreement = agreed(out)
    assert [clause.number for clause in agreement.clauses] == ["1", "2.1", "2.2", "annex A.1"]
    marked = {clause.number: [each.words for each in clause.quoted.aside] for clause in agreement.clauses}
    assert marked["1"] == ["Each side shall release ”all” prisoners by 1 March 2025"]
    assert marked["2.1"] == ["Withdrawal of all foreign forces"]
    assert [said for clause in agreement.clauses for said in waives_nothing(clause)] == []
    assert set(words(TEXT)) - {"Article", "Annex"} <= set(words(out))


def test_a_text_without_numbers_has_a_clause_a_paragraph() -> None:
    out = lay_out(Source("a.txt", "The sides shall leave.\n\nThe sides shall pay.\n"))
    assert [clause.number for clause in agreed(out).clauses] == ["0.1", "0.2"]


@pytest.mark.skipif(not TEXTS.is_dir(), reason="the texts of real agreements (../shared/texts) are not here")
@pytest.mark.parametrize(
    "name",
    ["minsk-ii-2015-02-12", "minsk-memorandum-2014-09-19", "south-sudan-coha-2017-12-21", "open-skies-1992-full"],
)
def test_a_real_text_is_laid_out_as_a_file_that_reads(name: str) -> None:
    source = read(str(TEXTS / f"{name}.txt"))
    assert isinstance(source, Source)
    out = lay_out(source)
    tree, faults = from_text(Source("a.pact", out))
    assert [each.headline for each in faults] == []
    assert to_text(from_text(Source("a.pact", to_text(tree)))[0]) == to_text(tree)
    if len(out) < 60_000:
        agreement = agreed(out)
        assert [said for clause in agreement.clauses for said in waives_nothing(clause)] == []
        assert sum(len(clause.quoted.aside) for clause in agreement.clauses) > 10


def test_templates_read_and_stand_in_the_one_layout() -> None:
    shipped_library()
    for source in templates().values():
        agreed(source.text)
        assert to_text(from_text(source)[0]) == source.text


LAID_OUT = {
    "initials": "Pact\n\n1. Term\nThe lease runs for two years.\n\n2. Signature\nA shall sign.\n\nSigned by\n\nIgor.\n"
    "\nV. Orlov (signed)\n",
    "roman": "FRAME\n\nI. ZONE\n\n1. The zone shall be set up.\n\nThe zone is new.\n\n2. It has a board.\n\n"
    "V. Orlov shall sign.\n\n(a) It’s paid.\n\nSigned by\nIgor.\nV. Orlov (signed)\n",
    "headings": "Pact\n\n1. A shall pay B.\n\nCHAPTER TWO\n\nRelease of all\n\n2. B shall free all.\n\nLast words\n",
    "letters": "Pact\n\n1. A shall pay.\n\nL. Kuchma (signed)\n\nX. Ypsilon (signed)\n",
}


@pytest.mark.parametrize("text", LAID_OUT.values(), ids=LAID_OUT)
def test_every_word_stands_once_in_order_and_unaltered(text: str) -> None:
    """Numbers stand in the heads of clauses; all else is as it was written, initials and signatures included."""
    out = lay_out(Source("a.txt", text))
    body = out.split("# verifier", 1)[1].split("\n", 1)[1]
    kept = [line.removeprefix("  > ").removeprefix("# ") for line in body.splitlines() if "not yet encoded" not in line]
    heads = [re.sub(r'^clause [\w.]+ ?"?(.*?)"?$', r"\1", line) for line in kept]
    numbers = re.compile(r"^(?:I\.|\d\.)", re.MULTILINE)
    assert " ".join(heads).split() == numbers.sub("", text).split()
    agreed(out)


def test_a_title_above_its_sentence_is_the_title_of_the_clause() -> None:
    agreement = agreed(lay_out(Source("a.txt", LAID_OUT["initials"])))
    assert [(clause.number, clause.title) for clause in agreement.clauses] == [("1", "Term"), ("2", "Signature")]
    wrapped = lay_out(Source("a.txt", "Pact\n\n1. Release of\nPrisoners held by the sides since May.\n"))
    assert "> Release of Prisoners held" in wrapped
