"""Every document prints what it says it prints."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests import documents


@pytest.mark.parametrize("path", documents.executed(), ids=lambda path: str(path.relative_to(documents.ROOT)))
def test_document_says_what_its_commands_print(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert documents.unused(text) == []
    assert text == documents.rewritten(text), "read the difference; if it is right, `make reset` writes it down"


def test_a_changed_output_is_noticed() -> None:
    text = "```console\n$ servanda --version\nservanda 0.0.0\n```\n"
    assert "servanda 0.0.0" not in documents.rewritten(text)


def test_an_unused_file_is_noticed() -> None:
    text = '```pact a.pact\nagreement "A"\n```\n\n```console\n$ servanda --version\n```\n'
    assert documents.unused(text) == ["a.pact"]


def test_the_readme_names_only_tasks_that_exist() -> None:
    tasks = set(re.findall(r"^([a-z]+):", (documents.ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    readme = (documents.ROOT / "README.md").read_text(encoding="utf-8")
    assert set(re.findall(r"\bmake ([a-z]+)\b", readme)) <= tasks
