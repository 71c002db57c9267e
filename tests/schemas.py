"""The JSON Schemas that come with the package. `python -m tests.schemas` rewrites them from the types."""

from __future__ import annotations

import json
from pathlib import Path

from tests.documents import ROOT

from servanda.cli import render_json

CHECK = ROOT / "src" / "servanda" / "findings" / "schemas" / "check.json"


def written(path: Path = CHECK) -> str:
    """The schema as it is shipped."""
    return path.read_text(encoding="utf-8")


def generated() -> str:
    """The schema as the types have it now."""
    return json.dumps(render_json.schema(), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    CHECK.write_text(generated(), encoding="utf-8")
