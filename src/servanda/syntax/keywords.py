"""The words of the language as people know them: for "did you mean", and to say what can stand somewhere."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from servanda.syntax.nearest import nearest

KEYWORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "AGREEMENT": ("agreement",),
        "VOCABULARY": ("vocabulary",),
        "USE": ("use",),
        "ROLE": ("party", "third state", "verifier", "non-state actor", "parties"),
        "BODY": ("body",),
        "KIND": ("kind",),
        "COUNTED_IN": ("counted in",),
        "ACT": ("act",),
        "MOVE": ("move",),
        "CLAUSE": ("clause", "article", "paragraph", "section"),
        "ANNEX": ("annex",),
        "SCENARIO": ("scenario",),
        "ACCEPT": ("accept",),
        "EXPECT": ("expect",),
        "BECAUSE": ("because",),
        "INTEREST_OF": ("interest of",),
        "ASSUME": ("assume",),
        "NO": ("no",),
        "RISE_BY": ("rise by at most", "rises by at most"),
        "AT_SIGNATURE": ("at signature",),
        "VERSION": ("version",),
        "TEXT": ("text",),
        "EXTENT": ("extent",),
        "STATUS": ("status",),
        "SIGNED": ("signed",),
        "TAKES_EFFECT": ("takes effect",),
        "LASTS": ("lasts",),
        "UNTIL": ("until",),
        "WITHOUT_END": ("without end",),
        "DEADLINES": ("deadlines",),
        "INCLUSIVE": ("inclusive",),
        "EXCLUSIVE": ("exclusive",),
        "FORCE": ("shall", "will", "must", "should", "undertakes to", "undertake to", "endeavours to", "endeavour to"),
        "FORCE_NOT": ("undertakes not to", "agrees not to"),
        "JOINTLY": ("jointly",),
        "MAY": ("may",),
        "ANSWER_BY": ("answer by",),
        "NOT": ("not",),
        "REFRAIN_FROM": ("refrain from",),
        "KEEP": ("keep",),
        "HOLD": ("hold", "have"),
        "EXCEED": ("exceed", "exceeds"),
        "DO_NOT": ("do not", "does not"),
        "DECIDE": ("decide",),
        "IT": ("it",),
        "ON": ("on",),
        "OF": ("of",),
        "CONSENT": ("consent",),
        "TO_IT": ("to it",),
        "AGREE": ("agree",),
        "TO": ("to",),
        "NO_LONGER_BINDS": ("no longer binds",),
        "RELEASED_FROM": ("is released from",),
        "DECIDES": ("decides", "decide"),
        "BY_RULE": ("by unanimity", "unanimously", "by consensus", "by majority", "by two thirds"),
        "WITHOUT_CONCERNED": ("without the state concerned", "without the party concerned"),
        "WITH_AGREEMENT_OF": ("with the agreement of", "with the consent of"),
        "FULFILLED": ("is fulfilled", "are fulfilled", "is carried out", "is implemented"),
        "AFTER": ("after",),
        "NOT_BEFORE": ("not before",),
        "PROVIDED_THAT": ("provided that",),
        "OTHERWISE_ADOPTED": ("otherwise adopted",),
        "UPON": ("upon",),
        "OR": (", or",),
        "AND": (", and",),
        "AND_WORD": ("and",),
        "IF_BREACHED": ("if breached",),
        "WAIVED": ("waived",),
        "LEAVES": ("withdraw from the agreement",),
        "ENDS_ALL": ("terminate the agreement", "end the agreement"),
        "SUSPENDS_ALL": ("suspend the agreement",),
        "SUSPENDS": ("suspend",),
        "SUSPENDS_OWN": ("suspend its duties under",),
        "IF": ("if",),
        "OWN_JUDGEMENT": ("in its own judgement",),
        "BY_NOTICE": ("by notice to the others",),
        "EFFECTIVE": ("effective not less than", "effective"),
        "AFTER_NOTICE": ("after notice",),
        "FOR": ("for",),
        "ONCE": ("once only",),
        "IS_EXTENDED": ("the agreement is extended", "the agreement is renewed"),
        "SAME_PERIOD": ("by the same period",),
        "THEN": ("then",),
        "UNLESS": ("unless",),
        "NOTIFIES": ("notifies the others", "notify the others"),
        "AT_LEAST": ("at least",),
        "BEFORE_END": ("before it ends",),
        "THE_AGREEMENT": ("the agreement",),
        "ENDS": ("ends", "end"),
        "SURVIVES": ("survives the end", "survive the end"),
        "WHAT_IS_DUE": ("what is due under",),
        "LAPSES": ("lapses at the end",),
        "SILENT_ON": ("withdrawal", "suspension", "termination"),
        "THIS_CLAUSE": ("this clause",),
        "LEAVING": ("withdrawal from the agreement",),
        "SUSPENSION_OF": ("suspension of",),
        "AGREEMENT_WORD": ("the agreement",),
        "BEYOND_TERM": ("beyond the term",),
        "WITHIN": ("within",),
        "AT_ONCE": ("at once", "immediately"),
        "BY": ("by",),
        "BY_RATE": ("by",),
        "EVERY": ("every",),
        "DAILY": ("daily", "weekly"),
        "SINCE": ("of adoption",),
        "DAY_WORD": ("day",),
        "BREACH_OF": ("breach of",),
        "ADOPTION": ("adoption",),
        "BY_WORD": ("by",),
        "ESTABLISHED_BY": ("established by",),
        "ENTITLED_TO": ("is entitled to", "are entitled to"),
        "OWED_BY": ("owed by",),
        "BEGINS": ("begins",),
        "COMPLETED": ("completed",),
        "GOVERNS": ("governs",),
        "PHASE": ("the beginning", "the completion"),
        "IN_PARALLEL": ("in parallel",),
        "IN_PHASES": ("in phases",),
        "EACH_COMPLETE": ("each to be complete",),
        "EACH_AWAITS": ("each awaits the other",),
        "IS_TARGET": ("is a target",),
        "COUNTING": ("counting the first day",),
        "OF_DATE": ("of",),
        "DAYS_AFTER": ("on day 1 after",),
        "NOT_BEFORE_ACT": ("not before",),
        "VERIFIED_BY": ("verified by", "is verified by", "are verified by"),
        "WITH_ACCESS_TO": ("with access to",),
        "REPORTS": ("reports",),
        "STANDARD": ("standard",),
        "GRADE": ("observed", "assessed", "declared"),
        "MEANS": ("means",),
        "DOCUMENT": ("annex", "map", "side letter", "appendix", "schedule", "protocol"),
        "ATTACHED": ("not attached", "attached", "unpublished", "not agreed", "in another text"),
        "RESTS_ON": ("rests on",),
        "POSITION_OF": ("position of",),
        "STANCE": ("demands", "rejects", "accepts", "offers", "is open to"),
        "BEFORE": ("before",),
        "SOURCE": ("source",),
        "SAID": ("said",),
        "CAN_STAND_IN": ("can stand in for",),
        "ALWAYS": ("always",),
        "NEVER": ("never",),
        "NEVER_FALL": ("never falls", "never fall"),
        "AT_EXPIRY": ("at expiry",),
        "WHENEVER": ("whenever",),
        "OR_BEFORE": ("before or",),
        "PLUS": ("plus",),
        "BE": ("is", "are", "stays"),
        "COMPARE": (
            "at or below",
            "at most",
            "at least",
            "at or above",
            "below",
            "above",
            "equal to",
            "no more than",
            "no less than",
        ),
        "TIMES": ("times",),
        "PORTION": ("twice", "half"),
        "NOUN": ("noun",),
        "VERB": ("verb",),
        "IS": ("is",),
        "NEEDS": ("needs",),
        "RAISES": ("raises",),
        "SHOWS": ("shows",),
        "NOTICED_BY": ("noticed by",),
        "DONE_BY": ("done by",),
        "VERDICT": ("kept", "breached", "prevented", "due"),
        "NOT_STATED": ("not stated",),
        "PER": ("a day",),
        "TIME_UNIT": ("days", "day", "weeks", "week", "months", "month", "years", "year"),
    }
)

_VALUES: Mapping[str, str] = MappingProxyType(
    {
        "DATE": "a date (2025-03-02)",
        "TIME": "a time (12:00)",
        "IN_ZONE": "a zone (in UTC)",
        "NUMBER": "a number (400)",
        "NUMBER_WORD": "a number in words (three)",
        "CLAUSE_NUMBER": "a clause number (5 or 13(d))",
        "FINDING": "the id of a finding (1f2e3d4c5b6a)",
        "STRING": 'words in quotation marks ("…")',
        "WORD": "a name",
        "COMMA": "a comma",
        "COLON": "a colon",
        "EQUAL": "an equals sign (= 400 tanks)",
    }
)

_MORE: Mapping[str, str] = MappingProxyType(
    {
        "WITHIN": "within 3 days",
        "AT_ONCE": "at once",
        "BY": "by 2025-03-02",
        "EVERY": "every 30 days",
        "PROVIDED_THAT": "provided that … decide it by unanimity, or that clause 2 is fulfilled",
        "WITH_AGREEMENT_OF": "with the agreement of …",
        "NOT_BEFORE": "not before 2025-03-02",
        "COMPARE": "at or below 400 tanks",
        "BECAUSE": 'because "…"',
        "PER": "a day",
        "FORCE": "shall (or will, must, should)",
        "AND": ", and",
        "OR": ", or",
    }
)

_ENDINGS = (
    *("within", "every", "daily", "weekly", "immediately", "provided", "because", "established", "stated", "times"),
    *("days", "day", "weeks", "week", "months", "month", "years", "from"),
)

_FIRST = ("FORCE", "MAY", "DECIDES", "COLON", "STRING", "EQUAL", "NUMBER", "DATE", "WITHIN", "AT_ONCE", "BY", "EVERY")


def single_words() -> tuple[str, ...]:
    """Every word that some keyword is made of."""
    found = (word for forms in KEYWORDS.values() for form in forms for word in form.split() if word.isalpha())
    return tuple(dict.fromkeys(found))


def misspelt_ending(word: str) -> str | None:
    """The word that ends a name and goes on with the sentence, if `word` probably is one with a letter wrong."""
    return None if word.lower() in single_words() or len(word) < 4 else nearest(word, _ENDINGS)


def said(expected: Iterable[str], most: int = 6) -> str:
    """What can stand somewhere, in words: ``within 3 days, at once or a comma``."""
    names = sorted(expected, key=lambda name: (_FIRST.index(name) if name in _FIRST else len(_FIRST), name))
    texts = [_MORE.get(name) or _VALUES.get(name) or KEYWORDS.get(name, ("",))[0] for name in names]
    texts = list(dict.fromkeys(text for text in texts if text))[:most]
    if len(texts) < 2:
        return "".join(texts)
    return f"{', '.join(texts[:-1])} or {texts[-1]}"
