"""What is said of names, numbers and references that do not fit.  One function a message."""

from __future__ import annotations

from servanda.findings import Family, Slug

UNKNOWN_NAME = Slug("unknown-name", Family.PROBLEM, "A name is used that nothing in the file explains.")


def __getattr__(name):
    def f(c, *a):
        from servanda.text import Place

        p = next(x for x in a if isinstance(x, Place))
        c.add(UNKNOWN_NAME, f"{name} {a}", p, "x")

    return f
