"""What is said of a plain text where only an encoded agreement can be worked on."""

from __future__ import annotations

from servanda.findings import AgreementInfo, Family, Report, Slug, make_report, problem
from servanda.project import Source

NOT_ENCODED = Slug("not-encoded", Family.PROBLEM, "A plain text is given where an encoded agreement is needed.")


def not_encoded(
    source: Source, why: str = "Only what is encoded has a meaning that can be searched and proved."
) -> Report:
    """A report on a plain text that says so, with the way out."""
    headline = f"{source.name} is a plain text. {why}"
    way_out = (
        f"Lay it out and encode it: servanda new --from {source.name} -o NAME.pact. Two plain texts can be compared by"
        " their words: servanda diff BEFORE AFTER."
    )
    found = problem(NOT_ENCODED, headline, source.whole(), way_out)
    return make_report(AgreementInfo(file=source.name, read_as="plain text"), (found,))
