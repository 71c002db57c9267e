"""Composes `servanda certify` and `servanda verify`: proofs as a file that another person checks without our search."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import msgspec

from servanda import project
from servanda.findings import Report, make_report
from servanda.project import Library, Limits, Loaded, Source
from servanda.questions.answer import GaveUp, NoneUpTo, Proved
from servanda.questions.conduct import compliance, non_compliance
from servanda.questions.question import Reach
from servanda.questions.standing import StakeAnswer, failing
from servanda.solvers import obligations as o
from servanda.solvers.choose import Solvers
from servanda.world.from_agreement import from_agreement
from servanda.world.world import World

AGREEMENT, MANIFEST = "agreement.pact", "manifest.json"
COMPLIANCE = "compliance"
_FORMAT = 1
_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, EOFError, RuntimeError)
"""What a file that is no archive, or a damaged one, can raise when it is read."""
_LARGEST = 50_000_000
_DATED = (2000, 1, 1, 0, 0, 0)
"""The date of every entry: the same proofs make the same bytes."""


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof: what is claimed, on what it rests, and where its obligations stand in the archive."""

    of: str
    interest: str
    stake: str
    conduct: str
    by: str | None
    claim: o.Claim
    rests_on: tuple[str, ...] | None
    control: str
    obligations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies in an archive. `digests`: SHA-256 of every other entry."""

    format: int
    agreement: str
    parties: tuple[str, ...]
    proofs: tuple[Proof, ...]
    digests: dict[str, str]


@dataclass(frozen=True, slots=True)
class Checked:
    """One proof, checked again: `by` says what each prover says of all its obligations (None: it gave up)."""

    proof: Proof
    fits: bool
    by: dict[str, bool | None]

    @property
    def holds(self) -> bool:
        """Whether every prover that is there says so."""
        return self.fits and bool(self.by) and all(self.by.values())


class BrokenArchiveError(ValueError):
    """A file that is no archive of proofs, or was changed after it was made; the reason is in plain words."""


class OpenChoicesError(ValueError):
    """A text that leaves readings or options open is several texts: no proof is about all of them."""


def certify(
    source: Source, into: str, *, library: Library, limits: Limits, tick: Callable[[], None]
) -> tuple[Manifest | None, Report | None, int]:
    """Write every proof about an agreement's interests into an archive; a report says what stands in the way.

    The number is that of the questions left undecided.  OpenChoicesError where the text leaves choices open.
    """
    loaded = project.load(source, library=library)
    report = make_report(project.info(loaded), loaded.findings)
    if loaded.agreement is None or report.problems:
        return None, report, 0
    _settled(loaded)
    ask = project.solvers(limits)
    study = project.examine(loaded.agreement, ask=ask)
    entries = {AGREEMENT: source.text}
    proofs = []
    undecided = 0
    for standing in study.standings:
        asked: list[tuple[str, str | None, StakeAnswer]] = [(COMPLIANCE, None, item) for item in standing.compliance]
        asked += [(f"non-compliance by {study.name(who)}", who, item) for who, item in standing.against.items()]
        for conduct, by, item in asked:
            undecided += isinstance(item.answer, GaveUp | NoneUpTo)
            if isinstance(item.answer, Proved):
                tick()
                proofs.append(_written(standing.of, conduct, by, item, study.world, ask, entries))
    digests = {name: _digest(text) for name, text in entries.items()}
    info = report.agreement
    manifest = Manifest(_FORMAT, info.name or info.file, info.parties, tuple(proofs), digests)
    entries[MANIFEST] = msgspec.json.format(msgspec.json.encode(manifest), indent=2).decode()
    _archive(entries, into)
    return manifest, None, undecided


def _settled(loaded: Loaded) -> None:
    """Raises OpenChoicesError where the text could be several."""
    if loaded.choices:
        named = "; ".join(f"line {each.place.line} ({' or '.join(each.labels)})" for each in loaded.choices)
        raise OpenChoicesError(
            f"{loaded.source.name} leaves choices open, so that it is several texts, and no proof can be of it as one: "
            f"{named}. Settle them first: write each choice as a file of its own."
        )


def _written(
    of: str, conduct: str, by: str | None, item: StakeAnswer, world: World, ask: Solvers, entries: dict[str, str]
) -> Proof:
    """One proof; its obligations are added to the entries of the archive."""
    assert isinstance(item.answer, Proved)  # noqa: S101 - the caller has looked
    number = sum(name.endswith("-1.smt2") for name in entries) + 1
    names = []
    for place, text in enumerate(o.obligations(item.answer.certificate, item.reach), start=1):
        names.append(f"proofs/{number:03d}-{place}.smt2")
        entries[names[-1]] = text
    core = ask.core(world, item.reach)
    return Proof(
        of=of,
        interest=item.stake.interest,
        stake=item.stake.name,
        conduct=conduct,
        by=by,
        claim=o.claim(item.answer.certificate),
        rests_on=core,
        control=o.control(world, item.reach, core, ask),
        obligations=tuple(names),
    )


def _archive(entries: dict[str, str], into: str) -> None:
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(entries):
            entry = zipfile.ZipInfo(name, _DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, entries[name])


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def verify(path: str, *, library: Library) -> tuple[Manifest, Iterator[Checked]]:
    """The proofs of an archive, each checked again as it is asked for.  BrokenArchiveError says what is wrong."""
    entries = _entries(path)
    manifest = _manifest(path, entries)
    source = Source(AGREEMENT, entries[AGREEMENT])
    loaded = project.load(source, library=library)
    if loaded.agreement is None or any(finding.is_problem for finding in loaded.findings):
        raise BrokenArchiveError(f"The agreement in {path} cannot be read.")
    try:
        _settled(loaded)
    except OpenChoicesError as error:
        raise BrokenArchiveError(f"The agreement in {path} cannot be verified: {error}") from error
    world = from_agreement(loaded.agreement)
    info = project.info(loaded)
    manifest = replace(manifest, agreement=info.name or info.file, parties=info.parties)
    return manifest, (_checked(proof, world, entries) for proof in manifest.proofs)


def _entries(path: str) -> dict[str, str]:
    try:
        with zipfile.ZipFile(Path(path)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise BrokenArchiveError(f"{path} is larger than an archive of proofs can be.")
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    except FileNotFoundError as error:
        raise BrokenArchiveError(f"There is no file {path}.") from error
    except _UNREADABLE as error:
        raise BrokenArchiveError(f"{path} is no archive of proofs: `servanda certify` makes one.") from error


def _manifest(path: str, entries: dict[str, str]) -> Manifest:
    if MANIFEST not in entries:
        raise BrokenArchiveError(f"{path} is no archive of proofs: it has no {MANIFEST}.")
    try:
        manifest = msgspec.json.decode(entries[MANIFEST], type=Manifest)
    except msgspec.DecodeError as error:
        raise BrokenArchiveError(f"The {MANIFEST} of {path} cannot be read: {error}.") from error
    if manifest.format != _FORMAT:
        raise BrokenArchiveError(f"{path} is of format {manifest.format}: this version reads format {_FORMAT} alone.")
    for name, digest in manifest.digests.items():
        if name not in entries or _digest(entries[name]) != digest:
            raise BrokenArchiveError(f"{path} was changed after it was made: {name} is not what it was.")
    listed = {*manifest.digests, MANIFEST}
    needed = {AGREEMENT, *(name for proof in manifest.proofs for name in proof.obligations)}
    if set(entries) - listed or needed - listed:
        raise BrokenArchiveError(f"{path} was changed after it was made: its list of entries is not complete.")
    return manifest


def _checked(proof: Proof, world: World, entries: dict[str, str]) -> Checked:
    """The obligations made anew from the agreement and the invariant are put to the provers, and those written as well.

    Only the number of those written is held against those made anew, not their words.
    """
    reach = _reach(proof, world)
    made = o.restored(world, reach, proof.claim) if reach is not None else None
    if reach is None or made is None:
        return Checked(proof, False, {})
    anew = o.obligations_or_none(made, reach)
    written = tuple(entries[name] for name in proof.obligations)
    fits = anew is not None and len(anew) == len(written)
    said = {prover: _all_met((*(anew or ()), *written), prover) for prover in o.provers()}
    return Checked(proof, fits, said)


def _all_met(texts: tuple[str, ...], prover: str) -> bool | None:
    verdicts = [o.is_met(text, prover) for text in dict.fromkeys(texts)]
    if False in verdicts:
        return False
    return None if None in verdicts else True


def _reach(proof: Proof, world: World) -> Reach | None:
    """The question that was proved, made anew from its names; None where the agreement has no such matter."""
    stake = next((each for each in world.stakes if each.name == proof.stake), None)
    known = {actor.ident for actor in world.actors}
    if stake is None or (proof.by is not None and proof.by not in known):
        return None
    if (stake.of, stake.interest) != (proof.of, proof.interest):
        return None
    policies = compliance(world, proof.of) if proof.by is None else non_compliance(world, proof.of, proof.by)
    return failing(world, stake, policies)
