"""By the name of a finding, the repairs that are tried, the plainest first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from servanda.drafts.edit import Draft
from servanda.drafts.repairs.answers import binding, first_step_owed, forbidden, owed_by_the_others
from servanda.drafts.repairs.consent import owed_consent
from servanda.drafts.repairs.dates import in_time
from servanda.drafts.repairs.endings import judged_by_another, longer_notice, prevails, tail
from servanda.drafts.repairs.kit import Propose, Repair
from servanda.drafts.repairs.limits import ceilings
from servanda.drafts.repairs.silence import consequence, somebody, verifier
from servanda.drafts.repairs.votes import by_default, without_a_decision, without_the_concerned
from servanda.findings import Finding

CATALOGUE: Mapping[str, tuple[Propose, ...]] = MappingProxyType(
    {
        "veto-by-party-concerned": (without_the_concerned, without_a_decision, by_default),
        "loophole": (
            without_the_concerned,
            without_a_decision,
            in_time,
            binding,
            owed_by_the_others,
            ceilings,
            forbidden,
            longer_notice,
        ),
        "force-build-up": (binding, ceilings),
        "interest-unprotected": (binding, forbidden, owed_by_the_others, ceilings),
        "no-deadline": (in_time,),
        "no-responsible-party": (somebody,),
        "no-remedy": (consequence,),
        "not-verifiable": (verifier,),
        "obligation-of-conduct": (binding,),
        "words-not-encoded": (in_time,),
        "forced-breach": (binding, owed_consent, first_step_owed),
        "agreement-to-agree": (owed_consent,),
        "expiry-gap": (tail,),
        "short-notice-exit": (longer_notice, tail),
        "self-judging": (judged_by_another,),
        "duties-conflict": (prevails,),
    }
)


def repairs(draft: Draft, finding: Finding) -> Iterator[Repair]:
    """What the catalogue has for a finding, the plainest first; nothing for what it does not know."""
    for propose in CATALOGUE.get(finding.slug, ()):
        yield from propose(draft, finding)
