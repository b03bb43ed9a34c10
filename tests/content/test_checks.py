"""The checks of a timeline as a whole, where the broken samples do not say it all."""

from __future__ import annotations

from pathlib import Path

import pytest

from waqai.content import Timeline, load
from waqai.content.translation import digest_of
from waqai.problems import Problem, describe, path_text

SETTINGS = """\
id: synthetic
title: {{en: Synthetic test data, ar: بيانات اختبار مصطنعة}}
languages: [{languages}]
url: https://example.org
licence: CC-BY-4.0
"""
EVENT = "title: Event\ndate: 2021-02-{day}\ntype: talks\nsources: [report]\n"
RECORDS = {
    "actors/agency": "kind: media\nname: Agency\n",
    "sources/report": "title: Report\npublisher: agency\ndate: 2021-02-12\n",
}


def event(more: str = "", day: str = "11") -> str:
    """An event on a day of February 2021."""
    return EVENT.format(day=day) + more


def problems_of(folder: Path, records: dict[str, str], settings: str = "", languages: str = "en") -> list[Problem]:
    """What is wrong with a timeline of these records."""
    for name, text in {**RECORDS, **records}.items():
        path = folder / "content" / f"{name}.yaml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (folder / "timeline.yaml").write_text(SETTINGS.format(languages=languages) + settings, "utf-8")
    loaded = load(folder)
    return list(loaded.problems if isinstance(loaded, Timeline) else loaded)


def said(problems: list[Problem]) -> list[str]:
    """The problems as code and path."""
    return [f"{problem.fault.code} {path_text(problem.path)}".strip() for problem in problems]


def test_a_right_timeline_has_no_problems(tmp_path: Path) -> None:
    """One event, one source, one actor."""
    assert [] == said(problems_of(tmp_path, {"events/one": event()}))


def test_a_reference_to_a_broken_file_is_no_fault_of_its_own(tmp_path: Path) -> None:
    """The topic exists; its own fault is enough."""
    records = {"events/one": event("about: [oil]\n"), "topics/oil": "nmae: Oil\n"}
    assert ["unknown-key nmae"] == said(problems_of(tmp_path, records))


def test_a_broken_file_of_another_kind_is_the_wrong_kind(tmp_path: Path) -> None:
    """That it is broken does not make it a place."""
    records = {"events/one": event("where: [oil]\n"), "topics/oil": "nmae: Oil\n"}
    assert ["wrong-kind where[0]", "unknown-key nmae"] == said(problems_of(tmp_path, records))


def test_an_unknown_id_in_a_text_is_found(tmp_path: Path) -> None:
    """`[[id]]` is a reference as any other."""
    problems = problems_of(tmp_path, {"events/one": event('summary: "[[agensy]] reports."\n')})
    assert ["unknown-id summary"] == said(problems)


def test_an_unknown_id_is_compared_with_records_of_the_right_kind(tmp_path: Path) -> None:
    """An actor is not suggested where a place is wanted."""
    records = {"events/one": event("where: [agenc]\n"), "places/agora": "name: Agora\nkind: site\n"}
    assert "" == problems_of(tmp_path, records)[0].suggestion


def test_the_part_of_a_topic_is_no_term(tmp_path: Path) -> None:
    """Topics have no terms, and the message says so."""
    records = {"events/one": event('moves: {"oil#price": discussed}\n'), "topics/oil": "name: Oil\n"}
    problem = problems_of(tmp_path, records)[0]
    assert "one of its terms: it has none" == describe(problem, str).expected


def test_a_circle_of_parts_is_reported_once(tmp_path: Path) -> None:
    """However many belong to it."""
    records = {
        "events/one": event("about: [a]\n"),
        **{f"topics/{key}": f"name: Topic\npart_of: {whole}\n" for key, whole in ("ab", "bc", "ca")},
    }
    assert ["part-of-cycle part_of"] == said(problems_of(tmp_path, records))


def test_circles_that_share_a_member_are_both_reported(tmp_path: Path) -> None:
    """All faults come out in one run."""
    links = {"one": "[two, three]", "two": "[one]", "three": "[one]"}
    records = {f"events/{key}": event(f"links: {{part-of: {wholes}}}\n") for key, wholes in links.items()}
    assert ["part-of-cycle links.part-of"] * 2 == said(problems_of(tmp_path, records))


def test_a_part_of_itself_is_a_circle(tmp_path: Path) -> None:
    """The shortest one."""
    records = {"events/one": event("about: [a]\n"), "topics/a": "name: Topic\npart_of: a\n"}
    assert ["part-of-cycle part_of"] == said(problems_of(tmp_path, records))


def test_an_old_id_must_not_be_in_use(tmp_path: Path) -> None:
    """Its address would lead to two pages."""
    records = {"events/one": event("was: [two]\n"), "events/two": event()}
    assert ["path-collision was[0]"] == said(problems_of(tmp_path, records))


@pytest.mark.parametrize("state", ["eased", "lifted"])
def test_what_was_imposed_before_may_be_eased(state: str, tmp_path: Path) -> None:
    """By an earlier event, whatever stands between."""
    records = {
        "topics/siege": "name: Siege\n",
        "events/one": event("moves: {siege: imposed}\n", "09"),
        "events/two": event("moves: {siege: discussed}\n", "10"),
        "events/three": event(f"moves: {{siege: {state}}}\n", "11"),
    }
    assert [] == said(problems_of(tmp_path, records))


def test_a_term_may_follow_the_state_of_its_agreement(tmp_path: Path) -> None:
    """An agreement that was signed has terms that can be done."""
    agreement = "title: Truce\ndate: 2021-02-09\nparties: [agency]\nterms: [{id: truce, text: Truce}]\n"
    records = {
        "agreements/deal": agreement,
        "events/one": event("moves: {deal: signed}\n", "10"),
        "events/two": event('moves: {"deal#truce": done}\n', "11"),
    }
    assert [] == said(problems_of(tmp_path, records))


def test_states_are_not_followed_while_a_file_is_broken(tmp_path: Path) -> None:
    """The event that imposed it may be the one that cannot be read."""
    records = {
        "topics/siege": "name: Siege\n",
        "events/one": event("moves: {siege: imposed}\nbdoy: x\n", "10"),
        "events/two": event("moves: {siege: lifted}\n", "11"),
    }
    assert ["unknown-key bdoy"] == said(problems_of(tmp_path, records))


def test_a_state_of_the_site_counts_for_topics_and_agreements(tmp_path: Path) -> None:
    """It is added in timeline.yaml."""
    records = {"topics/siege": "name: Siege\n", "events/one": event("moves: {siege: shelved}\n")}
    assert [] == said(problems_of(tmp_path, records, "states: {shelved: {label: Shelved, mark: shut}}\n"))


BOUNDS = "bounds: [32.2, 35.5, 37.5, 42.5]\n"


def test_the_seat_of_an_agency_may_lie_anywhere(tmp_path: Path) -> None:
    """Only where something happened do the bounds count."""
    records = {
        "events/one": event(),
        "actors/agency": "kind: media\nname: Agency\nbased: london\n",
        "places/london": "name: London\nkind: city\nat: [51.5, -0.1]\n",
    }
    assert [] == said(problems_of(tmp_path, records, BOUNDS))


def test_swapped_coordinates_are_found_wherever_the_place_is_named(tmp_path: Path) -> None:
    """They lie inside the bounds the other way round."""
    records = {
        "events/one": event(),
        "actors/agency": "kind: media\nname: Agency\nbased: hasakah\n",
        "places/hasakah": "name: Hasakah\nkind: city\nat: [40.7, 36.5]\n",
    }
    assert ["out-of-bounds at"] == said(problems_of(tmp_path, records, BOUNDS))


WATCHED = "watch_words: {ar: [نظام], en: [regime]}\n"


@pytest.mark.parametrize("text", ["النظام", "والنظام", "للنظام", "بالنظام", "نظام"])
def test_a_watch_word_is_found_behind_arabic_particles(text: str, tmp_path: Path) -> None:
    """They are written as one word with it."""
    records = {
        "actors/agency": "kind: media\nname: {ar: وكالة, en: Agency}\n",
        "sources/report": "title: {ar: تقرير, en: Report}\npublisher: agency\ndate: 2021-02-12\n",
        "events/one": event().replace("title: Event", f"title: {{ar: قال {text} ذلك, en: Event}}"),
    }
    assert ["watch-word title.ar"] == said(problems_of(tmp_path, records, WATCHED, "en, ar"))


def test_a_watch_word_inside_another_word_is_none(tmp_path: Path) -> None:
    """`regimen` is no `regime`."""
    assert [] == said(problems_of(tmp_path, {"events/one": event("summary: A regimen.\n")}, WATCHED))


def test_a_watch_word_in_a_quotation_is_the_sources(tmp_path: Path) -> None:
    """Quotations are never renamed."""
    claims = "claims: [{id: a, text: They met, chain: [agency], quote: {en: The regime met}}]\n"
    assert [] == said(problems_of(tmp_path, {"events/one": event(claims)}, WATCHED))


def test_four_words_of_a_quotation_are_free(tmp_path: Path) -> None:
    """Five in a row are the source's."""
    claims = "claims: [{id: a, text: They met, chain: [agency], quote: {en: One two three four five}}]\n"
    records = {"events/one": event(claims + "summary: Then one two three four of them met.\n")}
    assert [] == said(problems_of(tmp_path, records))


def test_a_bare_text_is_in_the_default_language(tmp_path: Path) -> None:
    """The message names the key that is in the file, not the language that is not."""
    problems = problems_of(tmp_path, {"events/one": event('summary: "[[nobody]] met."\n')})
    assert ["unknown-id summary"] == said(problems)


def test_a_fresh_translation_is_no_problem(tmp_path: Path) -> None:
    """Its stamp is the digest of today's original."""
    text = "kind: media\nname: {en: Agency, ar: وكالة}\n"
    names = {"sources/report": "title: {en: Report, ar: تقرير}\npublisher: agency\ndate: 2021-02-12\n"}
    title = event().replace("title: Event", "title: {en: Event, ar: واقعة}")
    problems_of(tmp_path, {**names, "actors/agency": text, "events/one": title}, languages="en, ar")
    loaded = load(tmp_path)
    assert isinstance(loaded, Timeline)
    stamp = f"tr: {{ar: {{of: en, rev: {digest_of(loaded.library.records['agency'], 'en')}}}}}\n"
    records = {**names, "actors/agency": text + stamp, "events/one": title}
    assert [] == said(problems_of(tmp_path, records, languages="en, ar"))


def test_a_draft_is_checked_but_counts_for_nothing(tmp_path: Path) -> None:
    """What is wrong in it is found before it is published."""
    records = {"events/one": event(), "events/two": event("draft: true\nwhere: [nowhere]\n")}
    assert ["unknown-id where[0]"] == said(problems_of(tmp_path, records))
