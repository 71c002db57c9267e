"""The words that rules of the review have in common: what binds, what says when, what is done once."""

from __future__ import annotations

import re

NEGATED = re.compile(
    r"\b(?:shall|will|must|may) (?:not|neither|never)\b|\b[Nn]o (?:\w+ ){1,8}(?:shall|will|may|must)\b|\brefrain"
    r"|\bprohibit|\bban\b"
)

WHEN = re.compile(
    r"\b(?:within|no later|not later|later than|at the latest|before|after|upon|until|during|prior to|following"
    r"|days?|hours?"
    r"|weeks?|months?|years?|annual\w*|dail[yi]\w*|weekly|monthly|quarterly|immediate\w*|at once|forthwith|when"
    r"|whenever"
    r"|at all times|at any time|at the (?:time|same time|beginning|end|start|moment)|simultaneous\w*"
    r"|concurrent\w*|in parallel"
    r"|as soon as|each time|every time|once|if|in the event|in case|should|where|unless|provided that|per cent"
    r"|deadline"
    r"|date|timetable|time[- ]?line|time[- ]?frame|schedule\w*|period|phase|stage|dates|today|tomorrow|midnight"
    r"|noon"
    r"|henceforth|continu\w+|throughout|pending|while|as long as|on request|at the request|EIF|entry into force)\b"
    r"|\bby (?:\d|the (?:end|\d|first|last)|[A-Z][a-z]+ \d|day\b)|\b(?:19|20)\d\d\b|\bD ?\+ ?\d|\d{1,2}[:.]\d\d\b"
    r"|\bon (?:day|the \d|\d)",
    re.IGNORECASE,
)

_ONCE = (
    "withdraw|pull back|release|establish|set up|create|adopt|enact|complete|finish|disarm|dismantle"
    "|demobili[sz]e|destroy|"
    "remove|redeploy|hand over|return|exchange|appoint|convene|draw up|open|reinstate|restore|transfer|vacate"
    "|demine|lift|"
    "repatriate|disband|launch|conclude|ratify|disengage|canton|eliminate|reopen|evacuate|hold elections|repair"
    "|deploy"
)
_DONE = (
    "withdrawn|pulled back|released|established|set up|created|adopted|enacted|completed|finished|disarmed"
    "|dismantled|"
    "demobili[sz]ed|destroyed|removed|redeployed|handed over|returned|exchanged|convened|drawn up|opened"
    "|reinstated|restored|"
    "transferred|vacated|demined|cleared|lifted|repatriated|disbanded|launched|concluded|disengaged|cantoned"
    "|eliminated|"
    "reopened|evacuated|moved|introduced|repaired"
)
ACTIVE_ONCE = re.compile(
    rf"\b(?:shall|will|must|undertakes? to|agrees? to|commits? to) (?:(?:also|further|jointly"
    rf"|then) )?(?P<verb>{_ONCE})\b"
)
PASSIVE_ONCE = re.compile(
    rf"\b(?:(?:shall|will|must|should) (?:also |then |all )?be|(?:is|are) to be) (?:\w+ly )?(?P<verb>(?:{_DONE})\b)"
)
AGENT = re.compile(
    r"\bby (?!(?:\d|the (?:end|\d|first (?:of|day|week|month)|date|time)|means|way|virtue|reason|no later|day\b"
    r"|[A-Z][a-z]+ \d|(?:the |its |their )?\w+ing\b(?! (?:mission|teams?|group|body|committee|commission|force"
    r"|part(?:y|ies)"
    r"|states?|authorit|mechanism|unit|officer|power|council|centre"
    r"|factions?|sides?|countr|government|army|troops))|(?:air|sea|land|road)\b(?! forces?\b)"
    r"|consensus|agreement|mutual|itself|law\b(?! enforcement)|at least|force\b|noon|midnight|dawn|sunset"
    r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))"
    r"(?:(?:the|its|their|a|an|each|any|all|both|either|every|such|that|this|representatives|members|one"
    r"|two) )?[A-Za-z]"
)

ACTOR = re.compile(
    r"\b(?:each|every|either|both|the|all|any|no|neither|a|an|that|such|said|[Tt]hey|[Ii]t"
    r"|[A-Z][\w/-]+)(?: [\w'/-]+){0,6}? "
    r"(?:shall|will|must|undertakes?|agrees?|commits?|pledges?)(?! (?:\w+ )?be\b)",
    re.IGNORECASE,
)
"""Somebody who is to do something: a subject before a binding word in the active voice."""

SETS_UP = re.compile(
    r"\b(?:[Tt]here|(?:[A-Z][a-z]+ |[Jj]oint |[Aa] )?(?:[Cc]ommission|[Cc]ommittee|[Gg]roup|[Cc]ouncil"
    r"|[Mm]echanism|[Cc]ent(?:re|er)|[Bb]oard|"
    r"[Ff]und|[Tt]eam|[Bb]ody|[Tt]ribunal|[Cc]ourt|[Aa]uthority|[Aa]gency|[Oo]ffice))(?: [^.;]{0,60})? (?:shall"
    r"|will|is to|must) (?:hereby )?be "
    r"(?:established|created|set up|formed|appointed)|\b[Tt]here (?:shall|will) be\b"
)
"""A sentence that sets up a body by itself: no further act is needed."""
