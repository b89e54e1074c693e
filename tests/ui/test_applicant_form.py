"""The applicant's fields keep all that is known of them, also what no field shows."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt

from clerk.ui.pages.accept_parts.applicant_fields import ApplicantFields
from clerk.ui.presenters.applicant_form import YES, applicant_of, fields_from, filled, is_blank
from clerk.ui.presenters.applicant_screen import applicant_screen
from tests.desk import PERSON, RESTAURANT


@pytest.mark.parametrize("applicant", [PERSON, RESTAURANT, replace(PERSON, has_bad_credit=True)])
def test_fields_made_of_an_applicant_make_the_same_applicant(applicant):
    assert applicant_of(fields_from(applicant)) == applicant


def test_bad_credit_is_known_again_when_the_applicant_returns():
    known = replace(RESTAURANT, has_bad_credit=True)

    assert applicant_of(filled({"kind": "organisation"}, known)).has_bad_credit


def test_nobody_is_still_nobody():
    assert is_blank({"kind": "person", "document_kind": "resident_id", "has_bad_credit": ""})


def test_credit_is_chosen_by_keyboard_and_shown_again(qtbot):
    fields = ApplicantFields(lambda _name, _text: "")
    qtbot.addWidget(fields)
    fields.show_screen(applicant_screen(fields_from(RESTAURANT), None))
    assert fields.credit.value() == ""

    with qtbot.waitSignal(fields.changed, timeout=1000) as told:
        qtbot.keyClick(fields.credit.box, Qt.Key.Key_Down)
    assert told.args == ["has_bad_credit", YES]

    known = replace(RESTAURANT, has_bad_credit=True)
    fields.show_screen(applicant_screen(fields_from(known), None))
    assert fields.credit.value() == YES
