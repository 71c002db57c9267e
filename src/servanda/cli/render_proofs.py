"""Proofs and their checks, in words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from servanda.cli.layout import Style, safe, wrap
from servanda.desk.certifying import Checked, Manifest, Proof

_CONTROLS: Mapping[str, str] = {
    "true by physics": "It is true by physics: no duty is needed for it.",
    "falls without these": "Without these it falls: that was tried, and a story was found.",
    "not shown to need them": "Whether it falls without these was not shown.",
}


def certified(manifest: Manifest, undecided: int, into: str, style: Style) -> str:
    """What was written, and on what each proof rests."""
    lines = [f"== {safe(manifest.agreement)} ==", ""]
    if not manifest.proofs:
        left = f" {_plural(undecided, 'question')} left undecided." if undecided else ""
        lines += wrap(f"Nothing is proved of this agreement.{left} {into} holds its text alone.", style.width)
        return "\n".join(lines) + "\n"
    for proof in manifest.proofs:
        lines += wrap(f"{claimed(proof)} {_rests(proof)}", style.width, "", "  ")
    files = sum(len(proof.obligations) for proof in manifest.proofs)
    lines += ["", f"Written to {into}: {_plural(len(manifest.proofs), 'proof')}, {files} obligations."]
    lines += wrap(f"To check them again, without any search: servanda verify {into}", style.width)
    return "\n".join(lines) + "\n"


def claimed(proof: Proof) -> str:
    """What a proof says, in a sentence; by whom the duties may be broken is read from the question itself."""
    who = "all comply" if proof.by is None else f"all but {' and '.join(proof.by.split('+'))} comply"
    occasion = proof.stake.partition("[")[2].rstrip("]")
    on = f" ({occasion})" if occasion else ""
    return f"{proof.of}, “{proof.interest}”{on}: holds if {who}."


def _rests(proof: Proof) -> str:
    on = ""
    if proof.rests_on:
        clauses = dict.fromkeys(name.split(" line ")[0] for name in proof.rests_on)
        on = f"It rests on {_listed(list(clauses))}. "
    return f"{on}{_CONTROLS.get(proof.control, '')}"


def opening(manifest: Manifest, path: str, style: Style) -> str:
    """What is to be checked."""
    said = f"{path}: {_plural(len(manifest.proofs), 'proof')} about “{manifest.agreement}”, none of them believed."
    return "\n".join(wrap(said, style.width)) + "\n"


def verdict(each: Checked, manifest: Manifest, style: Style) -> str:
    """What came of one proof."""
    place = manifest.proofs.index(each.proof) + 1
    return "\n".join(wrap(f"{claimed(each.proof)} {_said(each)}", style.width, f"{place}. ", "   ")) + "\n"


def _said(each: Checked) -> str:
    if not each.fits:
        return "It does not belong to this agreement."
    words = {True: "confirmed", False: "refuted", None: "undecided"}
    return "; ".join(f"{prover}: {words[met]}" for prover, met in each.by.items()) + "."


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _plural(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
