"""Composes everything: the whole pipeline on one screen.

Whoever shows results (command line, page, editor) calls these functions and those in `desk/`, and no others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import date

from servanda.agreement.agreement import Agreement
from servanda.agreement.choices import Choice
from servanda.agreement.complain_words import without_echoes
from servanda.agreement.from_syntax import from_syntax
from servanda.agreement.paraphrase import paraphrase as retold
from servanda.agreement.paraphrase_choices import Taken, alternative_words, named, side_by_side
from servanda.agreement.vocabularies import gather
from servanda.checks.about import about, strangers
from servanda.checks.alternatives import Alternative, labelled, together
from servanda.checks.card import interest_lines
from servanda.checks.drafters import accepted, never_found, unmet
from servanda.checks.duty_card import duty_lines
from servanda.checks.registry import run_checks
from servanda.checks.study import Study
from servanda.files import Library, read, shipped_library
from servanda.findings import (
    AgreementInfo,
    Family,
    Finding,
    Registry,
    Report,
    Severity,
    Slug,
    declared_in,
    make_report,
    problem,
)
from servanda.findings.from_text import from_faults
from servanda.plain.review import is_plain, review
from servanda.questions.ask import Ask, Noted
from servanda.questions.question import Effort
from servanda.questions.standing import standing
from servanda.questions.wishes import Wish
from servanda.solvers.choose import Solvers
from servanda.solvers.kept import Store
from servanda.solvers.remembered import Answers, Remembered
from servanda.solvers.timed import Timed
from servanda.solvers.wishes import conflicts
from servanda.stories.scenario import ScenarioTold
from servanda.stories.scenario import told as retold_scenario
from servanda.syntax.from_text import from_text
from servanda.syntax.to_text import to_text
from servanda.syntax.tree import Tree
from servanda.text import Source, oddities
from servanda.world.from_agreement import from_agreement
from servanda.world.scenario import play as run_scenario

__all__ = [
    "NO_LIMITS",
    "Library",
    "Limits",
    "Loaded",
    "Played",
    "Registry",
    "Report",
    "ScenarioTold",
    "Severity",
    "Source",
    "Written",
    "cannot_all_be_met",
    "check",
    "fmt",
    "load",
    "paraphrase",
    "play",
    "read",
    "shipped_library",
    "slugs",
    "unreadable",
]

NO_SUCH_STORY = Slug("no-such-story", Family.PROBLEM, "No finding of this agreement bears this name and tells a story.")

LAYERS_WITH_SLUGS = (
    "servanda.findings",
    "servanda.syntax",
    "servanda.agreement",
    "servanda.stories",
    "servanda.checks",
    "servanda.plain",
    "servanda.files",
    "servanda.project",
    "servanda.desk",
)
"""Where slugs are declared; a new layer adds its name here."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read from one source: as much as could be understood, and what could not.

    `agreement` takes the first alternative at every one of `choices` (readings, options); None: it could not be read
    that far.
    """

    source: Source
    tree: Tree
    agreement: Agreement | None
    choices: tuple[Choice, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """A text made for the reader, with what was found on the way; `text` is None where that stood in the way."""

    text: str | None
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class Played:
    """Findings whose stories are to be told, scenarios that were run, and what stood in the way."""

    told: tuple[Finding, ...]
    problems: tuple[Finding, ...]
    scenarios: tuple[ScenarioTold, ...] = ()

    @property
    def unmet(self) -> tuple[Finding, ...]:
        """What came out otherwise than the file's scenarios expect."""
        return tuple(finding for scenario in self.scenarios for finding in scenario.unmet)


@dataclass(frozen=True, slots=True)
class Limits:
    """How far a check may go: `effort` in solver resource units (reproducible), `timeout` in seconds of wall time."""

    effort: int | None = None
    timeout: float | None = None
    answers: Answers | None = None  # what was answered of other versions of the text
    store: Store | None = None  # what was found out in earlier runs


NO_LIMITS = Limits()
"""Those that each question brings along."""


def load(source: Source, *, library: Library) -> Loaded:
    """Read and understand one agreement. Never raises on bad text: what is wrong is among the findings."""
    tree, unread = from_text(source)
    resolved = from_syntax(tree, gather(tree, library))
    findings = (
        *from_faults(source, oddities(source)),
        *without_echoes(source, unread, resolved.findings),
        *resolved.findings,
    )
    return Loaded(source, tree, resolved.agreement, resolved.choices, findings)


def check(
    source: Source,
    *,
    library: Library,
    as_of: date | None = None,  # noqa: ARG001 - for checks that depend on the day
    limits: Limits = NO_LIMITS,
    coalitions: Iterable[str] = (),
    duties: bool = True,
    tick: Callable[[], None] = lambda: None,
) -> Report:
    """Everything that can be said of one agreement.

    `as_of`: the day that counts as today. `coalitions`: who is also tried together, as ``A+B``. `duties`: whether
    each duty is placed on its ladder. `tick` is called after each question that is answered.
    """
    if is_plain(source):
        oddly = from_faults(source, oddities(source, plain=True))
        return make_report(AgreementInfo(file=source.name, read_as="plain text"), oddly) if oddly else review(source)
    loaded = load(source, library=library)
    if loaded.agreement is None or any(each.is_problem for each in loaded.findings):
        return make_report(info(loaded), loaded.findings)
    together_tried = tuple(coalitions)
    unknown = tuple(strangers(loaded.agreement, together_tried, loaded.source.whole()))
    if unknown:
        return make_report(info(loaded), (*loaded.findings, *unknown))
    with within(limits) as ask:
        studied = alternatives(loaded, library, Noted(ask, tick), together_tried)
        of_all = together(studied)
        placed = tuple(duty_lines(studied[0].study)) if duties else ()
    findings = accepted(loaded.agreement, (*loaded.findings, *of_all))
    noted = (*unmet(loaded.agreement, findings), *never_found(loaded.agreement, findings))
    return make_report(info(loaded), (*findings, *noted), labelled(studied), placed)


@contextmanager
def within(limits: Limits) -> Iterator[Ask]:
    """Somebody to ask until the time allowed is over."""
    ask: Ask = solvers(limits) if limits.answers is None else Remembered(solvers(limits), limits.answers)
    if limits.timeout is None:
        yield ask
        return
    with closing(Timed(ask, limits.timeout)) as timed:
        yield timed


def alternatives(
    loaded: Loaded, library: Library, ask: Ask, coalitions: tuple[str, ...] = ()
) -> tuple[Alternative, ...]:
    """What is found with every choice as it comes first, and with each choice in turn taken another way."""
    ways = [(choice, index) for choice in loaded.choices for index in range(len(choice.labels))]
    if not ways or loaded.agreement is None:
        return (_studied(loaded.agreement, "", "", loaded, ask, coalitions),) if loaded.agreement else ()
    vocabularies = gather(loaded.tree, library)
    plain = _studied(loaded.agreement, "", "", loaded, ask, coalitions)  # with every choice as it comes first
    taken = [(c, i, from_syntax(loaded.tree, vocabularies, {c.id: i}).agreement if i else None) for c, i in ways]
    return tuple(
        replace(
            _studied(found, c.id, "", loaded, ask, coalitions)
            if found is not None
            else replace(plain, choice=c.id, place=c.place),
            label=alternative_words(named(c, loaded.agreement), i),
        )
        for c, i, found in taken
        if found is not None or i == 0
    )


def _studied(
    agreement: Agreement, choice: str, label: str, loaded: Loaded, ask: Ask, coalitions: tuple[str, ...]
) -> Alternative:
    study = replace(examine(agreement, ask=ask, coalitions=coalitions), choices=loaded.choices)
    place = next((each.place for each in loaded.choices if each.id == choice), loaded.source.whole())
    return Alternative(choice, label, place, tuple(run_checks(study)), tuple(interest_lines(study)), study)


def examine(
    agreement: Agreement, limits: Limits = NO_LIMITS, ask: Ask | None = None, coalitions: tuple[str, ...] = ()
) -> Study:
    """Build the world of an agreement and place its interests: all that checks work from."""
    world = from_agreement(agreement)
    asked = ask if ask is not None else solvers(limits)
    standings = tuple(standing(world, each.of, each.name, asked, coalitions) for each in agreement.interests)
    return Study(agreement, world, standings, asked, from_agreement)


def solvers(limits: Limits) -> Solvers:
    """Who answers questions, within the effort allowed."""
    return Solvers(Effort() if limits.effort is None else Effort(units=limits.effort), store=limits.store)


def cannot_all_be_met(wishes: Sequence[Wish]) -> tuple[tuple[Wish, ...], ...]:
    """Smallest sets of wishes that contradict each other."""
    return tuple(conflicts(wishes))


def fmt(source: Source) -> Written:
    """The agreement in the one canonical layout; None where it could not be read in full."""
    tree, unread = from_text(source)
    problems = (*from_faults(source, oddities(source)), *unread)
    return Written(None if problems else to_text(tree), problems)


def paraphrase(source: Source, *, library: Library) -> Written:
    """What was understood, in plain sentences, part by part."""
    loaded = load(source, library=library)
    if loaded.agreement is None:
        return Written(None, loaded.findings)
    told_of = side_by_side(retold(loaded.agreement), tuple(_taken(loaded, library, each) for each in loaded.choices))
    parts = [f"{told.heading}\n{''.join(f'  {line}{chr(10)}' for line in told.sentences)}" for told in told_of]
    return Written("\n".join(parts), loaded.findings)


def _taken(loaded: Loaded, library: Library, choice: Choice) -> tuple[Choice, tuple[Taken, ...]]:
    """What is understood under each alternative of a choice, all others as they come first."""
    vocabularies = gather(loaded.tree, library)
    read_so = (from_syntax(loaded.tree, vocabularies, {choice.id: at}).agreement for at in range(len(choice.labels)))
    return choice, tuple(
        Taken(alternative_words(named(choice, loaded.agreement), at), retold(agreement) if agreement else ())
        for at, agreement in enumerate(read_so)
    )


def play(source: Source, which: str | None, *, library: Library, limits: Limits = NO_LIMITS) -> Played:
    """The stories and scenarios of one agreement.

    `which`: only the stories of a slug, or of the finding whose id begins so, or the scenario of that name.
    """
    scenarios = _scenarios(load(source, library=library), which)
    if which is not None and scenarios:
        return _played((), scenarios)
    told = [each for each in check(source, library=library, limits=limits).findings if each.story or each.is_problem]
    wanted = tuple(each for each in told if which is None or each.is_problem or _is_called(each, which))
    if which is not None and not wanted:
        return Played((), (_no_such_story(source, which, told),))
    return _played(wanted, scenarios)


def _played(findings: tuple[Finding, ...], scenarios: tuple[ScenarioTold, ...]) -> Played:
    problems = [each for each in findings if each.is_problem]
    problems += [each for scenario in scenarios for each in scenario.impossible]
    possible = tuple(scenario for scenario in scenarios if not scenario.impossible)
    return Played(tuple(each for each in findings if each.story), tuple(problems), possible)


def _scenarios(loaded: Loaded, which: str | None) -> tuple[ScenarioTold, ...]:
    """The scenarios of an agreement that could be read, each run through the one step."""
    agreement = loaded.agreement
    if agreement is None or any(each.is_problem for each in loaded.findings):
        return ()
    wanted = [each for each in agreement.scenarios if which is None or each.name == which]
    world = from_agreement(agreement) if wanted else None
    return tuple(retold_scenario(agreement, world, run_scenario(agreement, world, each)) for each in wanted if world)


def unreadable(finding: Finding) -> Report:
    """The report on a file that could not be read."""
    return make_report(AgreementInfo(file=finding.place.file), (finding,))


def slugs() -> Registry:
    """Everything that can be found, gathered from where it is declared."""
    return declared_in(*LAYERS_WITH_SLUGS)


def info(loaded: Loaded) -> AgreementInfo:
    """What was read, in figures and names."""
    return about(loaded.agreement, loaded.source.name)


def _is_called(finding: Finding, name: str) -> bool:
    return finding.slug == name or finding.id.startswith(name)


def _no_such_story(source: Source, which: str, told: list[Finding]) -> Finding:
    there_are = ", ".join(f"{each.slug} ({each.id})" for each in told)
    way_out = f"There are: {there_are}." if told else "This agreement has no story to tell: see `servanda check`."
    return problem(NO_SUCH_STORY, f'No story here is called "{which}".', source.whole(), way_out, subject=which)
