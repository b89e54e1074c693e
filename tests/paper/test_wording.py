import re
import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from clerk.domain.papers import PaperKind
from clerk.paper.faults import WordingFault
from clerk.paper.room import PaperRoom
from clerk.paper.wording import Wording
from clerk.paper.wording_keys import KEYS, LISTS
from tests.paper.reading import pages_of, run_together
from tests.paper.specimens import LANGUAGES, RESOURCES, many_lines, specimen

WORDS = RESOURCES / "wording"


class Asked(Wording):
    """Remembers what was asked for."""

    def __init__(self, words: Wording, asked: set[str]):
        super().__init__(words._texts, words._lists)
        self._asked = asked

    def say(self, key, facts=None):
        self._asked.add(key)
        return super().say(key, facts)

    def term(self, group, code):
        self._asked.add(f"{group}.{code}")
        return super().term(group, code)


def edited(tmp_path: Path, old: str, new: str) -> Path:
    text = (WORDS / "papers.zh_CN.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "papers.zh_CN.toml"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return path


def fault_of(path: Path) -> WordingFault:
    with pytest.raises(WordingFault) as fault:
        Wording.read(path)
    assert fault.value.file == path.name
    return fault.value


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_holds_exactly_the_words_papers_need(language):
    tables = tomllib.loads((WORDS / f"papers.{language}.toml").read_text(encoding="utf-8"))

    keys = {f"{section}.{name}" for section, words in tables.items() for name in words}

    assert keys == KEYS | LISTS.keys()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", PaperKind)
def test_no_paper_shows_a_brace_or_a_bare_code(kind, language):
    text = "".join(pages_of(PaperRoom(RESOURCES).draw(specimen(kind, language))))

    assert "{" not in text
    assert not re.search("[a-z]_[a-z]", text)
    assert "None" not in text


def test_a_field_no_paper_has_is_named(tmp_path):
    fault = fault_of(edited(tmp_path, "{you}就“{item}”", "{you}就“{itme}”"))

    assert (fault.reason, fault.key, fault.field) == ("field", "material_voucher.opening", "itme")


@pytest.mark.parametrize(
    ("field", "named"),
    [
        ("{item.__class__}", "item.__class__"),
        ("{item[0]}", "item[0]"),
        ("{item!r}", "item"),
        ("{}", ""),
        ("{0}", "0"),
        ("{page}", "page"),
    ],
)
def test_a_template_reaches_facts_and_nothing_else(tmp_path, field, named):
    fault = fault_of(edited(tmp_path, "{you}就“{item}”", field))

    assert (fault.reason, fault.key, fault.field) == ("field", "material_voucher.opening", named)


@pytest.mark.parametrize("broken", ["{you", "you}", "{you:d}", "{you:{item}}"])
def test_a_broken_template_is_named(tmp_path, broken):
    fault = fault_of(edited(tmp_path, "{you}就“{item}”", broken))

    assert (fault.reason, fault.key) == ("template", "material_voucher.opening")


@pytest.mark.parametrize(
    ("old", "new", "reason", "key"),
    [
        ('title = "材料接收凭证"', "", "missing", "material_voucher.title"),
        ('title = "材料接收凭证"', 'titel = "材料接收凭证"', "unknown", "material_voucher.titel"),
        ('title = "材料接收凭证"', "title = 3", "not_text", "material_voucher.title"),
        ('title = "材料接收凭证"', 'title = " "', "not_text", "material_voucher.title"),
        ('months = ["1月", ', "months = [", "unknown", "dates.months"),
    ],
)
def test_a_file_that_lacks_words_or_has_too_many_is_named(tmp_path, old, new, reason, key):
    fault = fault_of(edited(tmp_path, old, new))

    assert (fault.reason, fault.key) == (reason, key)


@pytest.mark.parametrize(
    ("content", "reason"),
    [(b"[dates", "not_toml"), (b"\xff\xfe", "unreadable"), (b"", "missing")],
)
def test_what_is_no_file_of_words_is_named(tmp_path, content, reason):
    path = tmp_path / "papers.zh_CN.toml"
    path.write_bytes(content)

    assert fault_of(path).reason == reason


@pytest.mark.parametrize("language", ["fr", "../papers", "", "zh/CN"])
def test_a_language_without_words_is_an_outage_not_a_crash(language):
    paper = specimen(PaperKind.GRANT)

    with pytest.raises(WordingFault) as fault:
        PaperRoom(RESOURCES).draw(type(paper)(**_changed(paper, language)))

    assert fault.value.reason == "unreadable"


def test_every_word_is_asked_for_by_some_paper():
    asked: set[str] = set()
    room = PaperRoom(RESOURCES)
    procedure = specimen(PaperKind.PROCEDURE_NOTICE).procedure
    delivery = specimen(PaperKind.DELIVERY_RECEIPT).delivery
    counted = replace(procedure, stops_clock=False)
    room._wordings["zh_CN"] = Asked(Wording.read(WORDS / "papers.zh_CN.toml"), asked)

    for kind in PaperKind:
        room.draw(specimen(kind), reprint=1)
        changes = {"wanting": (), "promised": (), "lines": many_lines(1)}
        room.draw(specimen(kind, applicant_is_person=True, **changes))
        room.draw(specimen(kind, procedure=counted))
        room.draw(specimen(kind, case_number=""))
        room.strip(specimen(kind))
        posted = replace(delivery, tracking_number="EMS1", announced_on=date(2026, 11, 23))
        room.draw(specimen(kind, delivery=posted))

    of_codes = (
        *("state.", "sources.", "problems.", "grounds.", "ways.", "limits.", "counts."),
        *("endings.", "ending_bases.", "outcomes.", "steps.", "opinions."),
    )
    assert {key for key in KEYS - asked if not key.startswith(of_codes)} == set()


def test_an_edited_sentence_is_what_prints(tmp_path):
    resources = tmp_path / "resources"
    (resources / "wording").mkdir(parents=True)
    (resources / "fonts").symlink_to(RESOURCES / "fonts")
    edited(tmp_path, "{you}就“{item}”提交", "{item}：{applicant}提交").rename(
        resources / "wording" / "papers.zh_CN.toml"
    )

    text = run_together(
        pages_of(PaperRoom(resources).draw(specimen(PaperKind.MATERIAL_VOUCHER)))[0]
    )

    assert "食品经营许可（新办）：云江市䶮𨭎𬍛𪩘𰻝·好味来餐饮店（虚构）提交的下列申请材料" in text


def _changed(paper, language):
    names = type(paper).__dataclass_fields__
    return {name: getattr(paper, name) for name in names} | {"language": language}
