"""How a story about an interest ends."""

from __future__ import annotations

from collections.abc import Mapping

from servanda.agreement.interest import Always, AtExpiry, Interest, Never, Whenever
from servanda.agreement.quantity import Holding
from servanda.agreement.wording import answer_time_words, happening_words
from servanda.checks.cause import votes_on
from servanda.checks.study import Study
from servanda.questions.answer import Run
from servanda.questions.question import Reach
from servanda.questions.standing import StakeAnswer
from servanda.stories.tell import Ending, final_values
from servanda.stories.words import amount_words, capital, listed
from servanda.world.conditions import mentioned
from servanda.world.expression import Value
from servanda.world.world import Manner


def ending(study: Study, interest: Interest, failure: StakeAnswer, run: Run, reach: Reach) -> Ending:
    """The last step of the story: what is so, and that the interest fails."""
    match interest.protected:
        case Always(condition=condition) | AtExpiry(condition=condition):
            return Ending(_numbers(study, mentioned(condition), run, reach))
        case Never(happening=happening):
            return Ending(f"{capital(happening_words(study.agreement, happening))} has come about.")
        case Whenever(answer=answer) as wanted:
            missing = happening_words(study.agreement, answer)
            silent = _silent(study, failure, run, final_values(study.world, reach, run))
            return Ending(f"There has been no {missing} {answer_time_words(study.agreement, wanted)}.{silent}")


def _numbers(study: Study, holdings: tuple[Holding, ...], run: Run, reach: Reach) -> str:
    values = final_values(study.world, reach, run, closed=True)
    said = []
    for item in holdings:
        name = f"{item.kind} of {item.holder.name}"
        if name in values:
            said.append(
                f"{study.name(item.holder.name or '')} has {amount_words(study.agreement, item.kind, values[name])}"
            )
    return f"{capital(listed(dict.fromkeys(said)))}."


def _silent(study: Study, failure: StakeAnswer, run: Run, values: Mapping[str, Value]) -> str:
    """Who has not consented in the vote that the answer still waits for."""
    happened = {name for segment in run.segments for name in segment.events}
    for vote in votes_on(study, failure.stake):
        voices = [e for e in study.world.events if e.decision == vote.name and e.manner is Manner.CONSENT]
        silent = [study.name(e.by[0]) for e in voices if e.name not in happened]
        if silent and len(silent) < len(voices) and not values[vote.adopted]:
            has = "has" if len(silent) == 1 else "have"
            return f" {capital(listed(silent))} {has} not consented."
    return ""
