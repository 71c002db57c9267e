"""Classes of verbal events after PLOVER, in sentences about invented countries."""

from __future__ import annotations

import pytest
from tests.reading.parsing import account_of, parser

from servanda.reading.plover import event_of
from servanda.reading.tree import Block


@pytest.mark.parametrize(
    ("sentence", "event"),
    [
        ("Norvia and Keldar have agreed to exchange maps.", "AGREE"),
        ("Norvia said it would release forty prisoners.", "AGREE"),
        ("Keldar is ready to lift its blockade, the envoy said.", "AGREE"),
        ("The presidents of Norvia and Keldar held talks in Tamora on Monday.", "CONSULT"),
        ("Velmark welcomed the truce.", "SUPPORT"),
        ("Keldar eased the curfew in the valley.", "CONCEDE"),
        ("Norvia called on Keldar to pull back its guns.", "REQUEST"),
        ("The envoy said both armies must leave the valley.", "REQUEST"),
        ("Norvia accused Keldar of shelling a village.", "ACCUSE"),
        ("Keldar refused to sign the protocol.", "REJECT"),
        ("Norvia will not accept the map.", "REJECT"),
        ("Both sides failed to reach agreement on the bridge.", "REJECT"),
        ("Norvia announced that it would impose a blockade.", "THREATEN"),
        ("Keldar will close the canal unless the guns are withdrawn.", "THREATEN"),
        ("Rain fell on the valley.", None),
    ],
)
def test_the_main_event_of_a_sentence(sentence: str, event: str | None) -> None:
    (tree,) = parser()([Block(0, sentence)])
    assert event_of(tree, *tree.sentences[0]) == event


def test_statements_carry_their_class() -> None:
    account = account_of(
        "Norvia rejects the map, Foreign Minister Ilka Dorn said. Keldar urged both sides to talk.", None
    )
    assert [item.event for item in account.statements if item.parent is None] == ["REJECT", "REQUEST"]
