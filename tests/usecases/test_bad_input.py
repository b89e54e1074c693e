"""What is typed, scanned or ticked wrongly is refused in words, and nothing is half-written."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clerk.domain.catalogue import AnswerId, PrerequisiteId, SituationId
from clerk.domain.checklist import LineStatus, Mark, NotOnTheList
from clerk.domain.identity import DocumentKind
from clerk.domain.objections import DeadlineTooFar, QuestionNotAsked, SituationOpen
from clerk.domain.refusals import InvalidInput, Refusal
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.attach_file import AttachFile, attach_file
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.supplement_case import SupplementCase, supplement_case
from clerk.usecases.tell_once import TellOnce, tell_once
from clerk.usecases.trouble import AttachmentUnfit, StoreTrouble
from clerk.usecases.withdraw_case import WithdrawCase, withdraw_case
from tests.desk import CLERK, PERSON, RESTAURANT, application, make_desk

LICENCE, SHOP = "SCJG-005", "SCJG-004"
TEXT_FIELDS = ("name", "contact_name", "address")
CODE_FIELDS = ("document_number", "phone", "contact_id")


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    desk = make_desk(tmp_path_factory.mktemp("desk") / "desk")
    yield desk
    desk.close()


def journal(desk):
    """Everything a half-written case would have touched."""
    store = desk.open.store
    with store.connection.begin():
        return [
            store.connection.exec_driver_sql(f"SELECT * FROM {table} ORDER BY 1, 2").all()  # noqa: S608
            for table in ("journal", "case_", "paper", "applicant", "counter", "draft")
        ], store.head


def accept(desk, applicant, item=LICENCE):
    return accept_case(
        AcceptCase(opening=application(desk, item, applicant), by=CLERK), desk.open.counter
    )


def problems(desk, applicant, item=LICENCE):
    """Accept with a wrong applicant and return what is told: the place and kind of each problem."""
    before = journal(desk)
    with pytest.raises(InvalidInput) as refusal:
        accept(desk, applicant, item)
    assert journal(desk) == before
    return {(each.place, each.kind) for each in refusal.value.problems}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("名" * 10_000, "too_long"),
        ("好味\ud83c", "broken_character"),
        ("好\x00味", "control_character"),
        ("好\x1b味", "control_character"),
        ("好味🍜", "unprintable_character"),
        ("好\ue000味", "unprintable_character"),
    ],
    ids=["10000", "surrogate", "nul", "escape", "emoji", "private-use"],
)
@pytest.mark.parametrize("field", TEXT_FIELDS)
def test_a_text_no_paper_can_show_is_told_at_its_field(desk, field, text, kind):
    found = problems(desk, replace(RESTAURANT, **{field: text}))

    assert found == {(f"applicant.{field}", kind)}


@pytest.mark.parametrize(
    "text",
    ["1" * 10_000, "\ud83c", "13\x00", "１３🍜", "\u202e31", "一三八"],
    ids=["10000", "surrogate", "nul", "emoji", "rtl", "ideographs"],
)
@pytest.mark.parametrize("field", CODE_FIELDS)
def test_a_number_that_is_none_is_told_at_its_field(desk, field, text):
    assert {place for place, _ in problems(desk, replace(RESTAURANT, **{field: text}))} == {
        f"applicant.{field}"
    }


@pytest.mark.parametrize("field", ["name", "document_number", "phone", "contact_name"])
@pytest.mark.parametrize("text", ["", "   ", "　\u200b\u202e"], ids=["empty", "blank", "unseen"])
def test_what_must_be_filled_in_is_told_when_it_is_empty(desk, field, text):
    if field in CODE_FIELDS and "\u200b" in text:
        text = "　 "
    assert problems(desk, replace(RESTAURANT, **{field: text})) == {
        (f"applicant.{field}", "required")
    }


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("341103198511120049", "id_check_digit"),
        ("341103198502300041", "id_birth_date"),
        ("341103198513010048", "id_birth_date"),
        ("341103202611240044", "id_birth_in_future"),
        ("34110319851112004", "id_shape"),
        ("X41103198511120048", "id_shape"),
    ],
)
def test_a_wrong_identity_number_is_told_with_what_is_wrong(desk, number, kind):
    found = problems(desk, replace(PERSON, document_number=number), SHOP)
    assert ("applicant.document_number", kind) in found

    found = problems(desk, replace(RESTAURANT, contact_id=number))
    assert ("applicant.contact_id", kind) in found


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        ("91341100MA2TE5T1XC", "credit_code_check"),
        ("91341100MA2TE5T1X", "credit_code_shape"),
        ("91341100MA2TE5I1XB", "credit_code_shape"),
        ("91341100MA2TE5T10H", "credit_code_organisation"),
    ],
)
def test_a_wrong_credit_code_is_told_with_what_is_wrong(desk, code, kind):
    assert problems(desk, replace(RESTAURANT, document_number=code)) == {
        ("applicant.document_number", kind)
    }


def test_all_wrong_fields_are_told_at_once(desk):
    wrong = replace(RESTAURANT, name="", phone="12", document_number="1", contact_id="2")

    assert {place for place, _ in problems(desk, wrong)} == {
        f"applicant.{each}" for each in ("name", "phone", "document_number", "contact_id")
    }


def test_full_width_digits_and_letters_are_taken_and_kept_half_width(desk):
    wide = replace(
        RESTAURANT,
        document_number="９１３４１１００ＭＡ２ＴＥ５Ｔ１ｘｂ",
        phone="１３８ ００００　００００",
        contact_id="３４１１０２１９９００３０７１２３３",
    )
    kept = accept(desk, wide).case.applicant

    assert kept == RESTAURANT


def test_marks_nobody_sees_are_dropped_from_a_name(desk):
    kept = accept(
        desk, replace(RESTAURANT, name="\u202e\ufeff云江市好味来餐饮店（虚构）\u200f")
    ).case

    assert kept.applicant.name == RESTAURANT.name


@pytest.mark.parametrize("name", ["王䶮", "欧阳𬍛", "𰻝面店", "阿依古丽\u00b7买买提", "㐂𪩘𨭎"])
def test_the_rarest_names_stay_as_they_are(desk, name):
    kept = accept(desk, replace(RESTAURANT, contact_name=name)).case

    assert desk.room.reading.case(kept.id).applicant.contact_name == name


@settings(max_examples=40, deadline=None)
@given(
    field=st.sampled_from(TEXT_FIELDS + CODE_FIELDS),
    text=st.text(st.characters(), max_size=60),
)
def test_whatever_is_typed_is_kept_readable_or_refused_whole(desk, field, text):
    before = journal(desk)
    try:
        case = accept(desk, replace(RESTAURANT, **{field: text})).case
    except Refusal:
        assert journal(desk) == before
    else:
        assert desk.room.reading.case(case.id) == case


@settings(max_examples=25, deadline=None)
@given(reason=st.text(st.characters(), max_size=40))
def test_whatever_reason_is_given_is_kept_readable_or_refused_whole(desk, reason):
    case = accept(desk, RESTAURANT).case
    before = journal(desk)
    try:
        withdraw_case(WithdrawCase(case_id=case.id, by=CLERK, reason=reason), desk.open.counter)
    except Refusal:
        assert journal(desk) == before
    else:
        assert desk.room.reading.case(case.id).withdrawn


@pytest.mark.parametrize("place", ["99", "0", "", "一", "1\x00", "\ud800", "1" * 10_000])
def test_a_mark_for_something_not_published_is_refused(desk, place):
    foreign = {PrerequisiteId(place): Mark(status=LineStatus.MISSING)}
    opening = application(desk, LICENCE)
    case = receive_case(ReceiveCase(application=opening, by=CLERK), desk.open.counter).case
    before = journal(desk)

    with pytest.raises(NotOnTheList):
        accept_case(
            AcceptCase(opening=replace(opening, marks={**opening.marks, **foreign}), by=CLERK),
            desk.open.counter,
        )
    with pytest.raises(NotOnTheList):
        supplement_case(SupplementCase(case_id=case.id, by=CLERK, marks=foreign), desk.open.counter)
    assert journal(desk) == before


def test_an_answer_to_a_question_nobody_asks_is_refused(desk):
    opening = application(desk, LICENCE)
    answers = {**opening.answers, SituationId("shoe_size"): AnswerId("44")}
    before = journal(desk)

    with pytest.raises(QuestionNotAsked) as refusal:
        accept_case(
            AcceptCase(opening=replace(opening, answers=answers), by=CLERK), desk.open.counter
        )
    assert refusal.value.questions == ("shoe_size",)
    assert journal(desk) == before


def test_the_applicants_last_day_is_no_later_than_is_reasonable(desk):
    opening = application(desk, LICENCE, missing=1)
    before = journal(desk)

    with pytest.raises(DeadlineTooFar) as refusal:
        tell_once(
            TellOnce(opening=opening, by=CLERK, deadline_on=date(2027, 6, 1)), desk.open.counter
        )
    assert refusal.value.latest == date(2027, 1, 4)
    assert journal(desk) == before


def test_an_answer_that_is_not_published_leaves_the_question_open(desk):
    opening = application(desk, LICENCE)
    before = journal(desk)

    with pytest.raises(SituationOpen) as refusal:
        accept_case(
            AcceptCase(
                opening=replace(opening, answers=dict.fromkeys(opening.answers, AnswerId("maybe"))),
                by=CLERK,
            ),
            desk.open.counter,
        )
    assert len(refusal.value.questions) == len(opening.answers)
    assert journal(desk) == before


@pytest.mark.parametrize("kind", [DocumentKind.PASSPORT, DocumentKind.OTHER])
@pytest.mark.parametrize("number", ["E1234\x00", "护照", "A" * 41, "E12 34;--", "\ud800"])
def test_a_foreign_document_number_is_plain_letters_and_digits(desk, kind, number):
    wrong = replace(PERSON, document_kind=kind, document_number=number)
    if number == "E12 34;--":
        wrong = replace(wrong, document_number="E12;34")
    assert problems(desk, wrong, SHOP) == {("applicant.document_number", "bad_document_number")}


@pytest.mark.parametrize(
    ("content", "reason"), [(b"", "empty"), (b"MZ\x90\x00", "type"), (b"<svg/>", "type")]
)
def test_a_file_that_is_no_picture_and_no_pdf_is_refused(desk, content, reason):
    case = accept(desk, RESTAURANT).case
    before = journal(desk)

    with pytest.raises(AttachmentUnfit) as refusal:
        attach_file(
            AttachFile(case_id=case.id, by=CLERK, name="\u202egpj.exe", content=content),
            desk.open.counter,
            desk.room.attachments,
        )
    assert refusal.value.reason == reason
    assert "\u202e" not in refusal.value.name
    assert journal(desk) == before


def test_a_full_disk_is_told_and_nothing_is_half_written(tmp_path):
    desk = make_desk(tmp_path / "desk")
    store = desk.open.store
    before = journal(desk)
    with store.connection.begin():
        pages = store.connection.exec_driver_sql("PRAGMA page_count").scalar()
        store.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")

    confirmed = 0
    with pytest.raises(StoreTrouble) as trouble:  # noqa: PT012 - the disk decides which one is too much
        while confirmed < 200:
            before = journal(desk)
            accept(desk, RESTAURANT)
            confirmed += 1
    assert trouble.value.cause == "disk_full"
    assert journal(desk) == before

    with store.connection.begin():
        store.connection.exec_driver_sql("PRAGMA max_page_count = 1073741823")
    case = accept(desk, RESTAURANT).case
    assert case.number[14:18] == f"{confirmed + 1:04d}"
    desk.close()


def test_a_store_that_cannot_be_written_any_more_is_told_and_nothing_is_half_written(tmp_path):
    desk = make_desk(tmp_path / "desk")
    store = desk.open.store
    before = journal(desk)
    driver = store.connection.connection.driver_connection
    driver.execute("PRAGMA query_only = ON")

    with pytest.raises(StoreTrouble) as trouble:
        accept(desk, RESTAURANT)
    assert trouble.value.cause == "read_only"

    driver.execute("PRAGMA query_only = OFF")
    assert journal(desk) == before
    assert accept(desk, RESTAURANT).case.number[14:18] == "0001"
    desk.close()
