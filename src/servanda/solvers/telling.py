"""From a run to the most telling run: fewest moves first, and everybody as helpful as can be.

In this order: moves of the playbook, breaches, occurrences of what sets the
matter off, consents withheld, events, how late they come, days, units moved.
A consent counts only while the vote is open, and not from those who are free
to break their duties; so nobody is praised for coming too late.
"""

from __future__ import annotations

import z3

from servanda.questions.answer import Run
from servanda.solvers.relation import formula
from servanda.solvers.terms import Term, count
from servanda.solvers.unrolled import Shortest, Unrolled
from servanda.world.policy import Policy
from servanda.world.world import Manner


def most_telling(found: Shortest) -> Run:
    """Improve one measure after the other, holding what has been reached."""
    chain = found.chain
    solver = chain.solver
    solver.check()
    model = solver.model()
    for measure in _measures(chain):
        model = _lowered(solver, measure, model)
    return chain.run(_first_in_the_file(chain, model))


def any_run(found: Shortest) -> Run:
    """The run that was found, as it was found."""
    found.chain.solver.check()
    return found.chain.run(found.chain.solver.model())


def _first_in_the_file(chain: Unrolled, model: z3.ModelRef) -> z3.ModelRef:
    """What is left open after all measures: round by round, what the file names first happens if it can.

    Without this the solver would choose, and its choice changes with its release.
    """
    solver = chain.solver
    bits = [bit for made in chain.rounds for bit in made.happens.values()]
    if solver.check(z3.Or([bit != model.eval(bit, model_completion=True) for bit in bits])) == z3.unsat:
        return model
    for bit in bits:
        if not z3.is_true(model.eval(bit, model_completion=True)):
            if solver.check(bit) != z3.sat:
                continue
            model = solver.model()
        solver.add(bit)
    return model


def _lowered(solver: z3.Solver, measure: Term, model: z3.ModelRef) -> z3.ModelRef:
    """The least value of `measure`, by halving; it is then held."""
    best = int(model.eval(measure, model_completion=True).as_long())
    low = _floor(measure)
    while low < best:
        middle = (low + best) // 2
        if solver.check(measure <= middle) == z3.sat:
            model = solver.model()
            best = int(model.eval(measure, model_completion=True).as_long())
        else:
            low = middle + 1
    solver.add(measure <= best)
    return model


def _floor(measure: Term) -> int:
    return 0 if not z3.is_int_value(measure) else int(measure.as_long())


def _measures(chain: Unrolled) -> list[Term]:
    occurrences = chain.relation.reach.occurrence
    return [
        _moves(chain),
        _breaches(chain),
        count([made.happens[n] for made in chain.rounds for n in occurrences if n in made.happens]),
        _withheld(chain),
        count([bit for made in chain.rounds for bit in made.happens.values()]),
        _lateness(chain),
        z3.Sum([made.days for made in chain.rounds]),
        z3.Sum([z3.IntVal(0), *(chain.first[v.name] for v in chain.relation.world.variables if v.unstated)]),
        _units(chain),
        _order(chain),
    ]


def _moves(chain: Unrolled) -> Term:
    names = [flow.name for flow in chain.relation.world.flows]
    return count([z3.Or([made.moved[name] > 0 for made in chain.rounds]) for name in names])


def _breaches(chain: Unrolled) -> Term:
    """Breaches by actors that are free to commit them: acts, and days closed on a wilful miss."""
    world, reach = chain.relation.world, chain.relation.reach
    bits: list[Term] = []
    for made in chain.rounds:
        for event in world.events:
            for item in event.breaks:
                broken = formula(item.condition, made.happens_in[event.name])
                bits.append(z3.And(made.happens[event.name], broken))
        for norm in world.norms:
            if reach.policies[norm.bearer] is Policy.FREE:
                missed = formula(norm.missed, made.happened)
                bits.append(z3.And(made.closes, missed, formula(norm.blame, made.happened)))
    return count(bits)


def _withheld(chain: Unrolled) -> Term:
    """Consents not given, of everybody but the one the vote is about; each counts once."""
    names = _counted(chain)
    given = [z3.Or([made.happens[name] for made in chain.rounds]) for name in names]
    return z3.IntVal(len(names)) - count(given)


def _lateness(chain: Unrolled) -> Term:
    weighted = [z3.If(bit, place, 0) for place, made in enumerate(chain.rounds) for bit in made.happens.values()]
    return z3.Sum([z3.IntVal(0), *weighted])


def _order(chain: Unrolled) -> Term:
    """Between runs that are alike in all else: the one whose doers the file names first."""
    world = chain.relation.world
    place = {actor.ident: index for index, actor in enumerate(world.actors)}
    kinds = {name: index for index, name in enumerate(dict.fromkeys(flow.act for flow in world.flows))}
    terms: list[Term] = [z3.IntVal(0)]
    for made in chain.rounds:
        terms += [z3.If(made.happens[e.name], sum(place[who] for who in e.by), 0) for e in world.events]
        for flow in world.flows:
            weight = len(world.actors) * kinds[flow.act] + sum(place[who] for who in flow.by)
            terms.append(z3.If(made.moved[flow.name] > 0, weight, 0))
    return z3.Sum(terms)


def _units(chain: Unrolled) -> Term:
    """What is moved: as little as will do; but at the full pace where a pace is given, as people would do it."""
    terms: list[Term] = [z3.IntVal(0)]
    for made in chain.rounds:
        for flow in chain.relation.world.flows:
            rate = chain.relation.rate(flow)
            units = made.moved[flow.name]
            terms.append(units if rate is None else z3.If(units > 0, rate * made.days - units, 0))
    return z3.Sum(terms)


def _counted(chain: Unrolled) -> list[str]:
    world, policies = chain.relation.world, chain.relation.reach.policies
    unbound = {actor.ident for actor in world.actors if not actor.bound}
    concerned = {d.name: d.concerned for d in world.decisions}
    return [
        event.name
        for event in world.events
        if event.manner is Manner.CONSENT
        and event.by[0] != concerned.get(event.decision or "")
        and (policies[event.by[0]] is not Policy.FREE or event.by[0] in unbound)
    ]
