"""Pages that explain: a finding, a move of the playbook, the acts of a vocabulary."""

from __future__ import annotations

from difflib import get_close_matches

from servanda import files
from servanda.agreement.near_acts import listed
from servanda.files import moves
from servanda.findings import Family, Finding, Registry, Slug, problem
from servanda.project import Written, load, slugs
from servanda.text import Place, Source

__all__ = ["explain", "moves"]

UNKNOWN_SLUG = Slug("unknown-slug", Family.PROBLEM, "No finding bears this name.")


def explain(name: str) -> Written:
    """The page on a finding or a move, as Markdown; for an unknown name the finding says which was probably meant."""
    registry = slugs()
    slug = registry.get(name)
    if name in moves(files.shipped_library()):
        return Written(files.page(f"playbook/{name}.md"))
    if slug is None and name in files.shipped_library():
        source = Source(name, f'agreement "acts"\nuse {name}\n')
        agreement = load(source, library=files.shipped_library()).agreement
        return Written(listed(agreement.acts if agreement is not None else ()))
    if slug is None:
        return Written(None, (_unknown_slug(name, registry),))
    return Written(files.page(slug.page) or f"# {slug.name}\n\n{slug.meaning}\n")


def _unknown_slug(name: str, registry: Registry) -> Finding:
    nowhere = Place("", 1, 1, 1, 1)
    known = [*registry.slugs, *moves(files.shipped_library())]
    nearest = next(iter(get_close_matches(name, known, n=1)), None)
    way_out = f"Did you mean {nearest}?" if nearest else "`servanda explain` alone lists all names."
    return problem(UNKNOWN_SLUG, f'No finding is called "{name}".', nowhere, way_out, subject=name)
