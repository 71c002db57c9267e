"""Whom the words of a source mean: names, titles, "he", "who", "Moscow" - or honestly nobody known."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from servanda.reading.floor import Floor, holder
from servanda.reading.lexicon import load_lexicon
from servanda.reading.names import OFFICES, TITLES, Registry, party_of_words
from servanda.reading.span import Span, Spans, covered
from servanda.reading.tree import EMPTY, Tree, Word

_HE = frozenset(["he", "she", "him", "her", "his", "himself", "herself"])
_WE = frozenset(["i", "we", "us", "our", "me", "my", "ourselves", "myself"])
_THEY = frozenset(["they", "it", "them", "their", "its", "itself", "themselves"])
_WHO = frozenset(["who", "which", "that", "whom"])
_MINE = re.compile(r"^(?:my|our) (?:own )?(?:country|delegation|government|people|nation|side)$")
_STATE = re.compile(
    r"^(?:the|his|her|their|its|our) (?:own |foreign |host |same )?"
    r"(?:country|government|state|nation|republic|administration|foreign ministry|defen[cs]e ministry|ministry|side"
    r"|delegation|leadership|army|military|regime|authorities)$",
    re.IGNORECASE,
)
_STATE_OF = re.compile(
    r"^(?:the )?(?:[\w-]+ )?(?:state|republic|kingdom|government|country) of (?:the )?[A-Z][\w ’'-]*$", re.IGNORECASE
)
_STATE_BODY = re.compile(
    r"(?:['’]s|ian|ish|an|ese|ic|i|ch)\s(?:\w+\s)?(?:government|ministry|side|authorities|delegation|leadership|presidency)$"
    r"|^(?:the )?(?:ministry|government|authorities|delegation|leadership|presidency) of ",
    re.IGNORECASE,
)
#: Who stands between the parties speaks for neither, and not for the state they come from.
_BETWEEN = frozenset(["mediator", "mediators"])
_HUMANS = load_lexicon().listed("humans")
_BODIES = load_lexicon().listed("institutions") | load_lexicon().listed("bodies")
_NOT_FOR_STATES = load_lexicon().listed("not-for-states")
_DESCRIBED = re.compile(
    r"^(?:the )?(?:neighbou?ring|nearby|downstream|upstream|landlocked|tiny|breakaway|war-torn)\s+", re.I
)
_WRITTEN = re.compile(
    r"^(?:the )?([A-Z][\w.’'-]*?(?: [A-Z][\w.’'-]*?)*)[’']s? (?:[\w-]+ ){0,2}"
    r"(?:post|tweet|letter|message|statement|account|reply|speech|article|op-ed|column|note)$"
)
_OWNER = re.compile(r"^(?:the )?([A-Z][\w.’'-]*?(?: [A-Z][\w.’'-]*?)*)[’']s? (?:[\w-]+ ){0,3}(\w+)")


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who speaks, in which office, for whom; each None where the text does not tell."""

    name: str | None = None
    role: str | None = None
    party: str | None = None

    @property
    def is_person(self) -> bool:
        """Whether this is one named human being."""
        return self.name is not None and self.name != self.party


NOBODY = Speaker()


@dataclass(frozen=True, slots=True)
class Heard:
    """Somebody who was named at a place in the text and may be meant by a later pronoun."""

    place: int
    speaker: Speaker
    spoke: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What a source is resolved against: the text, its trees, everybody named, and who was heard so far.

    ``apart`` names somebody whom a pronoun here cannot mean.
    """

    text: str
    trees: Sequence[Tree]
    registry: Registry
    heard: Sequence[Heard]
    parent: Speaker | None
    apart: str | None = None
    floors: Sequence[Floor] = ()


def resolve(source: Spans, context: Context) -> Speaker:
    """The speaker some source words mean."""
    if not source:
        return NOBODY
    words = " … ".join(" ".join(context.text[start:end].split()) for start, end in source)
    lower = words.lower()
    if lower in _WHO:
        return _antecedent(source[0], context)
    if lower in _WE or _MINE.match(lower):
        return context.parent or _on_the_floor(source[0][0], context)
    if lower in _HE:
        return _he(source[0][0], context)
    if lower in _THEY:
        return _they(source[0][0], context)
    return named(words, context) or _described(words, source[0][0], context)


def _on_the_floor(place: int, context: Context) -> Speaker:
    """As in a verbatim record: "we" and "my delegation" mean whoever was given the floor."""
    floor = holder(context.floors, place)
    return Speaker(floor.name, None, floor.party) if floor is not None else NOBODY


def named(words: str, context: Context) -> Speaker | None:
    """A person, party or medium called by a name; several joined by "and" become one entry."""
    registry = context.registry
    if registry.is_medium(words):
        return Speaker(words)
    several = _several(words, registry)
    if several:
        return Speaker(several, None, several)
    party = registry.party(words) or registry.party(_DESCRIBED.sub("", words))
    if party:
        return Speaker(party, None, party)
    for part in words.split(", ")[1:]:
        person = registry.person(part)
        if person is not None and _is_name_of(part.strip(" ,"), person.name):
            role = person.role or words.split(", ", maxsplit=1)[0]
            return Speaker(person.name, role, person.party or _party_in(words, registry))
    head = re.split(r",| (?:of|for|from|at|in|to|with|who|which|whose) ", words)[0].strip()
    person = registry.person(head)
    if person is not None and head.split()[-1][:1].isupper():
        return Speaker(
            person.name,
            person.role or _appended_role(words),
            person.party or _party_in(words, registry),
        )
    return None


def _own_words(words: str) -> list[str]:
    """The words that tell whose somebody is: an ambassador to a country speaks for another one."""
    return re.split(r" (?:to|at|with|on) ", words, maxsplit=1)[0].split()


def _is_name_of(part: str, name: str) -> bool:
    """Whether some words are a person's name, with titles before it at most ("Colonel Tomas Reyes")."""
    before = part.removesuffix(name).split()
    titled = not before or any(word.strip(".").lower() in OFFICES | TITLES for word in before)
    return part.endswith(name) and titled and all(word[:1].isupper() for word in before)


def _party_in(words: str, registry: Registry) -> str | None:
    """The party some words name, or that of the person whose office they name ("Brann's deputy")."""
    listed = [re.sub(r"\W|[’']s$", "", word).lower() for word in words.split()]
    if not any(word in OFFICES for word in listed) or any(word in _NOT_FOR_STATES for word in listed):
        return None
    party = party_of_words(_own_words(words), registry.parties)
    owner = _OWNER.match(words) if party is None else None
    person = registry.person(owner.group(1)) if owner is not None else None
    return person.party if person is not None else party


def _several(words: str, registry: Registry) -> str | None:
    parts = re.split(r", and | and |, ", words)
    if len(parts) < 2:
        return None
    parties = [registry.party(part) for part in parts]
    return "; ".join(party for party in parties if party) if all(parties) else None


def _appended_role(words: str) -> str | None:
    """As in "Lavrov, the foreign minister" names the office after the name."""
    _, comma, after = words.partition(", ")
    office = comma and any(word.strip(".,").lower() in OFFICES for word in after.split())
    return after.strip(" ,") if office else None


def _antecedent(span: Span, context: Context) -> Speaker:
    """The noun a relative pronoun goes back to."""
    index = bisect_left(context.trees, span[0] + 1, key=lambda tree: tree.words[0].start if tree.words else 0) - 1
    tree = context.trees[index] if index >= 0 else EMPTY
    word = next((word for word in tree.words if word.start == span[0]), None)
    return _of_noun(_relative_noun(tree, word), tree, context) if word is not None else NOBODY


def _relative_noun(tree: Tree, word: Word) -> Word | None:
    for verb in tree.ancestors(word):
        if verb.dep == "relcl":
            return tree.head(verb)
    return None


def _of_noun(noun: Word | None, tree: Tree, context: Context) -> Speaker:
    if noun is None:
        return NOBODY
    start = tree.words[noun.first].start
    phrase = " ".join(context.text[start : noun.end].split())
    inner = Context(context.text, context.trees, context.registry, context.heard, context.parent)
    return named(phrase, inner) or _described(phrase, start, inner)


def _he(place: int, context: Context) -> Speaker:
    """As in "he", "she": inside somebody's words that somebody, else the person last heard or last made a subject."""
    if context.parent is not None and context.parent.is_person and context.parent.name:
        return context.parent
    for heard in reversed(context.heard):
        if heard.place < place and heard.speaker.name != context.apart and _is_human(heard.speaker, context.registry):
            return heard.speaker
    return NOBODY


def _is_human(speaker: Speaker, registry: Registry) -> bool:
    """Whether "he" or "she" can mean a speaker: somebody known by name, or one human being described."""
    if not speaker.is_person or speaker.name is None:
        return False
    if registry.person(speaker.name) is not None and speaker.name[:1].isupper():
        return True
    head = re.split(r",| (?:of|for|from|at|in|to|with|who|close|familiar|briefed) ", speaker.name)[0].lower().split()
    word = head[-1] if head else ""
    plural = word.endswith("s") and not word.endswith("ss")
    person = word in (OFFICES | _HUMANS) - _BODIES or re.search(r"(?:er|or|ist|man|woman)$", word)
    return bool(person) and not plural and (not speaker.name[:1].isupper() or bool(speaker.role) or len(head) > 1)


def _they(place: int, context: Context) -> Speaker:
    """As in "it", "they": the party or body last heard; a person is not meant."""
    if context.parent is not None and context.parent.party:
        return Speaker(context.parent.party, None, context.parent.party)
    for heard in reversed(context.heard):
        if heard.place < place and heard.spoke and not _is_human(heard.speaker, context.registry):
            return heard.speaker
    return NOBODY


def _described(words: str, place: int, context: Context) -> Speaker:
    """A description: somebody of that office heard before, the state of whoever speaks, or just the words."""
    party = party_of_words(_own_words(words), context.registry.parties)
    if party and _STATE_OF.search(words):
        return Speaker(party, None, party)
    if _STATE.match(words) and party is None:
        party = _party_around(place, context)
        return Speaker(party or words, None, party)
    if party and _STATE_BODY.search(words):
        return Speaker(party, words, party)
    office = re.match(r"^(?:the|a|an) (?:[\w-]+ )*?([\w-]+)$", words, re.IGNORECASE)
    if office and words.lower().startswith("the ") and office.group(1).lower() in OFFICES:
        for heard in reversed(context.heard):
            held = re.findall(r"[\w-]+", (heard.speaker.role or "").lower())
            if heard.place < place and office.group(1).lower() in held:
                return heard.speaker
    speaks = party if any(word.strip("’s'").lower() in OFFICES - _BETWEEN for word in words.split()) else None
    written = _WRITTEN.match(words)
    author = context.registry.person(written.group(1)) if written is not None else None
    if author is not None:
        return Speaker(author.name, author.role, author.party)
    possessor = re.match(r"^(.+?)(?:’s|'s) (?:government|administration|ministry|office|camp|team|side)$", words)
    if possessor:
        owner = context.registry.person(possessor.group(1))
        if owner is not None and owner.party:
            return Speaker(owner.party, words, owner.party)
    return Speaker(words, None, speaks)


def _party_around(place: int, context: Context) -> str | None:
    if context.parent is not None and context.parent.party:
        return context.parent.party
    for heard in reversed(context.heard):
        if heard.place < place and heard.speaker.party:
            return heard.speaker.party
    return None


def subjects_heard(trees: Sequence[Tree], contents: Spans, registry: Registry) -> list[Heard]:
    """Persons that are the subject of a sentence outside anybody's words, by name or with their name beside."""
    found = []
    for tree in trees:
        for word in tree.words:
            if word.dep not in ("nsubj", "nsubjpass") or tree.head(word).dep not in ("ROOT", "conj"):
                continue
            named = word if word.pos == "PROPN" else next(iter(tree.children(word, "appos")), None)
            person = registry.person(named.text) if named is not None and named.pos == "PROPN" else None
            if person is not None and not covered((word.start, word.end), contents):
                found.append(Heard(word.start, Speaker(person.name, person.role, person.party), spoke=False))
    return found
