"""What is said of lines that cannot be read."""

from __future__ import annotations

from servanda.findings import Family, Slug, problem

UNREADABLE_LINE = Slug("unreadable-line", Family.PROBLEM, "A line cannot be read.")


def unreadable(source, span, found, expected):
    return problem(UNREADABLE_LINE, f"{found!r} cannot stand here {sorted(expected)}", source.place(span), "x")
