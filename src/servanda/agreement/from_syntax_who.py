"""From phrases to the actors they point at."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from servanda.agreement import complain
from servanda.agreement.party import Actor, Group, Quantifier, Role, Who
from servanda.agreement.scope import Scope, folded
from servanda.syntax.keywords import misspelt_ending
from servanda.syntax.nearest import distance
from servanda.syntax.tree import Phrase, Word
from servanda.text import Place

_CONCERNED = re.compile(r"\s+(?:without|minus|except)\s+the\s+(?:state|party|member|one)\s+concerned$")
_QUANTIFIERS = MappingProxyType(
    {
        "each": Quantifier.EACH,
        "every": Quantifier.EACH,
        "all": Quantifier.EACH,
        "both": Quantifier.EACH,
        "the": Quantifier.EACH,
        "": Quantifier.EACH,
        "any": Quantifier.ANY,
        "a": Quantifier.ANY,
        "an": Quantifier.ANY,
        "some": Quantifier.ANY,
        "one": Quantifier.ANY,
        "either": Quantifier.ANY,
    }
)
_GROUPS = MappingProxyType(
    {
        "party": Group.PARTIES,
        "side": Group.PARTIES,
        "signatory": Group.PARTIES,
        "state": Group.STATES,
        "third state": Group.THIRD_STATES,
        "third party": Group.THIRD_STATES,
        "verifier": Group.VERIFIERS,
    }
)
_PLURALS = MappingProxyType(
    {
        "parties": "party",
        "sides": "side",
        "signatories": "signatory",
        "states": "state",
        "third states": "third state",
        "third parties": "third party",
        "verifiers": "verifier",
    }
)
_SINGULAR_THE = frozenset({"the party", "the side", "the state", "the signatory", "the third state"})
_FIXED = MappingProxyType(
    {
        **dict.fromkeys(("it", "itself", "they", "them", "themselves"), (Quantifier.ONE, Group.SAME)),
        **dict.fromkeys(("the other", "the other one"), (Quantifier.ONE, Group.OTHERS)),
        **dict.fromkeys(("the others", "all others", "all the others"), (Quantifier.JOINTLY, Group.OTHERS)),
        **dict.fromkeys(("each other", "one another", "each of the others"), (Quantifier.EACH, Group.OTHERS)),
        **dict.fromkeys(("any of the others", "another"), (Quantifier.ANY, Group.OTHERS)),
        **dict.fromkeys(("anybody", "anyone", "somebody", "someone"), (Quantifier.ANY, Group.ANYBODY)),
        **dict.fromkeys(("everybody", "everyone"), (Quantifier.EACH, Group.ANYBODY)),
    }
)
_OTHER = re.compile(r"(the other|each other|every other|any other|all other|that|the same|this) (\w+(?: \w+)?)$")
_OTHER_QUANTIFIER = MappingProxyType(
    {"each other": Quantifier.EACH, "every other": Quantifier.EACH, "any other": Quantifier.ANY}
)
_OF = re.compile(r"(each|every|all|any|one|either|both)(?: members?| one)?(?: of)? (.+)$|(?:the )?members of (.+)$")
_SPOKEN = "each Party, the other Party, that Party, any state"


def try_who(scope: Scope, words: Sequence[Word], place: Place) -> Who | None:
    """Who the words point at; None where nobody is known by them."""
    text = " ".join(word.text for word in words)
    bare = _CONCERNED.sub("", folded(text))
    if bare != folded(text):
        inner = _plain(scope, text[: len(bare)], bare, place)
        return replace(inner, without_concerned=True) if inner else None
    return _plain(scope, text, bare, place)


def who(scope: Scope, phrase: Phrase) -> Who | None:
    """Who a phrase points at; says so where it points at nobody."""
    found = try_who(scope, phrase.words, scope.place(phrase))
    if found is None and not misspelt(scope, phrase):
        complain.unknown_actor(scope.complaints, phrase.text, scope.place(phrase), candidates(scope))
    return found


def misspelt(scope: Scope, phrase: Phrase) -> bool:
    """Whether a phrase is not understood because a word that should end it is misspelt; says so."""
    if scope.complaints.blind:
        return False
    known = scope.words()
    for word in phrase.words:
        meant = None if word.quoted or word.text.lower() in known else misspelt_ending(word.text)
        if meant is None:
            continue
        far = distance(word.text.lower(), meant, 3)
        if all(distance(word.text.lower(), each, far) >= far for each in known):
            complain.misspelt(scope.complaints, word.text, meant, scope.place(word))
            return True
    return False


def whos(scope: Scope, phrases: Sequence[Phrase]) -> tuple[Who, ...]:
    """The actors of a list (``A, B and C``); those that are unknown are complained of and left out."""
    found = [who(scope, part) for phrase in phrases for part in _parts(scope, phrase)]
    return tuple(each for each in found if each is not None)


def candidates(scope: Scope) -> tuple[str, ...]:
    """What may stand where somebody is named."""
    actors = [name for actor in scope.actors.values() for name in (actor.ident, actor.name)]
    bodies = [name for body in scope.bodies.values() for name in (body.ident, f"each of {body.ident}")]
    return tuple(dict.fromkeys((*actors, *bodies, *_SPOKEN.split(", "), "the others", "a Party", "any third state")))


def fits(scope: Scope, filler: Who, widest: Who) -> bool:
    """Whether somebody may stand where only `widest` may; only named actors are ever refused."""
    if filler.group is not Group.NAMED or filler.name not in scope.actors:
        return True
    actor = scope.actors[filler.name]
    return _belongs(actor, widest.group)


def _belongs(actor: Actor, group: Group) -> bool:
    match group:
        case Group.PARTIES:
            return actor.role is Role.PARTY
        case Group.STATES:
            return actor.is_state
        case Group.THIRD_STATES:
            return actor.role is Role.THIRD_STATE
        case Group.VERIFIERS:
            return actor.role is Role.VERIFIER
    return True


def _parts(scope: Scope, phrase: Phrase) -> list[Phrase]:
    """A phrase cut at its "and" where it is not one name."""
    left = phrase.words[1:] if phrase.words[0].text == "and" and len(phrase.words) > 1 else phrase.words
    found: list[Phrase] = []
    while try_who(scope, left, scope.place(phrase)) is None:
        cut = next((index for index, word in enumerate(left) if word.text == "and" and not word.quoted), 0)
        if cut == 0 or cut == len(left) - 1:
            break
        found.append(Phrase(left[:cut]))
        left = left[cut + 1 :]
    return [*found, Phrase(left)]


def _plain(scope: Scope, text: str, bare: str, place: Place) -> Who | None:
    actor = scope.actor_named(text)
    if actor is not None:
        return Who(Quantifier.ONE, Group.NAMED, actor.ident, place)
    body = scope.body_named(text)
    if body is not None:
        return Who(Quantifier.EACH, Group.BODY, body.ident, place)
    fixed = _FIXED.get(bare)
    if fixed is not None:
        return Who(*fixed, None, place)
    return _other(bare, place) or _group(bare, place) or _of(scope, bare, place) or _member(scope, bare, place)


def _other(bare: str, place: Place) -> Who | None:
    match = _OTHER.match(bare)
    if match is None:
        return None
    lead, noun = match[1], match[2]
    if _PLURALS.get(noun, noun) not in _GROUPS:
        return None
    if lead in ("that", "the same", "this"):
        return Who(Quantifier.ONE, Group.SAME, None, place) if noun in _GROUPS else None
    plural = noun in _PLURALS
    return Who(_OTHER_QUANTIFIER.get(lead, Quantifier.JOINTLY if plural else Quantifier.ONE), Group.OTHERS, None, place)


def _group(bare: str, place: Place) -> Who | None:
    first, _, rest = bare.partition(" ")
    lead, noun = (first, rest) if first in _QUANTIFIERS else ("", bare)
    group = _GROUPS.get(noun) or _GROUPS.get(_PLURALS.get(noun, ""))
    if group is None or bare in _SINGULAR_THE or (lead == "" and noun in _GROUPS):
        if group is Group.VERIFIERS and lead == "the":
            return Who(Quantifier.EACH, group, None, place)
        return None
    return Who(_QUANTIFIERS[lead], group, None, place)


def _member(scope: Scope, bare: str, place: Place) -> Who | None:
    """``each guarantor``, ``any guarantor``, ``the other guarantors``: one word for the members of a body."""
    lead, _, noun = bare.rpartition(" ")
    body = scope.body_named(f"{noun}s") or scope.body_named(noun)
    if body is None or not noun:
        return None
    if lead in _QUANTIFIERS and lead not in ("", "the"):
        return Who(_QUANTIFIERS[lead], Group.BODY, body.ident, place)
    if lead in ("the other", "the others", "all other"):
        return Who(Quantifier.JOINTLY if noun.endswith("s") else Quantifier.ONE, Group.OTHERS, None, place)
    return None


def _of(scope: Scope, bare: str, place: Place) -> Who | None:
    match = _OF.match(bare)
    if match is None:
        return None
    quantifier = _QUANTIFIERS[match[1] or ""]
    named = match[2] or match[3]
    body = scope.body_named(named)
    if body is not None:
        return Who(quantifier, Group.BODY, body.ident, place)
    inner = _group(named.removeprefix("the "), place)
    return replace(inner, quantifier=quantifier) if inner else None
