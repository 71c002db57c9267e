"""Reports as JSON: the dataclasses as they stand, so their field names are the contract."""

from __future__ import annotations

from collections.abc import Iterable

import msgspec

from servanda.findings import Report


def render(reports: Iterable[Report]) -> str:
    """One array with one object a file, indented, in the order the files were named."""
    return msgspec.json.format(msgspec.json.encode(list(reports)), indent=2).decode() + "\n"


def schema() -> dict[str, object]:
    """The JSON Schema of what `render` writes, made from the types themselves."""
    made = msgspec.json.schema(list[Report])
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "servanda check --format json", **made}
