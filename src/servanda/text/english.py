"""English as agreements write it: the words that bind, and bare noun phrases that stand where a duty should."""

from __future__ import annotations

import re

BINDING = re.compile(
    r"\b(?:shall|will|must|undertakes?|commits? (?:itself |themselves )?to|agrees? (?:not )?to|(?:is|are) to\b"
    r"|pledges?)\b",
    re.IGNORECASE,
)
CONDUCT = re.compile(r"\b(?:should|endeavou?rs?|best (?:efforts|endeavours))\b", re.IGNORECASE)
"""Words that ask for an effort."""

_NOMINAL = (
    "withdrawal|pull-?back|disengagement|release|exchange|establishment|creation|disarmament|demobili[sz]ation"
    "|dismantling|removal|destruction|reinstatement|restoration|resumption|reopening|opening|cessation|cease-?fire"
    "|termination|definition|determination|adoption|enactment|implementation|monitoring|verification|delivery|return"
    "|repatriation|demining|clearance|redeployment|transfer|lifting|amnesty|pardon|holding|carrying out|protection"
    "|prohibition|suspension|reduction|evacuation|hand-?over|decentrali[sz]ation|intensification|setting up"
    r"|ban|refusal|renunciation|vacation|renewal|observance|non-use|launch"
)
NOUN_PHRASE = re.compile(
    r"^\W*(?:the )?(?:(?!to |no |of |in |for |including |an? |any |this |that |each |such |every )(?:\w+(?:-\w+)?,?) )"
    rf"{{0,4}}?(?:{_NOMINAL})\b(?! (?:Commission|Mission|Committee))",
    re.IGNORECASE,
)
FINITE = re.compile(
    r"\b(?:shall|will|must|is|are|was|were|be|agree[sd]?|may|should|can|could|would|has|have|had|undertakes?|remains?"
    r"|does|do|requires?|means?|includes?|applies|apply|constitutes?|commits?|considers?|contains?|establishes|ensures"
    r"|provides|prevails?|lasts?|begins?|starts?|ends|runs|enters?|takes?|comes?|continues?|expires?|covers?|extends?"
    r"|binds|depends|concerns|gives|allows|governs|follows|goes|makes|becomes|occurs|serves|consists|comprises)\b"
)


def possessive(name: str) -> str:
    """``Arland's``, ``Hamas's``, ``the United States'``: a name that is a plural takes the apostrophe alone."""
    plural = name.lower().startswith("the ") and name.endswith("s") and not name.endswith("ss")
    return f"{name}'" if plural else f"{name}'s"


def annexes_named(words: str) -> str:
    """What is numbered "annex 2.1" is called so, and no "clause annex 2.1"."""
    return re.sub(r"\b([Cc])lause annex\b", lambda found: "Annex" if found[1] == "C" else "annex", words)


def main_part(sentence: str) -> str:
    """What comes before a relative clause, brackets left out: a verb further on does not make it a sentence."""
    bare = re.sub(r"\([^()]*\)", "", sentence)
    return " ".join(re.split(r"\b(?:that|which|who|provided|in order|specifying|whose|where)\b", bare)[0].split())


def is_noun_phrase(sentence: str) -> bool:
    """Whether a sentence holds no verb: "Withdrawal of all forces." tells nobody to do it."""
    return NOUN_PHRASE.match(sentence) is not None and FINITE.search(main_part(sentence)) is None
