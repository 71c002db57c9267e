"""The archive in which proofs travel: the agreement, what is claimed of it, and SMT-LIB texts for a prover alone."""

from __future__ import annotations

import hashlib
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import msgspec

from servanda.findings import Family, Slug, problem
from servanda.questions.duty_claims import DutyClaim
from servanda.solvers import obligations as o
from servanda.text import Place

AGREEMENT, MANIFEST = "agreement.pact", "manifest.json"
FORMAT = 2
_UNREADABLE = (zipfile.BadZipFile, zlib.error, OSError, UnicodeDecodeError, EOFError, RuntimeError)
"""What a file that is no archive, or a damaged one, can raise when it is read."""
_LARGEST = 50_000_000
_MAKE = "Make one: servanda certify AGREEMENT -o proof.zip"
_AGAIN = "Make it anew with this version: servanda certify AGREEMENT -o proof.zip"
_DATED = (2000, 1, 1, 0, 0, 0)
"""The date of every entry: the same proofs make the same bytes."""


BROKEN_ARCHIVE = Slug("broken-archive", Family.PROBLEM, "A file is no archive of proofs, or was changed afterwards.")


@dataclass(frozen=True, slots=True)
class Ground:
    """What a proof consists of: its claim, the duties it rests on, what became of it without them, and its obligations.

    `rests_on` None: which duties it needs was not found.  `obligations`: where they stand in the archive.
    """

    claim: o.Claim
    rests_on: tuple[str, ...] | None
    control: str
    obligations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Proof:
    """One proof about an interest: which binding of it, and under which conduct (`by`: who need not comply)."""

    of: str
    interest: str
    stake: str
    conduct: str
    by: str | None
    ground: Ground


@dataclass(frozen=True, slots=True)
class DutyProof:
    """One proof about a duty of one bearer under one clause."""

    clause: str
    bearer: str
    duty: DutyClaim
    ground: Ground


@dataclass(frozen=True, slots=True)
class Manifest:
    """What lies in an archive.

    `made_by`: the versions that wrote it.  `proofs` are about interests, `duties` about duties.  `digests`: SHA-256 of
    every other entry.
    """

    format: int
    made_by: str
    agreement: str
    parties: tuple[str, ...]
    proofs: tuple[Proof, ...]
    duties: tuple[DutyProof, ...]
    digests: dict[str, str]

    @property
    def all_proofs(self) -> tuple[Proof | DutyProof, ...]:
        """Those about interests, then those about duties."""
        return (*self.proofs, *self.duties)


class BrokenArchiveError(ValueError):
    """A file that is no archive of proofs, or was changed after it was made; `finding` says why in plain words."""

    def __init__(
        self, path: str, headline: str, way_out: str = "Ask whoever sent it for the archive as it was made."
    ) -> None:
        super().__init__(headline)
        self.finding = problem(BROKEN_ARCHIVE, headline, Place(path, 1, 1, 1, 1), way_out)


def digest(text: str) -> str:
    """SHA-256 of an entry."""
    return hashlib.sha256(text.encode()).hexdigest()


def write(manifest: Manifest, entries: dict[str, str], into: str) -> None:
    """Write an archive.  OSError where that cannot be done."""
    told = msgspec.json.format(msgspec.json.encode(manifest), indent=2).decode()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sorted({**entries, MANIFEST: told}.items()):
            entry = zipfile.ZipInfo(name, _DATED)
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, text)


def read(path: str) -> tuple[Manifest, dict[str, str]]:
    """What lies in an archive, each entry as it was when it was listed.  BrokenArchiveError says what is wrong."""
    entries = _entries(path)
    if MANIFEST not in entries:
        raise BrokenArchiveError(path, f"{path} is no archive of proofs: it has no {MANIFEST}.", _MAKE)
    _check_format(path, entries[MANIFEST])
    try:
        manifest = msgspec.json.decode(entries[MANIFEST], type=Manifest)
    except msgspec.DecodeError as error:
        raise BrokenArchiveError(path, f"The {MANIFEST} of {path} cannot be read: {error}.") from error
    for name, listed in manifest.digests.items():
        if name not in entries or digest(entries[name]) != listed:
            raise BrokenArchiveError(path, f"{path} was changed after it was made: {name} is not what it was.")
    listed_ = {*manifest.digests, MANIFEST}
    needed = {AGREEMENT, *(name for proof in manifest.all_proofs for name in proof.ground.obligations)}
    if set(entries) - listed_ or needed - listed_:
        raise BrokenArchiveError(path, f"{path} was changed after it was made: its list of entries is not complete.")
    return manifest, entries


def _entries(path: str) -> dict[str, str]:
    try:
        with zipfile.ZipFile(Path(path)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > _LARGEST:
                raise BrokenArchiveError(path, f"{path} is larger than an archive of proofs can be.")
            return {name: archive.read(name).decode("utf-8") for name in archive.namelist()}
    except FileNotFoundError as error:
        raise BrokenArchiveError(
            path, f"There is no file {path}.", "Check the spelling and the folder you are in."
        ) from error
    except _UNREADABLE as error:
        raise BrokenArchiveError(path, f"{path} is no archive of proofs.", _MAKE) from error


class _Formatted(msgspec.Struct):
    """The one thing that every format says in the same place."""

    format: int


def _check_format(path: str, told: str) -> None:
    try:
        number = msgspec.json.decode(told, type=_Formatted).format
    except msgspec.DecodeError as error:
        raise BrokenArchiveError(path, f"The {MANIFEST} of {path} cannot be read: {error}.") from error
    if number != FORMAT:
        raise BrokenArchiveError(
            path, f"{path} is of format {number}: this version reads format {FORMAT} alone.", _AGAIN
        )
