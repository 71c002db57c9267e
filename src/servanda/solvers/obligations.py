"""Proofs as files: what has to be valid, in SMT-LIB, and provers that say whether it is.

Each obligation says "this cannot be": it is met if the prover answers *unsat*.  Nothing here searches.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from importlib.util import find_spec

import z3

from servanda.questions.answer import Certificate, Found, Proved
from servanda.questions.ask import Ask
from servanda.questions.question import Reach
from servanda.questions.watched import loosened
from servanda.solvers import certificate
from servanda.solvers.afresh import afresh
from servanda.solvers.joined import mentioned
from servanda.solvers.slice import sliced, unexcused
from servanda.world.expression import conj
from servanda.world.world import World

Z3, CVC5 = "z3", "cvc5"
_UNITS = 100_000_000
_MILLISECONDS = 60_000

BY_PHYSICS = "true by physics"
FALLS = "falls without these"
NOT_SHOWN = "not shown to need them"


@dataclass(frozen=True, slots=True)
class Claim:
    """An invariant over the part of a world in which just these norms count.

    `unexcused`: in which what only ever keeps bad away never holds.
    """

    invariant: str
    variables: tuple[str, ...]
    norms: tuple[str, ...]
    unexcused: bool


def claim(proved: Certificate, reach: Reach) -> Claim:
    """What is written of a certificate: the part of the world is made anew from the names of its norms."""
    proved = certificate.whole(proved)
    known = {variable.name for variable in proved.world.variables}
    norms = tuple(norm.name for norm in proved.world.norms)
    return Claim(proved.invariant, proved.variables, norms, bool(reach.excuses) and known.isdisjoint(reach.excuses))


def anew(world: World, reach: Reach, made: Claim) -> tuple[str, ...] | None:
    """What has to be impossible for a claim to hold, as SMT-LIB texts that any prover can read.

    Made of a part cut out of `world` by the names in the claim alone, so that whoever wrote a claim and whoever
    checks it get the same texts.  None where claim and world do not fit together.
    """
    with afresh():
        proved = _restored(world, reach, made)
        try:
            return (
                tuple(_text(given, then) for given, then in certificate.implications(proved, reach)) if proved else None
            )
        except z3.Z3Exception:  # the invariant is no formula over these variables
            return None


def needed(world: World, reach: Reach, made: Claim) -> tuple[str, ...]:
    """The norms that the invariant of a claim cannot do without, one such set.  Nothing is searched for.

    Those of whoever need not comply are none of them: nobody relies on what they may break.
    """
    with afresh():
        proved = _restored(world, reach, made)
        part = proved.world if proved is not None else world
        for norm in reversed(part.norms if proved is not None else ()):
            fewer = loosened(part, norm)
            part = fewer if certificate.holds(Certificate(fewer, made.invariant, made.variables), reach) else part
        return tuple(norm.name for norm in part.norms if reach.policies[norm.bearer].keeps)


def _restored(world: World, reach: Reach, made: Claim) -> Certificate | None:
    left_out = frozenset(norm.name for norm in world.norms) - frozenset(made.norms)
    whole = unexcused(world, reach) if made.unexcused else world
    own = mentioned(whole, frozenset(made.variables))  # a proof may speak of more than its question does
    part = sliced(whole, replace(reach, bad=conj(reach.bad, *own)), narrow=False, without=left_out)
    known = {variable.name for variable in part.variables}
    return Certificate(part, made.invariant, made.variables) if set(made.variables) <= known else None


def _text(given: z3.BoolRef, then: z3.BoolRef) -> str:
    solver = z3.SimpleSolver()
    solver.add(given, z3.Not(then))
    return f"(set-logic ALL)\n{_ascii(solver.to_smt2())}"


def _ascii(text: str) -> str:
    """The same with names that every prover reads: letters that are not plain go, and a number keeps names apart.

    A name with a prime stands between bars, as the standard has it.
    """
    names: dict[str, str] = {}

    def _plain(match: re.Match[str]) -> str:
        name = match[0] if match[0].startswith("|") else f"|{match[0]}|"
        if name.isascii():
            return name
        bare = name.strip("|").encode("ascii", "ignore").decode()
        return names.setdefault(name, f"|{bare} #{len(names)}|")

    def _counted(match: re.Match[str]) -> str:
        return lets.setdefault(match[0], f"{match[0][0]}x{len(lets)}")

    lets: dict[str, str] = {}  # what z3 calls its parts depends on what else it has made
    return re.sub(r"[$?]x\d+", _counted, re.sub(r"\|[^|]*\||[A-Za-z_]\w*'", _plain, text))


def z3_version() -> str:
    """The version of z3, which words the texts."""
    return str(z3.get_version_string())


def provers() -> tuple[str, ...]:
    """Those that are installed."""
    return (Z3, CVC5) if find_spec(CVC5) is not None else (Z3,)


def is_met(obligation: str, prover: str) -> bool | None:
    """Whether a prover says that it cannot be; None: it does not say."""
    verdict = _by_z3(obligation) if prover == Z3 else _by_cvc5(obligation)
    return {"unsat": True, "sat": False}.get(verdict)


def _by_z3(obligation: str) -> str:
    solver = z3.SimpleSolver()
    solver.set("rlimit", _UNITS)
    try:
        solver.from_string(obligation)
    except z3.Z3Exception:
        return "unreadable"
    return str(solver.check())


def _by_cvc5(obligation: str) -> str:
    import cvc5  # noqa: PLC0415 - an extra: only who asks for a second prover needs it

    solver = cvc5.Solver()
    solver.setOption("tlimit-per", str(_MILLISECONDS))
    parser = cvc5.InputParser(solver)
    parser.setStringInput(cvc5.InputLanguage.SMT_LIB_2_6, obligation, "obligation")
    verdict = "unreadable"
    while not (command := parser.nextCommand()).isNull():
        said = str(command.invoke(solver, parser.getSymbolManager())).strip()
        verdict = said or verdict
    return verdict


def control(world: World, reach: Reach, core: tuple[str, ...] | None, ask: Ask) -> str:
    """What becomes of a proof when the duties it rests on are deleted: it has to fall, or never needed them.

    Where it is not known which it rests on (`core` None), all duties are deleted.
    """
    if core is not None and not core:
        return BY_PHYSICS
    bare = world
    for norm in world.norms:
        if core is None or norm.name in core:
            bare = loosened(bare, norm)
    answer = ask(bare, reach)
    if isinstance(answer, Found):
        return FALLS
    return BY_PHYSICS if core is None and isinstance(answer, Proved) else NOT_SHOWN
