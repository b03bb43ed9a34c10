"""How claims and events stand."""

from __future__ import annotations

from typing import Any

import pytest

from tests.content.making import claim, event, library_of
from waqai.content.standing import Hop
from waqai.model import Event


def standing_of(*claims: dict[str, Any], of: str = "a", **more: Any) -> str:
    """The key of the standing of one claim of a single event."""
    return library_of(events={"e": event(claims=claims, **more)}).standing("e", of).key


def test_a_body_that_speaks_for_itself_is_attributed() -> None:
    """The minister said it."""
    assert standing_of(claim("a", "minister", "agency-1")) == "attributed"


def test_an_unnamed_origin_is_a_single_source() -> None:
    """Nobody knows who said it."""
    assert standing_of(claim("a", "unnamed", "agency-1")) == "single-source"


def test_four_outlets_that_repeat_one_origin_are_one_source() -> None:
    """However many relay it, it is one origin."""
    assert standing_of(claim("a", "unnamed", "agency-1", "paper-1", "radio-1")) == "single-source"


def test_an_outlet_in_its_own_voice_is_a_single_source() -> None:
    """A medium is not a party that speaks for itself."""
    assert standing_of(claim("a", "agency", "agency-1")) == "single-source"


def test_two_independent_origins_corroborate_each_other() -> None:
    """Both say the same, and neither quotes the other."""
    both = claim("a", "minister", "agency-1"), claim("b", "unnamed", "paper-1", confirms=["a"])
    assert [standing_of(*both, of=key) for key in "ab"] == ["corroborated", "corroborated"]


def test_a_confirmation_by_the_same_origin_corroborates_nothing() -> None:
    """The same unnamed source in another outlet adds nothing."""
    assert standing_of(claim("a", "unnamed", "agency-1"), claim("b", "unnamed", "paper-1", confirms=["a"])) == (
        "single-source"
    )


def test_two_unnamed_origins_of_one_outlet_count_as_one() -> None:
    """Nobody can know whether they are two people."""
    assert standing_of(claim("a", "unnamed", "paper-1"), claim("b", "unnamed-too", "paper-2", confirms=["a"])) == (
        "single-source"
    )


def test_two_unnamed_origins_of_different_outlets_corroborate() -> None:
    """Each outlet has its own."""
    assert standing_of(claim("a", "unnamed", "agency-1"), claim("b", "unnamed-too", "paper-1", confirms=["a"])) == (
        "corroborated"
    )


def test_a_dispute_counts_for_both_sides() -> None:
    """Neither side looks favoured."""
    both = claim("a", "minister", "agency-1"), claim("b", "spokesman", "paper-1", disputes=["a"])
    assert [standing_of(*both, of=key) for key in "ab"] == ["disputed", "disputed"]


def test_a_dispute_reaches_the_claims_that_confirm_the_disputed_one() -> None:
    """Who contradicts one of them contradicts the other."""
    three = (
        claim("a", "minister", "agency-1"),
        claim("b", "spokesman", "paper-1", disputes=["a"]),
        claim("c", "unnamed", "paper-2", confirms=["a"]),
    )
    assert standing_of(*three, of="c") == "disputed"


def test_all_claims_of_one_question_dispute_each_other() -> None:
    """Three answers to one question."""
    three = [claim("a", "minister", "agency-1"), claim("b", "spokesman", "paper-1"), claim("c", "radio", "radio-1")]
    differ = [{"ask": "Which?", "claims": ["a", "b", "c"]}]
    assert [standing_of(*three, of=key, differ=differ) for key in "abc"] == ["disputed"] * 3


def test_a_disputed_claim_keeps_the_grade_of_its_chain() -> None:
    """A dispute does not turn one origin into two."""
    both = claim("a", "unnamed", "agency-1"), claim("b", "spokesman", "paper-1", disputes=["a"])
    assert library_of(events={"e": event(claims=both)}).standing("e", "a").grade == "single-source"


def test_an_official_text_documents_a_claim() -> None:
    """The text itself is the origin."""
    assert standing_of(claim("a", "text-1", "agency-1")) == "documented"


def test_a_standing_set_by_hand_stands() -> None:
    """With a reason, the editors have the last word."""
    assert standing_of(claim("a", "minister", "agency-1", status="retracted", why="Taken back.")) == "retracted"


def test_an_outlet_that_relays_its_own_report_is_one_hop() -> None:
    """The agency and its report are one station of the chain."""
    assert library_of().hops(("agency", "agency-1", "paper-1")) == (
        Hop("agency", ("agency-1",)),
        Hop("paper", ("paper-1",)),
    )


def test_a_dispute_may_come_from_another_event() -> None:
    """Claims name each other across events."""
    events = {
        "one": event(claims=[claim("a", "minister", "agency-1")]),
        "two": event(claims=[claim("b", "spokesman", "paper-1", disputes=["one#a"])]),
    }
    assert library_of(events=events).standing("one", "a").disputed_by == (("two", "b"),)


def whole(**more: Any) -> tuple[str, tuple[str, ...]]:
    """Key and origins of an event's own standing."""
    library = library_of(events={"e": event(**more)})
    found = library.standing_of(library.get("e", Event))
    return found.key, found.origins


def test_an_event_stands_as_its_weakest_claim() -> None:
    """One claim from an unnamed source makes the whole no firmer than that."""
    assert whole(claims=[claim("a", "minister", "agency-1"), claim("b", "unnamed", "agency-1")])[0] == "single-source"


def test_an_event_without_claims_is_no_more_than_reported() -> None:
    """We know of the reports, and not what they rest on."""
    assert whole(sources=["agency-1", "paper-1"]) == ("reported", ("agency", "paper"))


def test_a_report_that_quotes_another_one_adds_nothing() -> None:
    """The radio relays the agency."""
    assert whole(sources=["agency-1", "radio-1"]) == ("reported", ("agency",))


@pytest.mark.parametrize(("more", "expected"), [(2, "attributed"), (0, "disputed")])
def test_a_side_question_does_not_make_an_event_disputed(more: int, expected: str) -> None:
    """Differing accounts count for the whole only where they are most of what is claimed."""
    differing = [claim("x", "minister", "agency-1"), claim("y", "spokesman", "paper-1")]
    others = [claim(f"c{number}", "minister", "agency-1") for number in range(more)]
    assert whole(claims=[*others, *differing], differ=[{"ask": "Which?", "claims": ["x", "y"]}])[0] == expected
