"""The applicant's fields keep all that is known of them, also what no field shows."""

from dataclasses import replace

import pytest

from clerk.ui.presenters.applicant_form import applicant_of, fields_from, filled, is_blank
from tests.desk import PERSON, RESTAURANT


@pytest.mark.parametrize("applicant", [PERSON, RESTAURANT, replace(PERSON, has_bad_credit=True)])
def test_fields_made_of_an_applicant_make_the_same_applicant(applicant):
    assert applicant_of(fields_from(applicant)) == applicant


def test_bad_credit_is_known_again_when_the_applicant_returns():
    known = replace(RESTAURANT, has_bad_credit=True)

    assert applicant_of(filled({"kind": "organisation"}, known)).has_bad_credit


def test_nobody_is_still_nobody():
    assert is_blank({"kind": "person", "document_kind": "resident_id", "has_bad_credit": ""})
