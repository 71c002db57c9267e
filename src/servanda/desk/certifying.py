"""Composes `servanda certify`: proofs as a file that another person checks without our search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from servanda import __version__, project
from servanda.checks.study import Study
from servanda.desk.archive import AGREEMENT, FORMAT, DutyProof, Ground, Manifest, Proof, digest, write
from servanda.desk.encoded import not_encoded
from servanda.findings import Family, Finding, Report, Slug, make_report, problem
from servanda.plain.review import is_plain
from servanda.project import Library, Limits, Loaded, Source
from servanda.questions.answer import GaveUp, NoneUpTo, Proved
from servanda.questions.duty_claims import ANSWERED, ESTABLISHED, EXCLUDED, asked
from servanda.questions.duty_ladder import ladder
from servanda.questions.question import Reach
from servanda.questions.standing import StakeAnswer
from servanda.solvers import obligations as o
from servanda.solvers.choose import Solvers
from servanda.world.world import World

COMPLIANCE = "compliance"
CHOICES_OPEN = Slug(
    "choices-open", Family.PROBLEM, "A text to be certified leaves readings or options open, and is several texts."
)


@dataclass(frozen=True, slots=True)
class Certified:
    """What was written, and which questions about the interests were left undecided, each in words."""

    manifest: Manifest
    undecided: tuple[str, ...]


def certify(
    source: Source, into: str, *, library: Library, limits: Limits, tick: Callable[[], None]
) -> Certified | Report:
    """Write every proof about interests and duties into an archive; a report says what stands in the way."""
    if is_plain(source):
        return not_encoded(source)
    loaded = project.load(source, library=library)
    report = make_report(project.info(loaded), (*loaded.findings, *choices_open(loaded)))
    if loaded.agreement is None or report.problems:
        return report
    ask = project.solvers(limits)
    study = project.examine(loaded.agreement, ask=ask)
    writer = Writer(study.world, ask, {AGREEMENT: source.text})
    proofs, undecided = [], []
    for of, conduct, by, item in _asked(study):
        tick()
        ground = writer.ground(study.world, item.reach, item.answer) if isinstance(item.answer, Proved) else None
        if ground is not None:
            proofs.append(Proof(of, item.stake.interest, item.stake.name, conduct, by, ground))
        elif isinstance(item.answer, GaveUp | NoneUpTo | Proved):
            undecided.append(f"{study.name(of)}, “{item.stake.interest}”: {conduct}")
    duties = list(_duties(study, writer, tick, undecided))
    digests = {name: digest(text) for name, text in writer.entries.items()}
    name = report.agreement.name or report.agreement.file
    manifest = Manifest(FORMAT, made_by(), name, report.agreement.parties, tuple(proofs), tuple(duties), digests)
    write(manifest, writer.entries, into)
    return Certified(manifest, tuple(dict.fromkeys(undecided)))


def _duties(study: Study, writer: Writer, tick: Callable[[], None], undecided: list[str]) -> Iterator[DutyProof]:
    """What is proved of the duties; what was left open is named."""
    for standing in ladder(study.agreement, study.world, study.standings, study.ask, study.build):
        norm = standing.norm
        for each in asked(study.agreement, study.world, standing):
            tick()
            answer = each.answer
            ground = writer.lean_ground(each.world, each.reach, answer) if isinstance(answer, Proved) else None
            if ground is not None:
                yield DutyProof(norm.clause, norm.bearer, each.claim, ground)
            else:
                undecided.append(f"clause {norm.clause}, {study.name(norm.bearer)}: {_OPEN[each.claim.says]}")


_OPEN: Mapping[str, str] = MappingProxyType(
    {
        EXCLUDED: "whether it can be broken",
        ESTABLISHED: "when a breach is established",
        ANSWERED: "when a breach is answered",
    }
)
"""What was left undecided about a duty, in words."""


def made_by() -> str:
    """The versions on which the words of an obligation depend."""
    return f"servanda {__version__}, z3 {o.z3_version()}"


def choices_open(loaded: Loaded) -> Iterator[Finding]:
    """A problem where the text could be several: no proof is about all of them."""
    if loaded.choices:
        named = "; ".join(f"line {each.place.line} ({' or '.join(each.labels)})" for each in loaded.choices)
        yield problem(
            CHOICES_OPEN,
            f"The text leaves choices open, so that it is several texts, and no proof can be of it as one: {named}.",
            loaded.choices[0].place,
            "Settle them first: write each choice as a file of its own.",
        )


def _asked(study: Study) -> Iterator[tuple[str, str, str | None, StakeAnswer]]:
    """Everything that was asked about the interests: of whom, under which conduct, by whom broken, the answer."""
    for standing in study.standings:
        for item in standing.compliance:
            yield standing.of, COMPLIANCE, None, item
        for who, item in standing.against.items():
            yield standing.of, f"non-compliance by {study.name(who)}", who, item


@dataclass(frozen=True, slots=True)
class Writer:
    """Writes proofs: the obligations of each become entries of the archive."""

    world: World
    ask: Solvers
    entries: dict[str, str] = field(default_factory=dict)

    def ground(self, world: World, reach: Reach, proved: Proved) -> Ground | None:
        """What a proof consists of; None where it does not come out again when it is made anew from its claim."""
        claim = o.claim(proved.certificate, reach)
        names = self._written(world, reach, claim)
        return self._ground(world, reach, claim, self.ask.core(world, reach), names) if names is not None else None

    def lean_ground(self, world: World, reach: Reach, proved: Proved) -> Ground | None:
        """The same, said to rest on what its own invariant needs: to look for less would take a search of its own."""
        claim = o.claim(proved.certificate, reach)
        names = self._written(world, reach, claim)
        return self._ground(world, reach, claim, o.needed(world, reach, claim), names) if names is not None else None

    def _written(self, world: World, reach: Reach, claim: o.Claim) -> tuple[str, ...] | None:
        """Where the obligations stand.  Whoever checks has nothing but the claim: they are made from it here, too."""
        made = o.anew(world, reach, claim)
        if made is None or not all(o.is_met(text, o.Z3) for text in made):
            return None
        number = sum(name.endswith("-1.smt2") for name in self.entries) + 1
        names = [f"proofs/{number:03d}-{place}.smt2" for place in range(1, len(made) + 1)]
        self.entries.update(zip(names, made, strict=True))
        return tuple(names)

    def _ground(
        self, world: World, reach: Reach, claim: o.Claim, core: tuple[str, ...] | None, names: tuple[str, ...]
    ) -> Ground:
        return Ground(claim, core, o.control(world, reach, core, self.ask), names)
