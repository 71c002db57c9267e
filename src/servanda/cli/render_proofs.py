"""Proofs and their checks, in words and as JSON."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import msgspec

from servanda.cli.layout import Style, safe, wrap
from servanda.desk.archive import DutyProof, Ground, Manifest, Proof
from servanda.desk.certifying import Certified
from servanda.desk.verifying import Checked

_CONTROLS: Mapping[str, str] = {
    "true by physics": "It is true by physics: no duty is needed for it.",
    "falls without these": "Without these it falls: that was tried, and a story was found.",
    "not shown to need them": "Whether it falls without these was not shown.",
}
_MET: Mapping[bool | None, str] = {True: "confirmed", False: "refuted", None: "undecided"}


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofOut:
    """One proof: what it says; on what it rests (null: not found) and what became of it without that; its texts."""

    says: str
    rests_on: tuple[str, ...] | None
    control: str
    obligations: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class CertifiedOut:
    """What `servanda certify --format json` writes. `undecided`: questions that were left so, in words."""

    agreement: str
    archive: str
    made_by: str
    proofs: tuple[ProofOut, ...]
    undecided: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictOut:
    """What came of one proof.

    `by`: what each prover says (null: it gave up).  `texts`: those in the archive are the `same` as those made anew,
    were made by an `other version`, or were `changed`.
    """

    says: str
    holds: bool
    by: Mapping[str, bool | None]
    texts: str


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifiedOut:
    """What `servanda verify --format json` writes."""

    agreement: str
    archive: str
    made_by: str
    proofs: tuple[VerdictOut, ...]
    hold: int


def schema(of: type) -> dict[str, object]:
    """The JSON Schema of what is written with ``--format json``."""
    title = f"servanda {'certify' if of is CertifiedOut else 'verify'} --format json"
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": title, **msgspec.json.schema(of)}


def certified(made: Certified, into: str, output: str, style: Style) -> str:
    """What was written, on what each proof rests, and what was left undecided."""
    if output == "json":
        return _json(_certified_out(made, into))
    manifest = made.manifest
    lines = [f"== {safe(manifest.agreement)} ==", ""]
    proofs = manifest.all_proofs
    for proof in proofs:
        lines += wrap(f"{claimed(proof)} {_rests(proof.ground)}", style.width, "", "  ")
    lines += wrap(_left(made.undecided), style.width, "", "  ") if made.undecided else []
    if not proofs:
        return (
            "\n".join(
                [*lines, *wrap(f"Nothing is proved of this agreement. {into} holds its text alone.", style.width)]
            )
            + "\n"
        )
    files = sum(len(proof.ground.obligations) for proof in proofs)
    lines += ["", f"Written to {into}: {_plural(len(proofs), 'proof')}, {files} obligations."]
    lines += wrap(f"To check them again, without any search: servanda verify {into}", style.width)
    return "\n".join(lines) + "\n"


def _left(undecided: Sequence[str]) -> str:
    """What no proof was written of, though nothing was found against it either."""
    verb = "was" if len(undecided) == 1 else "were"
    named = "; ".join(undecided)
    return f"{_plural(len(undecided), 'question')} {verb} left undecided: {named}. Nothing is claimed of them."


def _certified_out(made: Certified, into: str) -> CertifiedOut:
    manifest = made.manifest
    return CertifiedOut(
        agreement=manifest.agreement,
        archive=into,
        made_by=manifest.made_by,
        proofs=tuple(
            ProofOut(
                says=claimed(each),
                rests_on=each.ground.rests_on,
                control=each.ground.control,
                obligations=each.ground.obligations,
            )
            for each in manifest.all_proofs
        ),
        undecided=made.undecided,
    )


def claimed(proof: Proof | DutyProof) -> str:
    """What a proof says, in a sentence; by whom the duties may be broken is read from the question itself."""
    if isinstance(proof, DutyProof):
        return _duty_claimed(proof)
    who = "all comply" if proof.by is None else f"all but {' and '.join(proof.by.split('+'))} comply"
    return f"{proof.of}, “{proof.interest}”{_occasion(proof.stake)}: holds if {who}."


def _duty_claimed(proof: DutyProof) -> str:
    duty = proof.duty
    who = f"{proof.bearer}'s duty under clause {proof.clause}{_occasion(duty.norm)}"
    rest = f"if all but {_listed(duty.free)} comply"
    if duty.days is None:
        return f"{who}: cannot be broken, {rest}."
    days = "the same day" if duty.days == 0 else f"within {_plural(duty.days, 'day')}"
    return f"{who}: a breach is {duty.says} {days}, {rest}."


def _occasion(name: str) -> str:
    occasion = name.partition("[")[2].rstrip("]")
    return f" ({occasion})" if occasion else ""


def _rests(ground: Ground) -> str:
    on = ""
    if ground.rests_on:
        clauses = dict.fromkeys(name.split(" line ")[0] for name in ground.rests_on)
        on = f"It rests on {_listed(list(clauses))}. "
    return f"{on}{_CONTROLS.get(ground.control, '')}"


def opening(manifest: Manifest, path: str, style: Style) -> str:
    """What is to be checked."""
    number = len(manifest.all_proofs)
    said = f"{path}: {_plural(number, 'proof')} about “{manifest.agreement}”, none of them believed."
    return "\n".join(wrap(said, style.width)) + "\n"


def verdict(each: Checked, number: int, style: Style) -> str:
    """What came of one proof."""
    return "\n".join(wrap(f"{claimed(each.proof)} {_said(each)}", style.width, f"{number}. ", "   ")) + "\n"


def _said(each: Checked) -> str:
    if not each.by:
        return "It does not belong to this agreement."
    said = "; ".join(f"{prover}: {_MET[met]}" for prover, met in each.by.items()) + "."
    if not each.same and not each.other_version:
        return f"Its texts in the archive were changed: they are not those that the agreement gives. Made anew, {said}"
    return said


def closing(manifest: Manifest, checked: Sequence[Checked], style: Style) -> str:
    """How many hold, and what was not compared."""
    if not checked:
        return "\nThe archive holds no proof.\n"
    lines = ["", f"{sum(each.holds for each in checked)} of {len(checked)} proofs hold."]
    if any(not each.same and each.other_version for each in checked):
        lines += wrap(_OTHER.format(manifest.made_by), style.width)
    return "\n".join(lines) + "\n"


_OTHER = (
    "The archive says that it was made by another version ({}), which would word some of the SMT-LIB texts otherwise:"
    " what was checked was made anew by this one, and the texts in the archive were not checked."
)


def verified(manifest: Manifest, checked: Sequence[Checked], path: str) -> str:
    """The same as JSON."""
    proofs = tuple(
        VerdictOut(says=claimed(each.proof), holds=each.holds, by=each.by, texts=_texts(each)) for each in checked
    )
    hold = sum(each.holds for each in checked)
    return _json(
        VerifiedOut(agreement=manifest.agreement, archive=path, made_by=manifest.made_by, proofs=proofs, hold=hold)
    )


def _texts(each: Checked) -> str:
    if each.same:
        return "same"
    return "other version" if each.other_version else "changed"


def _json(made: object) -> str:
    return msgspec.json.format(msgspec.json.encode(made), indent=2).decode() + "\n"


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
