"""What is wrong with a timeline as a whole, once every file by itself is right.

A check is a function from what was read and the library made of it to the problems that it finds. They are pure and
independent; `check` runs all of them, so that all faults come out in one run.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from waqai.content.checks import facts, links, mentions, safety, shape, words
from waqai.content.library import Library
from waqai.content.reader import Reading
from waqai.problems import Problem

Check = Callable[[Reading, Library], Iterator[Problem]]

CHECKS: tuple[Check, ...] = (
    links.references_resolve,
    links.parts_have_their_own_ids,
    links.chains_start_at_an_origin,
    links.relations_rest_on_claims,
    links.relations_are_stored_once,
    links.relations_lead_elsewhere,
    mentions.mentions_are_whole,
    mentions.no_text_names_a_draft,
    mentions.pages_name_records,
    words.links_are_safe,
    words.nesting_is_shallow,
    words.brackets_are_closed,
    shape.nothing_is_part_of_itself,
    shape.addresses_do_not_collide,
    shape.nothing_is_orphaned,
    facts.weekdays_agree,
    facts.states_fit_their_targets,
    facts.states_follow_one_another,
    facts.coordinates_lie_in_bounds,
    facts.reports_follow_events,
    facts.corrections_follow_entries,
    facts.sources_are_known,
    facts.sources_are_archived,
    facts.pictures_are_there,
    safety.withheld_persons_stay_unknown,
    words.translations_are_complete,
    words.settings_are_translated,
    words.pages_are_complete,
    words.translations_are_fresh,
    words.our_voice_is_neutral,
    words.quotations_are_short,
    words.quotations_are_marked,
)


def check(reading: Reading, library: Library) -> Iterator[Problem]:
    """Every problem that any check finds."""
    for run in CHECKS:
        yield from run(reading, library)
