"""Files of other programs that contributors send: catalogues of translations, pictures."""

from __future__ import annotations

import io
from collections.abc import Iterator

from babel import Locale
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

from tests.fuzz.target import Target, assert_told, samples, workplace
from waqai.build.pictures import Picture, cleaned
from waqai.languages.catalogues import BrokenCatalogue, translations

_CATALOGUE = r"""msgid ""
msgstr ""
"Language: ar\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Plural-Forms: nplurals=6; "
"plural=(n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 && n%100<=99 ? 4 : 5);\n"

msgctxt "kind"
msgid "Talks"
msgstr "محادثات"

#, python-brace-format
msgid "{number} event"
msgid_plural "{number} events"
msgstr[0] "أ"
msgstr[1] "ب"
msgstr[2] "ج"
msgstr[3] "{number} د"
msgstr[4] "{number} ه"
msgstr[5] "{number} و"
"""


def is_catalogue_or_broken(data: bytes) -> None:
    """A catalogue translates, or it is told why it cannot."""
    path = workplace() / "ar.po"
    path.write_bytes(data)
    try:
        catalogue = translations([path], Locale("ar"))
    except BrokenCatalogue:
        return
    assert isinstance(catalogue.gettext("Talks"), str)
    assert isinstance(catalogue.ngettext("{number} event", "{number} events", 3), str)


def _catalogues() -> Iterator[bytes]:
    yield from samples("*/locales/*.po")
    yield from samples("broken/*/locales/*.po")
    yield _CATALOGUE.encode()


def is_clean_picture_or_refused(data: bytes) -> None:
    """A picture is published without anything that its file carried besides its pixels, or refused with a reason."""
    kind = {b"\x89P": ".png", b"RI": ".webp"}.get(data[:2], ".jpg")
    path = workplace() / f"picture{kind}"
    path.write_bytes(data)
    found = cleaned(path, path.name)
    if not isinstance(found, Picture):
        assert_told([found])
        return
    with Image.open(io.BytesIO(found.content)) as image:
        image.load()
        assert (found.width, found.height) == image.size
        assert not image.getexif()
        assert not set(image.info) & {"exif", "xmp", "comment", "icc_profile", "Description"}


def _pictures() -> Iterator[bytes]:
    for form in ("JPEG", "PNG", "WEBP"):
        for mode in ("RGB", "L"):
            image, target = Image.new(mode, (9, 5), 90 if mode == "L" else (90, 20, 10)), io.BytesIO()
            exif = Image.Exif()
            exif[0x010F], exif[0x011A] = "synthetic", IFDRational(72, 1)
            image.save(target, form, exif=exif)
            yield target.getvalue()


FILES = (
    Target(
        "catalogue",
        is_catalogue_or_broken,
        _catalogues,
        (
            'msgid "',
            'msgstr "',
            "msgstr[0] ",
            "msgid_plural ",
            'msgctxt "',
            "#, fuzzy\n",
            "#~ ",
            "nplurals=",
            "plural=",
            "n%10",
            "{number}",
            "%(n)s",
            "\\n",
        ),
    ),
    Target(
        "picture",
        is_clean_picture_or_refused,
        _pictures,
        ("IHDR", "IDAT", "IEND", "tEXt", "eXIf", "\xff", "Exif", "VP8 ", "ICCP"),
    ),
)
