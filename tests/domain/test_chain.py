"""What hangs together in the chain, and what may lead to what."""

from __future__ import annotations

import pytest

from smartstad_desktop.domain.goals.chain import (
    ActivityNeedsInitiative,
    ChainEdge,
    LinkBackwards,
    NodeRef,
    refusal_to_link,
    thread_of,
)
from smartstad_desktop.domain.goals.goals import ChainLevel

TRACK, OTHER_TRACK = NodeRef(None, 1), NodeRef(None, 2)
TOPIC, OTHER_TOPIC = NodeRef(ChainLevel.TOPIC, 1), NodeRef(ChainLevel.TOPIC, 2)
CHALLENGE = NodeRef(ChainLevel.CHALLENGE, 3)
EDGES = (
    ChainEdge(TRACK, TOPIC),
    ChainEdge(OTHER_TRACK, OTHER_TOPIC),
    ChainEdge(TOPIC, CHALLENGE),
    ChainEdge(OTHER_TOPIC, CHALLENGE),
)


def test_a_thread_goes_up_and_down_but_not_sideways() -> None:
    from_topic = thread_of(TOPIC, EDGES)
    assert from_topic.above == {TRACK}
    assert from_topic.below == {CHALLENGE}

    from_challenge = thread_of(CHALLENGE, EDGES)
    assert from_challenge.above == {TRACK, OTHER_TRACK, TOPIC, OTHER_TOPIC}
    assert from_challenge.below == frozenset()


@pytest.mark.parametrize(
    ("upper", "lower", "refusal"),
    [
        (ChainLevel.TOPIC, ChainLevel.CHALLENGE, type(None)),
        (ChainLevel.TOPIC, ChainLevel.INITIATIVE, type(None)),
        (ChainLevel.INITIATIVE, ChainLevel.ACTIVITY, type(None)),
        (ChainLevel.SOLUTION, ChainLevel.ACTIVITY, ActivityNeedsInitiative),
        (ChainLevel.SOLUTION, ChainLevel.SOLUTION, LinkBackwards),
        (ChainLevel.INITIATIVE, ChainLevel.TOPIC, LinkBackwards),
    ],
)
def test_links_lead_downwards_and_activities_come_from_initiatives(
    upper: ChainLevel, lower: ChainLevel, refusal: type
) -> None:
    assert isinstance(refusal_to_link(upper, lower), refusal)
