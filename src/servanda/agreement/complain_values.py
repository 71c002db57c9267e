"""What is said of numbers, units, days and sums that do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from servanda.agreement.complain import VALUE_NOT_OFFERED
from servanda.agreement.messages import Complaints
from servanda.agreement.quantity import Kind
from servanda.findings import Family, Label, Slug
from servanda.syntax.nearest import nearest
from servanda.text import Place

MISSING_UNIT = Slug("missing-unit", Family.PROBLEM, "A number stands without its unit.")
UNIT_MISMATCH = Slug("unit-mismatch", Family.PROBLEM, "Things counted in different units are compared.")
NOT_WHOLE_DAYS = Slug("not-whole-days", Family.PROBLEM, "A span of time is not made of whole days.")
IMPOSSIBLE_TIME = Slug("impossible-time", Family.PROBLEM, "A time of day or a time zone does not exist.")
EMPTY_INTEREST = Slug(
    "empty-interest", Family.PROBLEM, "An interest does not say what is to be protected, or until when."
)
PART_OF_A_UNIT = Slug("part-of-a-unit", Family.PROBLEM, "What is there at signature does not come to whole units.")
UNCLEAR_LIMIT = Slug("unclear-limit", Family.PROBLEM, "A limit does not say what it limits, or at what number.")
LOWERS_NOTHING = Slug(
    "lowers-nothing",
    Family.PROBLEM,
    "Something is to come down to a number, and cannot.",
)
UNCLEAR_BODY = Slug("unclear-body", Family.PROBLEM, "It is not said which body decides, or who acts together.")
UNCLEAR_DAY = Slug("unclear-day", Family.PROBLEM, "A dated step has no day of the agreement.")


def missing_unit(complaints: Complaints, kind: Kind, number: str, place: Place) -> None:
    """``at or below 400``."""
    complaints.add(
        MISSING_UNIT,
        f"The number {number} has no unit.",
        place,
        f"{_sentence(kind.name)} are counted in {kind.unit}: write {number} {kind.unit}.",
        why="A limit without a unit can be read in more than one way.",
        labels=(Label(kind.place, f"counted in {kind.unit}"),) if kind.place.file == place.file else (),
    )


def unit_mismatch(complaints: Complaints, kind: Kind, unit: str, place: Place) -> None:
    """``battle tanks … 400 ships``."""
    meant = nearest(unit, [kind.unit, kind.name])
    complaints.add(
        UNIT_MISMATCH,
        f"{_sentence(kind.name)} are counted in {kind.unit}, not in {unit}.",
        place,
        f"Did you mean {meant}?" if meant else f"Write the number in {kind.unit}, or speak of another kind of thing.",
        why="Only what is counted in one unit can be compared.",
        labels=(Label(kind.place, f"counted in {kind.unit}"),) if kind.place.file == place.file else (),
    )


def silent_number(complaints: Complaints, place: Place) -> None:
    """A limit at *not stated*."""
    complaints.add(
        UNCLEAR_LIMIT,
        "A limit whose number is not stated limits nothing.",
        place,
        "Give the number, or leave the line out and keep the words of the text after >.",
    )


def agreement_to_an_act(complaints: Complaints, place: Place) -> None:
    """``shall keep … with the agreement of B``."""
    complaints.add(
        VALUE_NOT_OFFERED,
        "Only an act can wait for somebody's agreement, not something that is to be kept, left undone or voted on.",
        place,
        "Say which act may take place once the agreement is given: A shall assist B with the agreement of C.",
        why="An agreement opens the way for an act; it would be open what it changes here.",
    )


def amount_from_day_to_day(complaints: Complaints, text: str, place: Place) -> None:
    """``deliver 10 battle tanks to B``, where delivery goes on from day to day."""
    complaints.add(
        VALUE_NOT_OFFERED,
        f'"{text}" goes on from day to day: it cannot be owed in one amount.',
        place,
        "Say what is to be there by when: B shall keep its battle tanks at or above 10 tanks by 2025-03-01.",
        why="What is done once has an amount; what goes on has a pace, and a number that it leads to.",
    )


def lowers_nothing(complaints: Complaints, text: str, place: Place, known: Sequence[str]) -> None:
    """``assist B to 300 tanks``."""
    verb = known[0] if known else "reduce KIND"
    complaints.add(
        LOWERS_NOTHING,
        f'"{text}" lowers no number that it could bring down.',
        place,
        f'Use an act that does ("{verb}"), with the thing named: A shall reduce its battle tanks to 300 tanks.'
        ' An act of the file\'s own has a line such as "lowers KIND of SIDE".',
        why="What is to be at a number has to be able to come to it.",
    )


def moving_target(complaints: Complaints, place: Place) -> None:
    """``reduce its tanks to 1 times tanks of B``."""
    complaints.add(
        LOWERS_NOTHING,
        "What is to be brought down has no number to come down to: the number it is measured by can itself change.",
        place,
        "Give the number, or a share of what was there at the outset: to 65 % of its battle tanks at signature.",
        why="A reduction is done once, and is over when its number is reached.",
    )


def limit_of_what(complaints: Complaints, place: Place, known: Sequence[str]) -> None:
    """``A shall not exceed 400``."""
    thing = known[0] if known else "battle tanks"
    complaints.add(
        UNCLEAR_LIMIT,
        "This limit does not say what it limits.",
        place,
        f"Name it: each Party shall keep its {thing} at or below 400, with the unit.",
        why="A number alone limits nothing in particular.",
    )


def not_whole_days(complaints: Complaints, text: str, place: Place) -> None:
    """``within 3 months``, ``within 5 hours``."""
    complaints.add(
        NOT_WHOLE_DAYS,
        f'"{text}" is not a number of whole days.',
        place,
        "Write days or weeks, for example: within 90 days. The words of the text keep their months after >.",
        why="Deadlines are counted in days, and months differ in length.",
    )


def too_long(complaints: Complaints, place: Place) -> None:
    """``lasts 99999999 days``."""
    complaints.add(
        NOT_WHOLE_DAYS,
        "This is longer than a hundred years.",
        place,
        "Give a shorter time; a text without end lasts: without end, and a deadline that is not there is: not stated.",
    )


def months_without_start(complaints: Complaints, text: str, place: Place) -> None:
    """``lasts 6 months`` in a text without a first day."""
    complaints.add(
        NOT_WHOLE_DAYS,
        f'How many days "{text}" are depends on the day the text takes effect.',
        place,
        "Add a line such as: takes effect 2025-01-10 00:00 in UTC - or write days.",
    )


def no_such_day(complaints: Complaints, day: int, place: Place) -> None:
    """``by the 45th of each month``."""
    complaints.add(
        NOT_WHOLE_DAYS,
        f"No month has a day {day}.",
        place,
        "Give a day from 1st to 31st (in a shorter month its last day is meant), or: by the last day of each month.",
    )


def unknown_zone(complaints: Complaints, name: str, place: Place) -> None:
    """``in Kyiv``."""
    complaints.add(
        IMPOSSIBLE_TIME,
        f'"{name}" is not a time zone that can be read here.',
        place,
        "Write it as the distance from UTC, for example: in UTC, in UTC+2, in UTC-03:30.",
        why="Zones with a name change their distance from UTC over the years.",
    )


def impossible_time(complaints: Complaints, text: str, place: Place) -> None:
    """``25:00``."""
    complaints.add(
        IMPOSSIBLE_TIME, f"There is no time {text} on any day.", place, "Write hours and minutes, from 00:00 to 23:59."
    )


def empty_interest(complaints: Complaints, name: str, place: Place) -> None:
    """An interest that says nothing."""
    complaints.add(
        EMPTY_INTEREST,
        f'The interest "{name}" does not say what is to be protected.',
        place,
        "Say it after the colon, for example: battle tanks of B never exceed 1.5 times battle tanks of A - or: "
        "whenever armed attack by any state on A, assistance to A within 10 days",
    )


def interest_without_time(complaints: Complaints, place: Place) -> None:
    """``whenever …, … within not stated``."""
    complaints.add(
        EMPTY_INTEREST,
        "An answer that may come at any time can never fail to come.",
        place,
        "Say within how many days the answer is needed, for example: within 10 days",
        why="An interest must be something that can be seen to fail.",
    )


def adoption_by_whom(complaints: Complaints, place: Place, known: Sequence[str]) -> None:
    """``adoption`` where several bodies decide, or none."""
    there = f"Here can stand {' or '.join(known)}." if known else "Introduce one by a line such as: body council: A, B"
    complaints.add(UNCLEAR_BODY, "It is not said which body adopts.", place, f"Write: adoption by, and a body. {there}")


def jointly_who(complaints: Complaints, place: Place) -> None:
    """``G and H shall jointly …``."""
    complaints.add(
        UNCLEAR_BODY,
        "Those who owe something jointly must be a group with a name.",
        place,
        "Introduce them by a line such as: body sureties: G, H - and write: sureties shall jointly",
        why="What one of them does then counts for all, so it must be known who they are.",
    )


def nobody_shall(complaints: Complaints, place: Place) -> None:
    """``no Party shall refrain``: twice no."""
    complaints.add(
        UNCLEAR_LIMIT,
        '"No Party shall" goes with an act that is forbidden, not with this.',
        place,
        "Write: each Party shall … - or: each Party shall not …",
        why="Two refusals in one sentence are easily misread.",
    )


def date_without_start(complaints: Complaints, what: str, place: Place) -> None:
    """A dated step, or a dated interest, in a text without a first day."""
    complaints.add(
        UNCLEAR_DAY,
        f"A dated {what} needs to know on which date the text takes effect.",
        place,
        "Add a line such as: takes effect 2025-01-10 00:00 in UTC - or count the days from the first one: day 3",
    )


def before_start(complaints: Complaints, place: Place) -> None:
    """A date before the first day."""
    complaints.add(
        UNCLEAR_DAY,
        "This day comes before the text takes effect.",
        place,
        "Give a later day; what is there at the beginning stands in lines such as: battle tanks of A = 400 tanks",
    )


def part_of_a_unit(complaints: Complaints, kind: Kind, number: str, place: Place) -> None:
    """``uranium of A = 0.5 kg``."""
    complaints.add(
        PART_OF_A_UNIT,
        f"What is there comes to {number} {kind.unit}, which is not a whole number.",
        place,
        f"Count {kind.name} in a smaller unit (grams in place of kilograms), so that every number is whole.",
        why="Quantities grow by whole units, and what was cut off would be missing from every answer.",
    )


def no_factor(complaints: Complaints, place: Place) -> None:
    """``1 kg UF6 = 0 kg U``."""
    complaints.add(
        UNIT_MISMATCH,
        "One unit cannot come to nothing of another.",
        place,
        "Write how much of the one is how much of the other, for example: 1 kg UF6 = 676 g U",
    )


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"
