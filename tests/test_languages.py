"""Languages: direction, names, digits, lists, plurals and catalogues."""

from __future__ import annotations

import os
import pickle
import re
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from waqai.languages import BrokenCatalogue, Digits, Language, MissingCatalogue, MonthNames, UnknownLanguage

ROOT = Path(__file__).parents[1]
LOCALES = ROOT / "theme" / "locales"
ARABIC_PLURALS = "nplurals=6; plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5);"
EVENTS = """
msgid "{n} event"
msgid_plural "{n} events"
msgstr[0] "لا وقائع"
msgstr[1] "واقعة واحدة"
msgstr[2] "واقعتان"
msgstr[3] "{n} وقائع"
msgstr[4] "{n} واقعة بالنصب"
msgstr[5] "{n} واقعة بالجر"
"""


def catalogue(folder: Path, name: str, entries: str = "", plurals: str = ARABIC_PLURALS) -> Path:
    """Write a catalogue, and answer its folder."""
    folder.mkdir(exist_ok=True, parents=True)
    header = f'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: {plurals}\\n"\n'
    (folder / f"{name}.po").write_text(header + entries, encoding="utf-8")
    return folder


def language(
    folder: Path, tag: str, *, months: MonthNames = "levant", digits: Digits = "latn", entries: str = ""
) -> Language:
    """A language with a catalogue of its own, in its own plural rule."""
    plurals = ARABIC_PLURALS if tag.startswith("ar") else "nplurals=2; plural=(n != 1);"
    catalogue(folder, tag, entries, plurals)
    return Language.of(tag, months=months, digits=digits, catalogues=[folder])


def output_of(program: str) -> str:
    """What a program prints in a process of its own, where nothing was loaded before."""
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "generator")}
    command = [sys.executable, "-c", program]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment).stdout


@pytest.mark.parametrize(
    ("tag", "script", "direction", "autonym"),
    [
        ("ar", "Arab", "rtl", "العربية"),
        ("ar-SY", "Arab", "rtl", "العربية (سوريا)"),
        ("en", "Latn", "ltr", "English"),
        ("ku", "Latn", "ltr", "kurdî (kurmancî)"),
        ("ckb", "Arab", "rtl", "کوردیی ناوەندی"),
        ("ckb-Latn", "Latn", "ltr", "کوردیی ناوەندی"),
        ("ku-Arab", "Arab", "rtl", "kurdî (kurmancî)"),
        ("fa", "Arab", "rtl", "فارسی"),
        ("he", "Hebr", "rtl", "עברית"),
        ("syr", "Syrc", "rtl", "ܣܘܪܝܝܐ"),
        ("tr", "Latn", "ltr", "Türkçe"),
        ("bg", "Cyrl", "ltr", "български"),
        ("zh-Hant", "Hant", "ltr", "中文 (繁體)"),
    ],
)
def test_direction_follows_the_script(tmp_path: Path, tag: str, script: str, direction: str, autonym: str) -> None:
    """Not the language: Kurdish runs both ways."""
    if tag != "zh-Hant":
        found = language(tmp_path, tag)
    else:
        found = Language.of(tag, catalogues=[catalogue(tmp_path, tag, plurals="nplurals=1; plural=0;")])

    assert (script, direction, autonym) == (found.script, found.direction, found.autonym)


@pytest.mark.parametrize(
    ("tag", "suggestion"),
    [("AR", "ar"), ("ar_SY", "ar-SY"), ("ar-sy", "ar-SY"), ("ar-XX", "ar"), ("arr", "ar"), ("english", ""), ("", "")],
)
def test_an_unknown_language_is_refused_with_the_tag_that_was_meant(tag: str, suggestion: str) -> None:
    """Tags are BCP 47 in their canonical case, because they become addresses."""
    with pytest.raises(UnknownLanguage) as caught:
        Language.of(tag)

    assert (tag, suggestion) == (caught.value.tag, caught.value.suggestion)


@pytest.mark.parametrize(
    ("tag", "months", "january", "august"),
    [
        ("ar", "levant", "كانون الثاني", "آب"),
        ("ar", "latin", "يناير", "أغسطس"),
        ("ar", "both", "كانون الثاني/يناير", "آب/أغسطس"),
        ("ar-SY", "levant", "كانون الثاني", "آب"),
        ("ar-SY", "both", "كانون الثاني/يناير", "آب/أغسطس"),
        ("ar-EG", "levant", "يناير", "أغسطس"),
        ("ar-EG", "both", "يناير", "أغسطس"),
        ("en", "levant", "January", "August"),
        ("ckb", "levant", "کانوونی دووەم", "ئاب"),
    ],
)
def test_months_have_their_full_names(tmp_path: Path, tag: str, months: MonthNames, january: str, august: str) -> None:
    """Arabic ones as the site chooses them; a tag with a country has the country's."""
    found = language(tmp_path, tag, months=months)

    assert (january, august) == (found.month(1), found.month(8))


def test_all_twelve_months_of_the_levant_are_right(tmp_path: Path) -> None:
    """As they are written in Syria, Lebanon, Jordan, Palestine and Iraq."""
    arabic = language(tmp_path, "ar")

    expected = [
        "كانون الثاني",
        "شباط",
        "آذار",
        "نيسان",
        "أيار",
        "حزيران",
        "تموز",
        "آب",
        "أيلول",
        "تشرين الأول",
        "تشرين الثاني",
        "كانون الأول",
    ]
    assert expected == [arabic.month(number) for number in range(1, 13)]


@pytest.mark.parametrize("order", [("ar", "ar-SY"), ("ar-SY", "ar")], ids="-then-".join)
def test_names_and_figures_do_not_depend_on_which_locale_came_first(tmp_path: Path, order: tuple[str, str]) -> None:
    """Babel remembers aliases in a shared parent; a process that began with `ar` must not lose the Syrian months."""
    for tag in order:
        catalogue(tmp_path, tag)
    program = f"""
from datetime import date
from pathlib import Path
from babel.dates import format_date
from waqai.languages import Language
for tag in {order!r}:
    for pattern in ("MMM", "LLL", "LLLL", "EEEE", "cccc"):
        format_date(date(2021, 2, 11), pattern, locale=tag.replace("-", "_"))
for tag in {order!r}:
    for months in ("latin", "levant"):
        language = Language.of(tag, months=months, digits="arab", catalogues=[Path({str(tmp_path)!r})])
        print(ascii((tag, months, language.month(2), language.weekday(date(2021, 2, 11)), language.number(-1234.5),
                     language.join(["1", "2", "3"]))))
"""
    rest = ("الخميس", "\u061c-١٬٢٣٤٫٥", "1 و2 و3")
    expected = {
        ascii((tag, months, name, *rest)) for tag in order for months, name in (("latin", "فبراير"), ("levant", "شباط"))
    }
    assert expected == set(output_of(program).splitlines())


def test_weekdays_have_their_full_names(tmp_path: Path) -> None:
    """By the day itself."""
    names = [language(tmp_path, tag).weekday(date(2021, 2, 11)) for tag in ("ar", "en")]

    assert names == ["الخميس", "Thursday"]


@pytest.mark.parametrize(
    ("tag", "digits", "expected"),
    [
        ("ar", "latn", "1,234,567.5"),
        ("ar", "arab", "١٬٢٣٤٬٥٦٧٫٥"),
        ("ar-SY", "latn", "1,234,567.5"),
        ("ar-SY", "arab", "١٬٢٣٤٬٥٦٧٫٥"),
        ("ckb", "latn", "1,234,567.5"),
        ("ckb", "arab", "١٬٢٣٤٬٥٦٧٫٥"),
        ("fa", "arab", "۱٬۲۳۴٬۵۶۷٫۵"),
        ("ku", "latn", "1.234.567,5"),
        ("en", "arab", "1,234,567.5"),
    ],
)
def test_a_number_never_mixes_two_numbering_systems(tmp_path: Path, tag: str, digits: Digits, expected: str) -> None:
    """Digits and separators come from the same one."""
    assert expected == language(tmp_path, tag, digits=digits).number(1234567.5)


def test_a_minus_sign_stays_before_its_number(tmp_path: Path) -> None:
    """CLDR puts a mark before it for lines that run from right to left."""
    assert language(tmp_path, "ar").number(-12) == "\u200e-12"


def test_numerals_change_digits_and_group_nothing(tmp_path: Path) -> None:
    """A year is not a quantity."""
    assert language(tmp_path, "ar", digits="arab").numerals("2021, 08:34") == "٢٠٢١, ٠٨:٣٤"


@pytest.mark.parametrize(
    ("tag", "items", "expected"),
    [
        ("ar", ["قسد", "دمشق", "روسيا"], ("قسد ودمشق وروسيا", "قسد أو دمشق أو روسيا", "قسد، دمشق، روسيا")),
        ("ar", ["قسد", "دمشق"], ("قسد ودمشق", "قسد أو دمشق", "قسد، دمشق")),
        ("ar", ["قسد"], ("قسد", "قسد", "قسد")),
        ("ar", [], ("", "", "")),
        ("en", ["a", "b", "c"], ("a, b, and c", "a, b, or c", "a, b, c")),
        ("ku", ["a", "b"], ("a û b", "a an b", "a, b")),
    ],
)
def test_items_are_joined_as_the_language_joins_them(
    tmp_path: Path, tag: str, items: list[str], expected: tuple[str, str, str]
) -> None:
    """All of them, one of them, or simply one after another."""
    found = language(tmp_path, tag)

    assert expected == (found.join(items), found.either(items), found.listed(items))


def test_a_catalogue_says_how_to_join_where_cldr_does_not(tmp_path: Path) -> None:
    """CLDR has no list patterns for Sorani."""
    entries = """
msgctxt "list of all"
msgid "{0}, {1}"
msgstr "{0}، {1}"

msgctxt "list of all"
msgid "{0} and {1}"
msgstr "{0} و {1}"

msgctxt "list of any"
msgid "{0}, {1}"
msgstr "{0}، {1}"

msgctxt "list of any"
msgid "{0} or {1}"
msgstr "{0} یان {1}"
"""
    sorani = language(tmp_path, "ckb", entries=entries)

    assert (sorani.join("١"), sorani.either("١")) == ("١", "١")
    assert (sorani.join("١٢٣"), sorani.either("١٢٣")) == ("١، ٢ و ٣", "١، ٢ یان ٣")


def test_an_item_with_braces_is_joined_as_it_is(tmp_path: Path) -> None:
    """Items are data, not patterns."""
    entries = 'msgctxt "list of all"\nmsgid "{0} and {1}"\nmsgstr "{0} و{1}"\n'

    assert language(tmp_path, "ar", entries=entries).join(["{1}", "{x}", "{"]) == "{1}, {x} و{"


@pytest.mark.parametrize(
    ("n", "expected"),
    [
        (0, "لا وقائع"),
        (1, "واقعة واحدة"),
        (2, "واقعتان"),
        (3, "3 وقائع"),
        (10, "10 وقائع"),
        (11, "11 واقعة بالنصب"),
        (99, "99 واقعة بالنصب"),
        (100, "100 واقعة بالجر"),
        (103, "103 وقائع"),
    ],
)
def test_arabic_has_six_plural_forms(tmp_path: Path, n: int, expected: str) -> None:
    """In the order of the catalogue's own rule, with and without a context."""
    entries = EVENTS + EVENTS.replace('\nmsgid "', '\nmsgctxt "here"\nmsgid "')
    arabic = language(tmp_path, "ar", entries=entries)

    assert expected == arabic.ngettext("{n} event", "{n} events", n).format(n=n)
    assert expected == arabic.npgettext("here", "{n} event", "{n} events", n).format(n=n)


def test_the_same_word_can_differ_by_context(tmp_path: Path) -> None:
    """A context chooses; without it the plain entry counts."""
    entries = 'msgid "May"\nmsgstr "ربما"\n\nmsgctxt "month"\nmsgid "May"\nmsgstr "أيار"\n'
    arabic = language(tmp_path, "ar", entries=entries)

    assert (arabic.gettext("May"), arabic.pgettext("month", "May")) == ("ربما", "أيار")


def test_english_needs_no_catalogue() -> None:
    """The message ids are English."""
    english = Language.of("en-GB")

    assert (english.gettext("Sources"), english.ngettext("{n} event", "{n} events", 2)) == ("Sources", "{n} events")


def test_another_language_without_a_catalogue_is_refused(tmp_path: Path) -> None:
    """With the folders that were searched."""
    with pytest.raises(MissingCatalogue) as caught:
        Language.of("ckb", catalogues=[tmp_path])

    assert (caught.value.tag, caught.value.looked_in) == ("ckb", (tmp_path,))


def test_a_catalogue_in_another_script_is_none(tmp_path: Path) -> None:
    """Sorani in Arabic letters cannot stand in for Sorani in Latin ones."""
    catalogue(tmp_path, "ckb", plurals="nplurals=2; plural=(n != 1);")

    with pytest.raises(MissingCatalogue):
        Language.of("ckb-Latn", catalogues=[tmp_path])


def test_later_folders_and_fuller_tags_override_entry_by_entry(tmp_path: Path) -> None:
    """A site changes single words of the theme's catalogue and keeps the others."""
    words = '\nmsgid "a"\nmsgstr "{a}"\n\nmsgid "b"\nmsgstr "{b}"\n\nmsgid "c"\nmsgstr "{c}"\n'
    theme = catalogue(tmp_path / "theme", "ar", words.format(a="1", b="1", c="1"))
    site = catalogue(tmp_path / "site", "ar", words.format(a="", b="2", c="2"))
    catalogue(site, "ar-SY", words.format(a="", b="", c="3"))

    syrian = Language.of("ar-SY", catalogues=[theme, site])

    assert [syrian.gettext(word) for word in "abc"] == (["1", "2", "3"])
    assert [theme / "ar.po", site / "ar.po", site / "ar-SY.po"] == list(syrian.files)


def test_a_fuzzy_entry_is_not_used(tmp_path: Path) -> None:
    """A guess that nobody looked at is no translation."""
    assert (
        language(tmp_path, "ar", entries='#, fuzzy\nmsgid "Sources"\nmsgstr "مصدر"\n').gettext("Sources") == "Sources"
    )


def test_missing_messages_are_those_nobody_translated(tmp_path: Path) -> None:
    """Absent, empty, fuzzy, or with a plural form left out; with their contexts."""
    template = (
        catalogue(tmp_path / "template", "all", 'msgid "done"\nmsgstr ""\n', "nplurals=2; plural=(n != 1);") / "all.po"
    )
    with template.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "guess"\nmsgstr ""\n\nmsgctxt "here"\nmsgid "done"\nmsgstr ""\n')
        file.write('\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] ""\nmsgstr[1] ""\n')
    entries = 'msgid "done"\nmsgstr "تم"\n\n#, fuzzy\nmsgid "guess"\nmsgstr "؟"\n'
    entries += '\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "صفر"\nmsgstr[1] ""\n'
    arabic = language(tmp_path, "ar", entries=entries)

    assert arabic.missing_messages(template) == (("", "guess"), ("here", "done"), ("", "one"))
    assert Language.of("en").missing_messages(template) == ()


@pytest.mark.parametrize(
    ("plurals", "reason"),
    [
        ("nplurals=2; plural=(n != 1);", "it has 2 plural forms where the language has 6"),
        ("nplurals=6; plural=os;", "invalid token in plural form: os"),
        ("nplurals=6; plural=n;", "its plural rule names a form beyond those that it counts"),
    ],
)
def test_a_catalogue_with_wrong_plurals_is_refused(tmp_path: Path, plurals: str, reason: str) -> None:
    """Better no site than one that says “3 event”."""
    catalogue(tmp_path, "ar", EVENTS if "6" in plurals else "", plurals)

    with pytest.raises(BrokenCatalogue) as caught:
        Language.of("ar", catalogues=[tmp_path])

    assert (caught.value.path, caught.value.reason) == (tmp_path / "ar.po", reason)


def test_a_catalogue_without_a_plural_rule_is_refused(tmp_path: Path) -> None:
    """The order of the forms differs between programs, so it must be stated."""
    (tmp_path / "ar.po").write_text('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n', encoding="utf-8")

    with pytest.raises(BrokenCatalogue, match="no line Plural-Forms"):
        Language.of("ar", catalogues=[tmp_path])


def test_catalogues_laid_over_each_other_must_order_their_plurals_alike(tmp_path: Path) -> None:
    """Form 4 of one must be form 4 of the other."""
    theme = catalogue(tmp_path / "theme", "ar")
    swapped = ARABIC_PLURALS.replace("? 4 : 5", "? 5 : 4")
    site = catalogue(tmp_path / "site", "ar", plurals=swapped)

    with pytest.raises(BrokenCatalogue, match="its plural rule is not that of"):
        Language.of("ar", catalogues=[theme, site])


@pytest.mark.parametrize("text", ['msgid "a\n', "\udcff", 'msgid "a"\nmsgid_plural "b"\nmsgstr[9] "c"\n'])
def test_a_catalogue_that_cannot_be_read_is_named(tmp_path: Path, text: str) -> None:
    """With its path."""
    path = catalogue(tmp_path, "ar") / "ar.po"
    path.write_bytes(path.read_bytes() + text.encode("utf-8", "surrogateescape"))

    with pytest.raises(BrokenCatalogue, match=r"ar\.po"):
        Language.of("ar", catalogues=[tmp_path])


def test_a_language_is_loaded_once(tmp_path: Path) -> None:
    """Asking again is cheap."""
    assert language(tmp_path, "ar") is Language.of("ar", catalogues=[tmp_path])


def test_an_edited_catalogue_is_read_again(tmp_path: Path) -> None:
    """So that `serve` shows a changed word without a restart."""
    before = language(tmp_path, "ar", entries='msgid "Sources"\nmsgstr "مصدر"\n').gettext("Sources")
    after = language(tmp_path, "ar", entries='msgid "Sources"\nmsgstr "المصادر"\n').gettext("Sources")

    assert (before, after) == ("مصدر", "المصادر")


def test_a_language_survives_the_way_between_processes(tmp_path: Path) -> None:
    """Pickled small, and the same language afterwards."""
    arabic = language(tmp_path, "ar", entries=EVENTS)

    data = pickle.dumps(arabic)

    assert len(data) < 1000
    assert arabic == pickle.loads(data)  # noqa: S301 - our own bytes


def test_importing_the_module_does_not_import_babel() -> None:
    """A run that renders nothing starts fast."""
    program = "import sys, waqai.languages, waqai.dates; print('babel' in sys.modules)"

    assert output_of(program) == "False\n"


def messages_of_dates() -> dict[tuple[str, str], str]:
    """The Arabic catalogue, without what has plural forms."""
    with (LOCALES / "ar.po").open("rb") as file:
        return {(each.context or "", each.id): str(each.string) for each in read_po(file) if isinstance(each.id, str)}


@pytest.mark.parametrize("room", ["dates", "languages"])
def test_every_pattern_of_dates_and_lists_is_in_the_arabic_catalogue(room: str) -> None:
    """Faults aside, which the catalogue keeps elsewhere."""
    found = extract_from_dir(
        ROOT / "generator" / "waqai" / room,
        keywords={"pgettext": ((1, "c"), 2)},
        comment_tags=(),
        strip_comment_tags=False,
    )

    keys = {(str(context), str(message)) for _, _, message, _, context in found}
    assert keys <= messages_of_dates().keys()


def test_arabic_patterns_keep_the_placeholders_of_their_ids() -> None:
    """A pattern that loses one would lose the year or the day."""
    for (_, message), translation in messages_of_dates().items():
        assert sorted(re.findall(r"{\w*}", message)) == sorted(re.findall(r"{\w*}", translation))
