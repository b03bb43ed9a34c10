"""The chronicle in pages: nothing is lost, nothing is twice, no page is too long."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.content.making import event, library_of
from waqai.content import Library
from waqai.site.periods import MOST_ENTRIES, every_period, newest, pages_of_entries, periods_of

FEW = settings(max_examples=15, deadline=None)
SIZES = st.dictionaries(
    st.tuples(st.integers(2001, 2004), st.integers(1, 12)), st.integers(1, MOST_ENTRIES + 3), min_size=1, max_size=3
)


def library_with(sizes: dict[tuple[int, int], int]) -> Library:
    """A library with so many events in each month."""
    days = [f"{year}-{month:02}-{1 + n % 28:02}" for (year, month), count in sizes.items() for n in range(count)]
    return library_of(events={f"e{number}": event(day) for number, day in enumerate(days)})


def keys(library: Library) -> list[str]:
    """The keys of all periods."""
    return [period.key for period in every_period(periods_of(library))]


@FEW
@given(SIZES)
def test_every_entry_is_on_one_page_in_order(sizes: dict[tuple[int, int], int]) -> None:
    """However many there are in a month."""
    library = library_with(sizes)
    shown = [each for period in pages_of_entries(periods_of(library)) for each in period.events]
    assert shown in ([], list(library.events))


@FEW
@given(SIZES)
def test_no_page_has_more_entries_than_a_page_can_hold(sizes: dict[tuple[int, int], int]) -> None:
    """Neither the pages of periods nor the home page."""
    library = library_with(sizes)
    pages = [period.events for period in pages_of_entries(periods_of(library))]
    assert max(map(len, [*pages, newest(library)])) <= MOST_ENTRIES


@FEW
@given(SIZES)
def test_the_home_page_ends_with_the_newest_entry(sizes: dict[tuple[int, int], int]) -> None:
    """It holds the newest periods, each of them whole."""
    library = library_with(sizes)
    shown = newest(library)
    assert shown == library.events[-len(shown) :]


def test_a_short_chronicle_has_no_pages_of_periods() -> None:
    """The home page holds all of it."""
    assert keys(library_with({(2001, 1): MOST_ENTRIES})) == []


def test_a_year_that_fits_a_page_is_not_divided() -> None:
    """Only the long year next to it has months, and only its long month has parts."""
    library = library_with({(2001, 3): 2, (2001, 4): 3, (2002, 1): 1, (2002, 5): MOST_ENTRIES + 1})
    assert keys(library) == ["2001", "2002", "2002-01", "2002-05", "2002-05-part-1", "2002-05-part-2"]
