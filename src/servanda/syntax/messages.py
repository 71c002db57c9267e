"""What is said of lines that cannot be read.  One function a message; the slugs stand beside it."""

from __future__ import annotations

from collections.abc import Iterable

from servanda.findings import Circumstance, Family, Finding, Hint, HintKind, Label, Slug, make_finding
from servanda.syntax.brackets import MOST_VARIANTS, BracketFault
from servanda.syntax.cut import DEEPEST, LONGEST, LONGEST_LINE, LayoutFault, Misplaced
from servanda.syntax.keywords import said
from servanda.text import Source, Span

UNREADABLE_LINE = Slug("unreadable-line", Family.PROBLEM, "A line does not follow any sentence of the language.")
MISSPELT_WORD = Slug("misspelt-word", Family.PROBLEM, "A word that carries a sentence is misspelt.")
MISSING_COLON = Slug("missing-colon", Family.PROBLEM, "A line that heads others does not end in a colon.")
MISSING_QUOTES = Slug("missing-quotes", Family.PROBLEM, "A title or a reason stands without quotation marks.")
UNCLOSED_QUOTE = Slug("unclosed-quote", Family.PROBLEM, "A quotation mark is opened and not closed on its line.")
NO_BINDING_WORD = Slug("no-binding-word", Family.PROBLEM, "A sentence of a clause does not say whether it binds.")
ODD_INDENTATION = Slug("odd-indentation", Family.PROBLEM, "A line is indented like none of its neighbours.")
MISPLACED_LINE = Slug("misplaced-line", Family.PROBLEM, "A line stands where it cannot belong to anything.")
TOO_DEEP = Slug("too-deep", Family.PROBLEM, "Lines are indented more often than anything in the language needs.")
TOO_MANY_LINES = Slug("too-many-lines", Family.PROBLEM, "The file, or one of its lines, is longer than is read.")
TOO_MANY_FAULTS = Slug("too-many-faults", Family.PROBLEM, "So many lines cannot be read that the rest was left alone.")
IMPOSSIBLE_DATE = Slug("impossible-date", Family.PROBLEM, "The calendar has no such day.")
BAD_BRACKET = Slug("bad-bracket", Family.PROBLEM, "Square brackets do not hold options to choose from.")

MOST_FAULTS = 20
"""Unreadable lines after which a file is no agreement."""

_QUOTES = "'\"\u201c\u201d\u2018\u2019\u00ab\u00bb\u201e"
_ASIDE = "The rest of the file was read without this line."


def unreadable(source: Source, span: Span, found: str, expected: Iterable[str], example: str) -> Finding:
    """A line that breaks off, or goes on in a way no line does."""
    can = said(expected)
    here = f"Here can stand {can}. " if can else ""
    headline = (
        f'This line cannot be read from "{_short(found.strip(_QUOTES))}" on.'
        if found
        else "This line breaks off too early."
    )
    return _wrong(source, UNREADABLE_LINE, headline, span, f"{here}A line of this kind reads: {example}", why=_ASIDE)


def amount_in_an_act(source: Source, span: Span, found: str) -> Finding:
    """``D shall pay 500 euros``."""
    return _wrong(
        source,
        UNREADABLE_LINE,
        f'An amount ("{_short(found)}") cannot stand in what somebody is to do.',
        span,
        "Name the act without the amount, as the vocabulary does, and quote the amount in a line above that begins"
        ' with ">". What is counted, and is to stay below or above a number, is a kind of its own: keep its … at or'
        " below 500.",
        why=f"Whether an act is done is told by yes or no, not by how much. {_ASIDE}",
    )


def days_of_business(source: Source, span: Span, found: str) -> Finding:
    """``within 3 business days``: which days these are, no text of this kind says."""
    return _wrong(
        source,
        UNREADABLE_LINE,
        f"Days are counted by the calendar here: which of them are {found} days is not known.",
        span,
        "Write the days by the calendar that they come to at most, and quote the words on a line that begins with >; "
        "or take them as two readings, with the fewest days and with the most.",
        why="Holidays differ from place to place, and a text that does not name its calendar leaves the day open.",
    )


def misspelt(source: Source, span: Span, word: str, meant: str) -> Finding:
    """A keyword with a wrong letter; the line was read as if it were right."""
    return _wrong(
        source,
        MISSPELT_WORD,
        f'The word "{_short(word)}" means nothing here.',
        span,
        f'Did you mean "{meant}"?',
        why="The line was read as if it said so.",
    )


def missing_colon(source: Source, span: Span) -> Finding:
    """``upon …`` without its colon."""
    return _wrong(
        source,
        MISSING_COLON,
        "This line heads the lines under it, but does not end in a colon.",
        Span(max(span.start, span.end - 1), span.end),
        "Add a colon at its end.",
        why="The colon shows where the occasion ends and what follows from it begins.",
    )


def missing_quotes(source: Source, span: Span) -> Finding:
    """A title that is not quoted."""
    text = source.quote(span).strip(_QUOTES)
    return _wrong(
        source,
        MISSING_QUOTES,
        "Titles, names and reasons stand in quotation marks.",
        span,
        f'Write "{_short(text, 60)}" with quotation marks around it.',
        why="Quotation marks tell words that are only shown from words that are understood.",
    )


def no_binding_word(source: Source, span: Span) -> Finding:
    """A sentence under a clause without shall, may or the like."""
    return _wrong(
        source,
        NO_BINDING_WORD,
        "No word in this line says whether it binds.",
        span,
        "Say it with shall, will, must, should or may, for example: each Party shall refrain from armed attack on the "
        'other Party. Put ">" before a line that only quotes the text.',
        why="What a text obliges to, allows or hopes for hangs on that one word.",
    )


def impossible_day(source: Source, text: str, span: Span) -> Finding:
    """``2025-02-30``."""
    return _wrong(
        source,
        IMPOSSIBLE_DATE,
        f"There is no day {text} in the calendar.",
        span,
        _way_to_a_day(text),
        why="A deadline on a day that never comes would never be missed.",
    )


def too_far_in(source: Source, span: Span, above: Span) -> Finding:
    """A line under a line that nothing can stand under."""
    return _wrong(
        source,
        ODD_INDENTATION,
        "This line is indented under a line that nothing can stand under.",
        span,
        "Begin it at the same column as the line above, or join the two lines.",
        why="It was read as if it stood beside the line above.",
        labels=(Label(source.place(above), "the line above is complete by itself"),),
    )


def misplaced(source: Source, span: Span, where_to: str) -> Finding:
    """A line that belongs elsewhere."""
    return _wrong(
        source,
        MISPLACED_LINE,
        "This line stands where it does not belong.",
        span,
        where_to,
        why="Where a line stands says what it belongs to.",
    )


def bad_bracket(source: Source, fault: BracketFault) -> Finding:
    """Something wrong with ``[A: … | B: …]``."""
    headline = {
        "open": "This square bracket is not closed on its line.",
        "closed": "This square bracket closes nothing.",
        "nested": "A square bracket stands inside another.",
        "single": "These square brackets hold one option only.",
    }[fault.kind]
    return _wrong(
        source,
        BAD_BRACKET,
        headline,
        fault.span,
        "Write the options side by side, each with whose it is: [A: 300 tanks | B: 500 tanks].",
        why="Square brackets mean that the parties have not agreed yet, so each option must be there to be tried.",
    )


def too_many_options(source: Source, span: Span) -> Finding:
    """More combinations than can be tried."""
    return _wrong(
        source,
        BAD_BRACKET,
        f"The options in this line can be combined in more than {MOST_VARIANTS} ways.",
        span,
        "Spread them over several lines.",
        why="Every combination is a text of its own that has to be checked.",
    )


def too_many_faults(source: Source, span: Span) -> Finding:
    """The file is probably something else."""
    return _wrong(
        source,
        TOO_MANY_FAULTS,
        f"{MOST_FAULTS} lines cannot be read; the file was left alone from here on.",
        span,
        'An agreement begins with a line such as: agreement "Name". Words that are only quoted begin with ">".',
    )


def layout(source: Source, fault: LayoutFault) -> Finding:
    """What is wrong with how the lines are laid out."""
    match fault.kind:
        case Misplaced.OPEN_QUOTE:
            return _wrong(
                source,
                UNCLOSED_QUOTE,
                "A quotation mark is opened here and not closed on this line.",
                fault.span,
                'Close it with " on the same line; long words can go on after ">" in lines of their own.',
                why="It was read as if it closed with the line, so that nothing below is swallowed.",
            )
        case Misplaced.ODD_INDENT:
            labels = [Label(source.place(fault.other), "the line before begins here")] if fault.other else []
            return _wrong(
                source,
                ODD_INDENTATION,
                "This line is indented like none of the lines around it.",
                fault.span,
                "Begin it at the same column as the lines it stands beside; each step is two spaces.",
                why="How far a line is indented says what it belongs to.",
                labels=labels,
            )
        case Misplaced.TOO_DEEP:
            return _wrong(
                source,
                TOO_DEEP,
                f"This line stands more than {DEEPEST} steps deep.",
                fault.span,
                "Four steps are enough: clause, occasion, duty, and how a duty goes on.",
            )
        case Misplaced.TOO_LONG:
            return _wrong(
                source,
                TOO_MANY_LINES,
                f"The file is read up to line {LONGEST} only.",
                fault.span,
                "Keep annexes and lists in files of their own.",
            )
        case Misplaced.LONG_LINE:
            return _wrong(
                source,
                TOO_MANY_LINES,
                f"This line has more than {LONGEST_LINE} characters and was left out.",
                Span(fault.span.start, fault.span.start + 1),
                'Put one thought on a line; quoted words begin with ">".',
            )


def _way_to_a_day(text: str) -> str:
    parts = text.split("-")
    if len(parts) == 3 and all(part.isdigit() for part in parts):
        month, day = int(parts[1]), int(parts[2])
        if month > 12 >= day:
            return f"Dates are year, month, day. Did you mean {parts[0]}-{day:02d}-{month:02d}?"
        if month == 2 and day in (29, 30, 31):
            return f"February ends on the 28th, in leap years on the 29th. Did you mean {parts[0]}-02-28?"
        if month in (4, 6, 9, 11) and day == 31:
            return f"That month has 30 days. Did you mean {parts[0]}-{month:02d}-30?"
    return "Write year, month and day, for example 2025-03-02."


def _short(text: str, most: int = 30) -> str:
    return text if len(text) <= most else f"{text[: most - 1]}…"


def _wrong(
    source: Source, slug: Slug, headline: str, span: Span, hint: str, *, why: str = "", labels: Iterable[Label] = ()
) -> Finding:
    place = source.place(span)
    return make_finding(
        slug,
        headline,
        place,
        circumstances=(Circumstance.INPUT_WRONG,),
        subject=f"{place.line}:{place.column}:{headline}",
        labels=tuple(labels),
        why=(why,) if why else (),
        hints=(Hint(hint, HintKind.SAFE_EDIT),),
    )
