"""`undefined-status`: the text does not say what whoever has left, or has suspended, still is to it."""

from __future__ import annotations

from collections.abc import Iterator

from servanda.agreement.lasting import Kind, Power, Regulated
from servanda.agreement.norm import Decision, Duty, Every, Monthly
from servanda.agreement.party import Role
from servanda.agreement.wording import body_words
from servanda.checks.reliance import statements
from servanda.checks.study import Study
from servanda.findings import Family, Finding, Hint, Slug, make_finding
from servanda.stories.words import listed
from servanda.text import Place
from servanda.world.ground import NOBODY, members

UNDEFINED_STATUS = Slug(
    "undefined-status", Family.GAPS, "It is not said what whoever leaves or suspends still is to the agreement."
)
_GENERAL_LAW = (
    "General law may still speak: the Vienna Convention on the Law of Treaties, Articles 57, 60, 65, 70 and 72."
)


def check(study: Study) -> Iterator[Finding]:
    """At most one finding on leaving and one on suspending."""
    powers = [each for _, _, each in statements(study.agreement) if isinstance(each, Power)]
    leaving = [each for each in powers if each.kind is Kind.WITHDRAW]
    if leaving:
        yield from _after_leaving(study, leaving)
        yield from _not_suspending(study, powers, leaving[0])


def _said(study: Study, subject: str) -> Regulated | None:
    found = (each for _, _, each in statements(study.agreement) if isinstance(each, Regulated))
    return next((each for each in found if each.subject == subject), None)


def _after_leaving(study: Study, leaving: list[Power]) -> Iterator[Finding]:
    """With three parties or more, the agreement goes on without whoever has left."""
    said = _said(study, "status after withdrawal")
    parties = [actor.ident for actor in study.agreement.actors if actor.role is Role.PARTY]
    if len(parties) < 3 or (said is not None and said.words is not None):
        return
    goers = {who for power in leaving for who in members(study.agreement, power.who, NOBODY)}
    bodies = [body for body in _deciding(study) if set(study.agreement.body(body).members) & goers]
    if not bodies and said is None:
        return
    names = listed(body_words(study.agreement, body) for body in bodies)
    counted = f"whether it still counts in {names}" if bodies else "what it still is to the others"
    yield _finding(
        study,
        f"In {study.what_is_here} it is not said, once a party has left, {counted}.",
        said.place if said is not None else leaving[0].place,
        _clause_of(study, leaving[0]),
        "Whether a decision is adopted may hang on who counts, and so may what the others owe to whoever has left.",
        "that whoever has left no longer counts, in decisions and as somebody to whom the others owe anything.",
        "after leaving",
    )


def _deciding(study: Study) -> list[str]:
    votes = [each for _, _, each in statements(study.agreement) if isinstance(each, Decision)]
    duties = [each for _, _, each in statements(study.agreement) if isinstance(each, Duty)]
    votes += [each.provided for each in duties if each.provided is not None]
    return list(dict.fromkeys(vote.body for vote in votes))


def _not_suspending(study: Study, powers: list[Power], leaving: Power) -> Iterator[Finding]:
    """The text knows leaving and not suspending, though much of it is done again and again."""
    said = _said(study, "suspension")
    if any(each.kind is Kind.SUSPEND for each in powers) or (said is not None and said.words is not None):
        return
    recurring = [
        c.number
        for c, _, s in statements(study.agreement)
        if isinstance(s, Duty) and isinstance(s.timing, Every | Monthly)
    ]
    if said is None and not recurring:
        return
    yield _finding(
        study,
        f"A party may leave; in {study.what_is_here} nothing says whether it may stop performing without leaving.",
        said.place if said is not None else leaving.place,
        _clause_of(study, leaving),
        "Whoever declares that it suspends remains a party in its own eyes, owes nothing for the time being, and gives"
        " no notice; what the others may then do is not said.",
        "whether, on which ground, for how long and with what notice somebody may suspend, and what the others may do.",
        "suspending",
    )


def _clause_of(study: Study, power: Power) -> str:
    return next(clause.number for clause, _, each in statements(study.agreement) if each is power)


def _finding(study: Study, headline: str, place: Place, clause: str, why: str, hint: str, subject: str) -> Finding:
    return make_finding(
        UNDEFINED_STATUS,
        headline,
        place,
        excerpt=study.excerpt,
        clauses=(clause,),
        remark="and afterwards?",
        why=(
            why,
            "General law may still speak: the Vienna Convention on the Law of Treaties, Articles 57 to 60, 70 and 72.",
        ),
        hints=(Hint(hint), Hint("or a body that says so, by a day, without whoever it is about.")),
        subject=subject,
    )
