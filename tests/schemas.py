"""The JSON Schemas that come with the package. `python -m tests.schemas` rewrites them from the types."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path

from tests.documents import ROOT

from servanda.cli import render_diff, render_json, render_mend, render_proofs

SOURCE = ROOT / "src" / "servanda"
CHECK = SOURCE / "findings" / "schemas" / "check.json"
DIFF = SOURCE / "drafts" / "schemas" / "diff.json"
MEND = SOURCE / "drafts" / "schemas" / "mend.json"
CERTIFY = SOURCE / "desk" / "schemas" / "certify.json"
VERIFY = SOURCE / "desk" / "schemas" / "verify.json"
SHIPPED: Mapping[Path, Callable[[], dict[str, object]]] = {
    CHECK: render_json.schema,
    DIFF: render_diff.schema,
    MEND: render_mend.schema,
    CERTIFY: partial(render_proofs.schema, render_proofs.CertifiedOut),
    VERIFY: partial(render_proofs.schema, render_proofs.VerifiedOut),
}
"""Each schema with what makes it."""


def written(path: Path = CHECK) -> str:
    """The schema as it is shipped."""
    return path.read_text(encoding="utf-8")


def generated(path: Path = CHECK) -> str:
    """The schema as the types have it now."""
    return json.dumps(SHIPPED[path](), indent=2, sort_keys=True) + "\n"


if __name__ == "__main__":
    for path in SHIPPED:
        path.write_text(generated(path), encoding="utf-8")
