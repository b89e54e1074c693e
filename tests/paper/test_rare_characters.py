from pathlib import Path

import pytest

from clerk.domain.papers import PaperKind
from clerk.paper.faults import FontFault
from clerk.paper.room import PaperRoom
from clerk.paper.typeface import CHAINS, MISSING_SORT, Face, Typefaces
from tests.paper.reading import fonts_of, pages_by_pypdf, pages_of
from tests.paper.specimens import RARE, RESOURCES, specimen

FONTS = RESOURCES / "fonts"


@pytest.fixture(scope="module")
def faces() -> Typefaces:
    return Typefaces(FONTS)


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return PaperRoom(RESOURCES).draw(specimen(PaperKind.DECLINE, applicant=f"欧阳{RARE}"))


@pytest.mark.parametrize("face", Face)
def test_every_face_has_an_outline_for_each_rare_character(faces, face):
    for character in RARE:
        glyph = faces.glyph(face, character)

        assert glyph.number != 0
        assert faces.font(glyph.font).outline(glyph.number)


def test_rare_names_copy_and_search_as_they_are_written(pdf):
    assert f"欧阳{RARE}" in pages_of(pdf)[0]
    assert f"欧阳{RARE}" in pages_by_pypdf(pdf)[0]


def test_a_paper_carries_only_subsets_and_carries_all_of_them(pdf):
    fonts = fonts_of(pdf)

    assert fonts
    assert all(font.embedded and font.kind == "/CIDFontType2" for font in fonts)
    assert all(font.name[1:7].isalpha() and font.name[7] == "+" for font in fonts)
    assert not any("Helvetica" in font.name for font in fonts)


def test_a_subset_is_small_though_its_font_is_not(pdf):
    assert len(pdf) < 90_000


def test_a_font_is_opened_only_when_a_character_needs_it():
    faces = Typefaces(FONTS)

    faces.measure(Face.TEXT, 12, "受理通知书")
    before = set(faces._fonts)
    faces.measure(Face.TEXT, 12, "𰻝")

    assert before == {"ClerkSerif-TGH"}
    assert "ClerkRareC-GHI" in faces._fonts


def test_between_them_the_fonts_hold_gb_18030_level_3_and_extension_i(faces):
    level_3 = [(0x4E00, 0x9FEF), (0x3400, 0x4DB5), (0x20000, 0x2A6D6), (0x2A700, 0x2B734)]
    level_3 += [(0x2B740, 0x2B81D), (0x2B820, 0x2CEA1), (0x2CEB0, 0x2EBE0)]
    extension_i = [(0x2EBF0, 0x2EE5D)]

    missing = [
        hex(code)
        for first, last in level_3 + extension_i
        for code in range(first, last + 1)
        if not any(faces.font(name).glyph(chr(code)) for name in CHAINS[Face.TEXT])
    ]

    assert missing == []


def test_what_no_font_holds_shows_the_missing_sort_and_nothing_vanishes(faces):
    assert (
        faces.legible("甲\U0001f600乙\ud83d丙\x00丁")
        == f"甲{MISSING_SORT}乙{MISSING_SORT}丙{MISSING_SORT}丁"
    )


def test_what_cannot_be_seen_is_left_out(faces):
    assert faces.legible("甲\u200b\u202e乙\ufe00\U000e0100丙\u00a0丁\r\n戊") == "甲乙丙 丁\n戊"


def test_a_sign_without_a_sort_is_spelt_out(faces):
    assert faces.legible("90㎡") == "90m²"


def test_a_missing_font_is_named(tmp_path: Path):
    with pytest.raises(FontFault) as fault:
        Typefaces(tmp_path).measure(Face.TEXT, 12, "受")

    assert fault.value.file == "ClerkSerif-TGH.ttf"


@pytest.mark.parametrize("kept", [0, 3, 11, 200, 4_000, 100_000])
def test_a_font_cut_short_is_named(tmp_path: Path, kept: int):
    whole = (FONTS / "ClerkSerif-TGH.ttf").read_bytes()
    (tmp_path / "ClerkSerif-TGH.ttf").write_bytes(whole[:kept])

    with pytest.raises(FontFault) as fault:
        Typefaces(tmp_path).font("ClerkSerif-TGH")

    assert fault.value.file == "ClerkSerif-TGH.ttf"


def test_every_font_stands_in_the_readme_with_its_licence():
    readme = (FONTS / "README.md").read_text(encoding="utf-8")
    licences = {path.name for path in (FONTS / "licences").iterdir()}

    for font in FONTS.glob("*.ttf"):
        assert f"`{font.name}`" in readme
    assert licences
    assert all(f"`{name}`" in readme for name in licences)


def test_the_fonts_leave_room_in_a_repository_of_sixty_megabytes():
    assert sum(font.stat().st_size for font in FONTS.glob("*.ttf")) < 55_000_000
