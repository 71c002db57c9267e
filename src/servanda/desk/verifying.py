"""Composes `servanda verify`: the proofs of an archive, made anew from its agreement and checked without any search."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from servanda import project
from servanda.agreement.agreement import Agreement
from servanda.desk import archive
from servanda.desk.archive import AGREEMENT, BrokenArchiveError, DutyProof, Ground, Manifest, Proof
from servanda.desk.certifying import choices_open, made_by
from servanda.project import Library, Source
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.duty_claims import question
from servanda.questions.question import Reach
from servanda.questions.standing import failing
from servanda.solvers import obligations as o
from servanda.world.from_agreement import from_agreement
from servanda.world.world import World


@dataclass(frozen=True, slots=True)
class Checked:
    """One proof, checked again.

    `by`: what each prover says of all obligations made anew (None: it gave up); empty where none could be made.
    `same`: whether the texts in the archive are those made anew.  `other_version`: whether the archive says that
    another version made them, which would account for a difference.
    """

    proof: Proof | DutyProof
    by: Mapping[str, bool | None]
    same: bool
    other_version: bool

    @property
    def refuted(self) -> bool:
        """Whether it is no proof, or its texts are not its own."""
        return not self.by or False in self.by.values() or not (self.same or self.other_version)

    @property
    def holds(self) -> bool:
        """Whether every prover that is there says so of what was made anew, and nothing speaks against the texts."""
        return not self.refuted and all(self.by.values())


def verify(path: str, *, library: Library) -> tuple[Manifest, Iterator[Checked]]:
    """The proofs of an archive, each checked again as it is asked for.  BrokenArchiveError says what is wrong."""
    manifest, entries = archive.read(path)
    loaded = project.load(Source(AGREEMENT, entries[AGREEMENT]), library=library)
    if loaded.agreement is None or any(finding.is_problem for finding in loaded.findings):
        raise BrokenArchiveError(path, f"The agreement in {path} cannot be read.")
    for each in choices_open(loaded):
        raise BrokenArchiveError(path, f"The agreement in {path} is not one text. {each.headline}")
    bench = Bench(loaded.agreement, from_agreement(loaded.agreement), entries, manifest.made_by != made_by())
    info = project.info(loaded)
    told = replace(manifest, agreement=info.name or info.file, parties=info.parties)
    return told, (bench.checked(proof) for proof in manifest.all_proofs)


@dataclass(frozen=True, slots=True)
class Bench:
    """Where proofs are checked: the agreement and its world, and the texts as they stand in the archive."""

    agreement: Agreement
    world: World
    entries: Mapping[str, str]
    other_version: bool

    def checked(self, proof: Proof | DutyProof) -> Checked:
        """What is made anew from agreement and claim is put to the provers; what is written is compared with it."""
        asked = self._question(proof)
        made = o.anew(*asked, proof.ground.claim) if asked is not None else None
        if made is None:
            return Checked(proof, {}, False, self.other_version)
        said = {prover: _all_met(made, prover) for prover in o.provers()}
        return Checked(proof, said, made == _written(proof.ground, self.entries), self.other_version)

    def _question(self, proof: Proof | DutyProof) -> tuple[World, Reach] | None:
        """What was proved, made anew from its names; None where the agreement has no such matter."""
        if isinstance(proof, Proof):
            reach = _reach(proof, self.world)
            return (self.world, reach) if reach is not None else None
        norm = next((each for each in self.world.norms if each.name == proof.duty.norm), None)
        if norm is None or (norm.clause, norm.bearer) != (proof.clause, proof.bearer):
            return None
        return question(self.agreement, self.world, proof.duty)


def _written(ground: Ground, entries: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(entries[name] for name in ground.obligations)


def _all_met(texts: tuple[str, ...], prover: str) -> bool | None:
    verdicts = [o.is_met(text, prover) for text in dict.fromkeys(texts)]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _reach(proof: Proof, world: World) -> Reach | None:
    """The question that was proved, made anew from its names; None where the agreement has no such matter."""
    stake = next((each for each in world.stakes if each.name == proof.stake), None)
    known = {actor.ident for actor in world.actors}
    if stake is None or (proof.by is not None and not known.issuperset(proof.by.split("+"))):
        return None
    if (stake.of, stake.interest) != (proof.of, proof.interest):
        return None
    policies = compliance(world, proof.of) if proof.by is None else non_compliance(world, proof.of, proof.by)
    return failing(world, stake, policies)
