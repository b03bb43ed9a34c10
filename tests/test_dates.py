"""Dates: what is understood, what is refused and with which advice, how they sort and how they read."""

from __future__ import annotations

import pickle
import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path

import edtf as oracle
import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from waqai.dates import NOTATION, DateFault, Edtf, describe, describe_short, parts, weekday_names_in
from waqai.languages import Language
from waqai.problems import Problem, path_text
from waqai.problems import describe as wording

TABLES = Path(__file__).parent / "dates"
LOCALES = Path(__file__).parents[1] / "theme" / "locales"


def rows(name: str) -> list[tuple[str, ...]]:
    """The rows of a table of cases; `#` begins a comment and `|` divides cells."""
    lines = (TABLES / name).read_text(encoding="utf-8").splitlines()
    cases = [line.split("|") for line in lines if line and not line.startswith("#")]
    return [tuple(cell.strip().replace("[LRM]", "\u200e") for cell in case) for case in cases]


def fault_of(text: str) -> DateFault:
    """The fault of a text that is refused."""
    with pytest.raises(DateFault) as caught:
        Edtf.parse(text)
    return caught.value


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Language:
    """Arabic with the months of the Levant."""
    folder = tmp_path_factory.mktemp("locales")
    (folder / "ar.po").write_bytes((LOCALES / "ar.po").read_bytes())
    return Language.of("ar", catalogues=[folder])


@pytest.fixture(scope="module")
def english() -> Language:
    """English."""
    return Language.of("en")


@pytest.mark.parametrize("row", rows("prose.txt"), ids=lambda row: row[0])
def test_a_date_reads_as_an_editor_would_write_it(row: tuple[str, ...], arabic: Language, english: Language) -> None:
    """Every line of the table of forms, in full and short, in both languages."""
    when = Edtf.parse(row[0])
    said = (
        describe(when, arabic),
        describe(when, english),
        describe_short(when, arabic),
        describe_short(when, english),
    )

    assert row[1:] == said


@pytest.mark.parametrize("row", rows("margins.txt"), ids=lambda row: f"{row[0]} {row[3]}")
def test_the_margin_sets_a_date_out_in_parts(row: tuple[str, ...], arabic: Language, english: Language) -> None:
    """The day large, month and weekday below, doubts before or after as they are read."""
    text, leading, big, lines, following = row
    shown = parts(Edtf.parse(text), english if lines.isascii() else arabic)
    qualifier = (shown.qualifier, "") if shown.qualifier_leads else ("", shown.qualifier)
    assert (leading, big, lines, following) == (qualifier[0], shown.big, ", ".join(shown.lines), qualifier[1])


@pytest.mark.parametrize("row", rows("faults.txt"), ids=lambda row: f"{row[0]} {row[2]}")
def test_a_refused_date_is_named_with_its_cure(row: tuple[str, ...]) -> None:
    """Every line of the table of faults: which one it is, and what its cure proposes."""
    written, code, proposed = row
    fault = fault_of(written)
    problem = fault.fault.at("x.yaml", **fault.values)
    words = wording(problem, str)

    assert code == fault.fault.code
    assert written in words.found
    assert proposed in words.cure


@pytest.mark.parametrize("row", rows("weekdays.txt"), ids=lambda row: f"{row[0]} {row[1]}")
def test_a_weekday_in_the_source_words_must_be_the_days_own(row: tuple[str, ...]) -> None:
    """Every line of the table of weekday names, with the conflict that it makes or does not make."""
    text, said, expected = row

    assert expected == Edtf.parse(text).weekday_conflict(said)


def test_weekday_names_are_reported_as_they_stand_in_the_text() -> None:
    """Names keep their spelling; Monday is 0."""
    assert weekday_names_in("من الإثنين to Friday") == {"الإثنين": 0, "Friday": 4}


def test_an_invisible_character_is_named_by_its_code_point() -> None:
    """A direction mark pasted with a date cannot be seen, so the message says what it is."""
    fault = fault_of("\u200e2021-02-11")

    assert (fault.fault.code, fault.values["character"]) == ("date-hidden-character", "U+200E LEFT-TO-RIGHT MARK")


def test_a_long_text_is_cut_in_the_message() -> None:
    """A paragraph in the place of a date does not fill the screen."""
    assert len(str(fault_of("x" * 10_000).values["written"])) == 61


def test_a_date_fault_survives_the_way_between_processes() -> None:
    """Workers hand faults back by pickling them."""
    fault = fault_of("11/02/2021")

    copy = pickle.loads(pickle.dumps(fault))  # noqa: S301 - our own bytes

    assert (fault.fault, fault.values, str(fault)) == (copy.fault, copy.values, str(copy))


@pytest.mark.parametrize(
    ("text", "earliest", "latest"),
    [
        ("2021-02-11", date(2021, 2, 11), date(2021, 2, 11)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2021", date(2021, 1, 1), date(2021, 12, 31)),
        ("0001", date.min, date(1, 12, 31)),
        ("9999-12", date(9999, 12, 1), date.max),
        ("2021-01-10/2021-02", date(2021, 1, 10), date(2021, 2, 28)),
        ("2021-01/..", date(2021, 1, 1), None),
        ("2021-01/", date(2021, 1, 1), None),
        ("../2021-01", None, date(2021, 1, 31)),
        ("/2021-01", None, date(2021, 1, 31)),
        ("[..2021-02-11]", None, date(2021, 2, 11)),
        ("[2021-02..]", date(2021, 2, 1), None),
        ("[2021-02,2021-01-09]", date(2021, 1, 9), date(2021, 2, 28)),
        ("[2021,2021-03]", date(2021, 1, 1), date(2021, 12, 31)),
    ],
)
def test_bounds_are_the_first_and_last_day_it_can_mean(text: str, earliest: date | None, latest: date | None) -> None:
    """None stands for a side that is open or unknown."""
    when = Edtf.parse(text)

    assert (earliest, latest) == (when.earliest, when.latest)


def test_each_end_of_a_span_keeps_its_own_doubts() -> None:
    """`start` and `end` tell which of them is approximate or uncertain."""
    when = Edtf.parse("2021-01-01~/2021-02-02?")

    assert when.start is not None
    assert when.end is not None
    assert (
        when.start.approximate,
        when.start.uncertain,
        when.end.approximate,
        when.end.uncertain,
    ) == (True, False, False, True)


def test_a_doubt_about_either_end_is_a_doubt_about_the_date() -> None:
    """A span is uncertain or approximate if one of its ends is."""
    dates = [Edtf.parse(text) for text in ("2021-01", "2021-01?", "2021-01/2021-02~", "2021-01%/..")]

    assert [(when.uncertain, when.approximate) for when in dates] == [
        (False, False),
        (True, False),
        (False, True),
        (True, True),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-02-11", True),
        ("2021-02-11T14:53", True),
        ("2021-02-11?", False),
        ("2021-02", False),
        ("2021-02-11/2021-02-11", False),
        ("[..2021-02-11]", False),
    ],
)
def test_only_one_known_day_is_a_day(text: str, expected: bool) -> None:  # noqa: FBT001 - a table
    """Doubt, a span or an open side make it something else."""
    assert expected == Edtf.parse(text).is_day


def test_only_an_interval_is_a_span() -> None:
    """One day out of several is not something that lasted."""
    texts = ("2021-02-11", "2021-02-11/2021-02-12", "2021-02/..", "[2021-02-11..2021-02-12]")

    assert [Edtf.parse(text).is_span for text in texts] == [False, True, True, False]


def test_dates_sort_by_what_is_known_of_them() -> None:
    """By the earliest day, or the latest if only that is known; open starts first, then shorter before longer."""
    ordered = [
        "2020/..",
        "2021-02-10",
        "[..2021-02-11]",
        "2021-02-11",
        "2021-02-11T09:00+02:00",
        "2021-02-11T08:00+00:00",
        "2021-02-11/2021-02-12",
        "2021-02-11/..",
        "2021-02-12",
    ]

    shuffled = sorted(ordered)

    assert ordered == sorted(shuffled, key=lambda text: Edtf.parse(text).sort_key)


def test_times_of_one_day_sort_by_the_moment_in_their_zones() -> None:
    """08:30 without an offset is read in the site's zone."""
    in_damascus = Edtf.parse("2021-02-11T08:30").in_zone("Asia/Damascus")

    assert Edtf.parse("2021-02-11T09:00+03:00").sort_key < in_damascus.sort_key
    assert in_damascus.sort_key < Edtf.parse("2021-02-11T07:00Z").sort_key


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021", "2021"),
        ("2021-01~", "2021-01"),
        ("2021-02-11?", "2021-02-11"),
        ("2021-02-11/2021-02-12", "2021-02-11"),
        ("[..2021-02-11]", "2021-02-11"),
        ("../2021-02", "2021-02"),
        ("[2021-01-10,2021-01-09]", "2021-01-09"),
        ("2021-02-13T08:34:00+02:00", "2021-02-13T08:34:00+02:00"),
        ("2021-02-13T08:34Z", "2021-02-13T08:34Z"),
        ("2021-02-13T08:34", "2021-02-13T08:34"),
    ],
)
def test_html_gets_the_anchor_with_as_much_as_is_known(text: str, expected: str) -> None:
    """A valid value for `<time datetime>`, whatever the form."""
    assert expected == Edtf.parse(text).iso


def test_a_time_without_an_offset_takes_the_offset_of_its_zone() -> None:
    """Damascus had +02:00 in February and +03:00 in July 2021."""
    winter, summer = (Edtf.parse(f"2021-{month}-13T08:34").in_zone("Asia/Damascus") for month in ("02", "07"))

    assert (winter.iso, summer.iso) == ("2021-02-13T08:34+02:00", "2021-07-13T08:34+03:00")


def test_an_offset_that_was_written_is_kept_in_any_zone() -> None:
    """The zone is for times that do not say theirs."""
    when = Edtf.parse("2021-02-13T08:34Z")

    assert when is when.in_zone("Asia/Damascus")


def test_a_time_in_a_zone_is_said_with_the_city(arabic: Language, english: Language) -> None:
    """Readers know cities rather than offsets."""
    when = Edtf.parse("2021-02-13T08:34").in_zone("Asia/Damascus")

    assert describe(when, arabic) == "13 شباط 2021، 08:34 (بتوقيت دمشق)"
    assert describe(when, english) == "13 February 2021, 08:34 (Damascus time)"


def test_a_date_time_knows_its_moment() -> None:
    """Aware with an offset, naive without, none without a time."""
    with_offset = datetime(2021, 2, 13, 8, 34, tzinfo=timezone(timedelta(hours=2)))

    assert with_offset == Edtf.parse("2021-02-13T08:34+02:00").moment
    assert datetime(2021, 2, 13, 8, 34, tzinfo=UTC) == Edtf.parse("2021-02-13T08:34Z").moment
    assert time(8, 34) == Edtf.parse("2021-02-13T08:34").time
    assert Edtf.parse("2021-02-13").moment is None


def test_dates_written_alike_are_equal_and_hash_alike() -> None:
    """A date is a value: it can be a key."""
    assert {Edtf.parse("2021-02~"): 1} == {Edtf.parse("2021-02~"): 1}


def test_a_date_survives_the_way_between_processes() -> None:
    """Workers get dates by pickling."""
    when = Edtf.parse("2021-02-13T08:34").in_zone("Asia/Damascus")

    assert when == pickle.loads(pickle.dumps(when))  # noqa: S301 - our own bytes


def test_own_digits_replace_all_figures_of_a_date(tmp_path: Path) -> None:
    """No date mixes two sets of digits."""
    (tmp_path / "ar.po").write_bytes((LOCALES / "ar.po").read_bytes())
    language = Language.of("ar", digits="arab", catalogues=[tmp_path])

    assert describe(Edtf.parse("2021-02-13T08:34+02:00"), language) == "١٣ شباط ٢٠٢١، ٠٨:٣٤ (\u200e+٠٢:٠٠)"


def test_no_two_faults_share_a_code() -> None:
    """Codes are what scripts and the documentation go by."""
    codes = [fault_of(row[0]).fault for row in rows("faults.txt")]

    assert len(set(codes)) == len({fault.code for fault in codes})


def test_a_fault_gives_a_problem_that_fits_the_others() -> None:
    """The values fill all three parts of the wording."""
    fault = fault_of("2021-02-30")
    problem: Problem = fault.fault.at("content/events/x.yaml", 3, 7, ("date", "is"), **fault.values)

    assert path_text(problem.path) == "date.is"
    assert not re.search(r"[{}]", " ".join(vars_of(problem)))


def vars_of(problem: Problem) -> tuple[str, str, str]:
    """The three parts of a problem in English."""
    words = wording(problem, str)
    return (words.found, words.expected, words.cure)


days = some.dates().map(date.isoformat)
single = some.tuples(days, some.sampled_from([4, 7, 10])).map(lambda pair: pair[0][: pair[1]])
qualified = some.tuples(single, some.sampled_from(["", "?", "~", "%"])).map("".join)


def ordered(pair: tuple[str, str]) -> tuple[str, ...]:
    """Two dates, the earlier first."""
    return tuple(sorted(pair, key=lambda text: Edtf.parse(text).sort_key))


spans = some.tuples(qualified, qualified).map(ordered).map("/".join)
ranges = some.tuples(single, single).map(ordered).map("..".join).map("[{}]".format)
sets = some.lists(single, min_size=2, max_size=4).map(",".join).map("[{}]".format)
open_forms = some.tuples(some.sampled_from(["{}/..", "../{}", "{}/", "/{}", "[..{}]", "[{}..]"]), single).map(
    lambda pair: pair[0].format(pair[1])
)
times = some.tuples(days, some.times(), some.sampled_from(["", "Z", "+02:00", "-05:30"])).map(
    lambda value: f"{value[0]}T{value[1]:%H:%M:%S}{value[2]}"
)
bounded = some.one_of(qualified, spans, ranges, sets)
valid = some.one_of(bounded, open_forms, times)
date_like = some.text("0123456789-/.[],?~%TZ:+ ٠١٢٣٤٥٦٧٨٩شباط\u200e–", max_size=30)


@settings(deadline=None)
@given(some.one_of(some.text(), date_like))
def test_any_text_is_a_date_or_a_date_fault(text: str) -> None:
    """Nothing that a contributor can write makes the parser fall over."""
    with suppress(DateFault):
        assert text == Edtf.parse(text).text


@given(valid)
def test_a_date_has_the_notation_that_editors_know(text: str) -> None:
    """So that no editor underlines a date that is right."""
    assert re.search(NOTATION, text)


@pytest.mark.parametrize("row", [row for row in rows("faults.txt") if row[1] in {"date-notation", "bad-date"}])
def test_what_is_misspelt_has_not_the_notation_that_editors_know(row: tuple[str, ...]) -> None:
    """Editors underline it."""
    assert not re.search(NOTATION, row[0])


@settings(deadline=None)
@given(valid)
def test_a_date_is_kept_as_written_and_reads_back_as_itself(text: str) -> None:
    """`text` is canonical: parsing it again gives an equal value."""
    when = Edtf.parse(text)

    assert (text, when) == (when.text, Edtf.parse(when.text))


@settings(deadline=None)
@given(bounded)
def test_the_earliest_day_is_never_after_the_latest(text: str) -> None:
    """Whatever was written."""
    when = Edtf.parse(text)

    assert when.earliest is not None
    assert when.latest is not None
    assert when.earliest <= when.latest


@settings(deadline=None)
@given(some.lists(valid, min_size=2))
def test_all_dates_can_be_sorted_together(texts: list[str]) -> None:
    """The order is total, whatever the mixture, and does not depend on the order before."""
    dates = [Edtf.parse(text) for text in texts]
    one_way, other_way = (sorted(each, key=lambda when: when.sort_key) for each in (dates, dates[::-1]))

    assert [when.sort_key for when in one_way] == [when.sort_key for when in other_way]


@settings(deadline=None, max_examples=50)  # the other implementation is slow
@given(some.one_of(qualified, spans))
def test_bounds_agree_with_the_edtf_package(text: str) -> None:
    """An independent implementation gives the same first and last day."""
    expected = oracle.parse_edtf(text)
    when = Edtf.parse(text)

    assert (expected.lower_strict()[:3], expected.upper_strict()[:3]) == (ymd(when.earliest), ymd(when.latest))


@settings(deadline=None, max_examples=50)
@given(sets)
def test_sets_agree_with_the_edtf_package(text: str) -> None:
    """One of a set: the first day of the first and the last day of the last member, by the other implementation."""
    members = [oracle.parse_edtf(member) for member in text[1:-1].split(",")]
    when = Edtf.parse(text)

    assert min(member.lower_strict()[:3] for member in members) == ymd(when.earliest)
    assert max(member.upper_strict()[:3] for member in members) == ymd(when.latest)


def ymd(day: date | None) -> tuple[int, int, int] | None:
    """Year, month and day."""
    return (day.year, day.month, day.day) if day else None


@settings(deadline=None)
@given(valid)
def test_every_date_has_words_in_every_language(text: str) -> None:
    """Long, short and in the margin."""
    when, language = Edtf.parse(text), Language.of("en")

    assert describe(when, language)
    assert describe_short(when, language)
    assert parts(when, language).lines


@settings(deadline=None)
@given(valid)
def test_every_date_has_a_value_for_html(text: str) -> None:
    """Year, month, day or date-time, with four digits of the year."""
    pattern = r"\d{4}(-\d\d(-\d\d(T\d\d:\d\d(:\d\d)?(Z|[+-]\d\d:\d\d)?)?)?)?"

    assert re.fullmatch(pattern, Edtf.parse(text).iso)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2021-02-13T08:34:00+02:00", "13 February 2021, 08:34 (Damascus time)"),
        ("2021-02-13T08:34:00+01:00", "13 February 2021, 08:34 (+01:00)"),
        ("2021-02-13T08:34", "13 February 2021, 08:34 (Damascus time)"),
        ("2021-02-13", "13 February 2021"),
    ],
)
def test_a_time_is_told_by_the_clock_of_a_city_where_that_is_its_clock(text: str, expected: str) -> None:
    """+02:00 in February is Damascus time; +01:00 is not."""
    assert describe(Edtf.parse(text).in_city("Asia/Damascus"), Language.of("en")) == expected


def test_a_time_told_by_the_clock_of_a_city_keeps_its_moment_for_machines() -> None:
    """`<time datetime>` has the offset once."""
    assert Edtf.parse("2021-02-13T08:34:00+02:00").in_city("Asia/Damascus").iso == "2021-02-13T08:34:00+02:00"


def test_a_date_without_its_time_of_day_is_the_day() -> None:
    """For lists, where the time says nothing."""
    assert Edtf.parse("2021-02-13T08:34:00+02:00").day_only == Edtf.parse("2021-02-13")
