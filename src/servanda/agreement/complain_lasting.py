"""What is said of ends, extensions and powers that do not fit."""

from __future__ import annotations

from servanda.agreement.messages import Complaints
from servanda.findings import Family, Label, Slug
from servanda.text import Place

UNCLEAR_END = Slug("unclear-end", Family.PROBLEM, "It is not clear when something ends, or what is extended.")

UNCLEAR_RANK = Slug("unclear-rank", Family.PROBLEM, "It is not clear which clause or duty takes the place of which.")
UNCLEAR_OCCASION = Slug("unclear-occasion", Family.PROBLEM, "It is not said on which occasions something is owed.")


def ends_when(complaints: Complaints, place: Place) -> None:
    """``clause 5 ends``, with nothing that sets it off."""
    complaints.add(
        UNCLEAR_END,
        "This line does not say when it ends.",
        place,
        "Write: clause 5 ends on 2031-10-18, or: clause 5 ends after 10 days; or put the line under what ends it: "
        "upon adoption by council:",
        why="Without a day, and without an occasion, it would have ended before it began.",
    )


def end_of_all(complaints: Complaints, place: Place) -> None:
    """``the agreement ends on …`` in a clause."""
    complaints.add(
        UNCLEAR_END,
        "How long the whole agreement lasts is said in its head.",
        place,
        "Write under the line that begins with agreement: lasts until 2025-07-09, or: lasts 180 days.",
        why="Every day that is counted to its end is counted from there.",
    )


def nothing_to_extend(complaints: Complaints, place: Place) -> None:
    """An extension of an agreement without a term."""
    complaints.add(
        UNCLEAR_END,
        "This extends an agreement whose head does not say how long it lasts.",
        place,
        "Say it under the line that begins with agreement, for example: lasts 120 days.",
        why="What has no end cannot be extended.",
    )


def extended_twice(complaints: Complaints, place: Place, first: Place) -> None:
    """Two lines about the extension."""
    complaints.add(
        UNCLEAR_END,
        "A second line says how the agreement is extended.",
        place,
        "Keep one of the two; where the text can be understood in both ways, write them as readings of one line.",
        why="Only one of them can be followed.",
        labels=(Label(first, "the first one"),),
    )


def end_before_start(complaints: Complaints, place: Place) -> None:
    """A clause that ends before the text takes effect."""
    complaints.add(
        UNCLEAR_END,
        "This clause ends before the agreement takes effect.",
        place,
        "Check the year; the head says on which day the agreement takes effect.",
        why="It would never bind anybody.",
    )


def no_days(complaints: Complaints, place: Place) -> None:
    """An extension by no time."""
    complaints.add(
        UNCLEAR_END,
        "An extension by no time is none.",
        place,
        "Give the number of days, or leave the line out.",
    )


def expiry_beyond(complaints: Complaints, place: Place) -> None:
    """``interest of A "…" beyond the term: at expiry …``."""
    complaints.add(
        UNCLEAR_END,
        "An interest in how things stand at expiry cannot be meant beyond the term.",
        place,
        "Say what is to hold throughout: always …, never exceed …; or leave out: beyond the term.",
        why="On the day of expiry the term has not ended yet.",
    )


def prevails_over_itself(complaints: Complaints, place: Place) -> None:
    """``clause 2 prevails over clause 2``."""
    complaints.add(
        UNCLEAR_RANK,
        "A clause cannot prevail over itself.",
        place,
        "Name the clause that gives way, for example: clause 4 prevails over clause 2.",
        why="Of two clauses, one has to give way to the other.",
    )


def instead_of_what(complaints: Complaints, place: Place) -> None:
    """``… instead`` where nothing was breached."""
    complaints.add(
        UNCLEAR_RANK,
        'The word "instead" does not say instead of what.',
        place,
        "Put the line under what it stands in for: if breached:, or: upon breach of clause 2 by a Party:",
        why="A price that takes the place of a duty begins with the breach of that duty.",
    )


def each_time_of_what(complaints: Complaints, place: Place) -> None:
    """``… each time``, with nothing that sets it off."""
    complaints.add(
        UNCLEAR_OCCASION,
        'The words "each time" do not say each time of what.',
        place,
        "Put the line under its occasion, such as: upon notice by B to A: or say how often: every 30 days.",
        why="What is owed from the start on is owed once.",
    )
