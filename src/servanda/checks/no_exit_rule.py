"""`no-exit-rule`: an agreement without end does not say whether, and how, anybody may leave it or suspend it."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.lasting import Extension, Power, Regulated
from servanda.agreement.norm import Duty, Every, Keep, Monthly, Refrain
from servanda.checks.reliance import statements
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Slug, make_finding

NO_EXIT_RULE = Slug(
    "no-exit-rule", Family.GAPS, "Neither withdrawal from the agreement nor its suspension is regulated."
)
_WAYS_OUT = ("withdrawal", "termination", "suspension")


def check(study: Study) -> Iterator[Finding]:
    """One finding where the file says that the text is silent on every way out, or where it binds without end."""
    said = [statement for _, _, statement in statements(study.agreement)]
    if any(isinstance(each, Power) or (isinstance(each, Extension) and (each.unless or each.agreed)) for each in said):
        return
    regulated = [each for each in said if isinstance(each, Regulated) and each.subject in _WAYS_OUT]
    if any(each.words is not None for each in regulated):
        return
    if regulated or (study.agreement.header.endless and not study.excerpt and _goes_on(study)):
        yield _finding(study, regulated[0] if regulated else None)


def _goes_on(study: Study) -> bool:
    """Whether something is to be kept, left undone or done again and again."""
    duties = [each for _, _, each in statements(study.agreement) if isinstance(each, Duty)]
    return any(isinstance(each.content, Keep | Refrain) or isinstance(each.timing, Every | Monthly) for each in duties)


def _finding(study: Study, silent: Regulated | None) -> Finding:
    header = study.agreement.header
    lasts = "binds without end" if header.lasts_days is None else "is bound to a term"
    return make_finding(
        NO_EXIT_RULE,
        f"In {study.what_is_here} nothing says whether, and how, anybody may leave the agreement or suspend it.",
        silent.place if silent is not None else header.place,
        excerpt=study.excerpt,
        remark="silent on it" if silent is not None else lasts,
        why=(
            "Whoever stops performing can then be said to break it or to have left it, and each side may say its own.",
            "General law may still speak: the Vienna Convention on the Law of Treaties has rules for treaties"
            " (Articles 54 to 64); a contract has those of its own law.",
        ),
        hints=(
            Hint("a way to leave it, with notice, and what stays in force afterwards."),
            Hint("or a sentence that nobody may leave or suspend it before a day or an event."),
        ),
    )
