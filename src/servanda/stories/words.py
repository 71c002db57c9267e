"""Names, quantities and acts of a world in words."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction

from servanda.agreement.agreement import Agreement
from servanda.agreement.event import ActKind
from servanda.agreement.wording import number_words, with_number
from servanda.world.ground import AMOUNT, DOWN_TO, OUTSIDER
from servanda.world.world import Event, Flow, Manner


def name_of(agreement: Agreement, ident: str) -> str:
    """An actor's name as people say it; several, joined, for "GB+US"."""
    if ident == OUTSIDER:
        return OUTSIDER
    return listed(agreement.actor(part).name for part in ident.split("+"))


def listed(names: Iterable[str], word: str = "and") -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    found = list(names)
    if len(found) < 2:
        return "".join(found)
    return f"{', '.join(found[:-1])} {word} {found[-1]}"


def grouped(number: int) -> str:
    """A number as it is written everywhere, thousands apart: ``1,500,000``."""
    return number_words(Fraction(number))


def capital(text: str) -> str:
    """The text with a capital first letter, the rest untouched."""
    return text[:1].upper() + text[1:]


def alone(sentence: str) -> str:
    """A sentence that stands by itself names no party spoken of before."""
    return sentence.replace("that party", "the party concerned").replace("That party", "The party concerned")


def third_person(verb: str) -> str:
    """``attack`` → ``attacks``, ``supply`` → ``supplies``; only the first word changes."""
    first, *rest = verb.split(" ")
    if first.endswith(("s", "x", "ch", "sh")):
        first += "es"
    elif first.endswith("y") and first[-2:-1] not in "aeiou":
        first = first[:-1] + "ies"
    else:
        first += "s"
    return " ".join([first, *rest])


def pattern(agreement: Agreement, kind: ActKind, words: tuple[str, ...], fill: dict[str, str]) -> str:
    """A verb or noun pattern with its slots filled."""
    things = {slot.name for slot in kind.slots if slot.who is None}
    many = fill.get(AMOUNT, "")
    counted = list(words) if not many or things & set(words) else with_number(list(words), many)
    said = " ".join(
        word if word not in fill else ((many or fill[word]) if word in things else name_of(agreement, fill[word]))
        for word in counted
    )
    return f"{said} to {fill[DOWN_TO]}" if DOWN_TO in fill else said


def event_sentence(agreement: Agreement, event: Event) -> str:
    """What somebody does, as a sentence."""
    who = capital(name_of(agreement, event.by[0]))
    if event.manner is Manner.CONSENT and event.decision is None:
        return f"{who} agrees to clause {dict(event.fill)['CLAUSE']}."
    if event.manner is Manner.CONSENT:
        return f"{who} consents."
    if event.manner is Manner.REFUSAL:
        return f"{who} refuses."
    if event.manner is Manner.POWER:
        return f"{_everybody(agreement, event)} {_named(agreement, dict(event.fill)['SAYS'], event)}."
    return f"{act_sentence(agreement, agreement.act_kind(event.act or ''), dict(event.fill))}."


def act_sentence(agreement: Agreement, kind: ActKind, fill: dict[str, str]) -> str:
    """``Arland attacks Borland``: whoever fills the doer's slot does what the verb says."""
    return f"{capital(name_of(agreement, fill[kind.doer]))} {third_person(pattern(agreement, kind, kind.verb, fill))}"


def _everybody(agreement: Agreement, event: Event) -> str:
    return capital(listed(name_of(agreement, who) for who in event.by))


def _named(agreement: Agreement, says: str, event: Event) -> str:
    """What a power's use says, actors in braces by name; of several who use it together, the verb without its "s"."""
    for actor in agreement.actors:
        says = says.replace(f"{{{actor.ident}}}", actor.name)
    if len(event.by) > 1:
        first, *rest = says.split(" ")
        says = " ".join([first.removesuffix("s"), *rest])
    return says


def flow_noun(agreement: Agreement, flow: Flow) -> str:
    """``delivery by Westland of battle tanks to Borland``."""
    kind = agreement.act_kind(flow.act)
    return pattern(agreement, kind, kind.noun, dict(flow.fill))


def flow_sentence(agreement: Agreement, flow: Flow, units: int, days: int) -> str:
    """A sentence: ``Westland begins to deliver battle tanks to Borland: 2 a day, and Borland accepts.``."""
    kind = agreement.act_kind(flow.act)
    verb = pattern(agreement, kind, kind.verb, dict(flow.fill))
    who = capital(name_of(agreement, flow.by[0]))
    accepts = "".join(f", and {name_of(agreement, other)} accepts" for other in flow.by[1:])
    if days == 1:
        return f"{who} {third_person(verb)}: {grouped(units)} in one day{accepts}."
    return f"{who} begins to {verb}: {pace(units, days)}{accepts}."


def pace(units: int, days: int) -> str:
    """``2 a day``, or ``201 in 101 days`` where that does not come out even."""
    daily = -(-units // days)
    evenly = daily * days - units < daily
    return f"{grouped(daily)} a day" if evenly else f"{grouped(units)} in {grouped(days)} days"


def amount_words(agreement: Agreement, kind: str, number: int) -> str:
    """``400 battle tanks``; ``150 kg UF6 of enriched hexafluoride``: what is not counted one by one bears its unit."""
    unit = next((each.unit for each in agreement.kinds if each.name == kind), "")
    if not unit or kind.endswith("s") or unit.split()[0] in kind:
        return f"{grouped(number)} {kind}"
    return f"{grouped(number)} {unit} of {kind}"
