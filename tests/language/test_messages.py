"""Every word of the desk has its Chinese, nothing is left over, the compiled file is current."""

import gettext
import string
from io import BytesIO

import pytest
from packaging_language import FOLDER, compiled, extracted, kept

SOURCE = {each.id: each for each in extracted() if each.id}
CHINESE = {each.id: each for each in kept() if each.id}


def fields(text):
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def test_every_message_of_the_source_is_in_chinese_and_nothing_else():
    assert set(CHINESE) == set(SOURCE)


@pytest.mark.parametrize("message", CHINESE.values(), ids=lambda each: str(each.id)[:40])
def test_a_message_is_said_with_the_same_fields(message):
    ids = message.id if isinstance(message.id, tuple) else (message.id,)
    said = message.string if isinstance(message.string, tuple) else (message.string,)
    assert all(said)
    for each in said:
        assert fields(each) <= set().union(*map(fields, ids))
        assert fields(ids[0]) - fields(each) == set()


def test_the_compiled_file_says_what_the_text_file_says():
    now = gettext.GNUTranslations(BytesIO(compiled(kept())))
    shipped = gettext.GNUTranslations(BytesIO((FOLDER / "clerk.mo").read_bytes()))
    assert shipped._catalog == now._catalog
