"""Identity numbers, credit codes and phones, checked by their own rules.

Region codes are never a reason to refuse: identity numbers keep the code of a
county that may no longer exist.
"""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from clerk.domain.refusals import Problem
from clerk.domain.text import narrow

_ID_WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_ID_CHECKS = "10X98765432"
_CREDIT_ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_CREDIT_WEIGHTS = tuple(pow(3, n, 31) for n in range(17))
_ORGANISATION_WEIGHTS = (3, 7, 9, 10, 5, 8, 4, 2)
_ORGANISATION_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_CODE_LENGTH = 18
_REGION = slice(2, 8)  # 登记管理机关行政区划码
_OTHER_LONGEST = 40
_MOBILE = re.compile(r"1[3-9]\d{9}")
_LANDLINE = re.compile(r"0\d{2,3}-?\d{7,8}(-\d{1,6})?")


class DocumentKind(StrEnum):
    """What identifies an applicant (证件类型, GA/T 2000.156 and GB 32100)."""

    RESIDENT_ID = "111"  # 居民身份证
    CREDIT_CODE = "credit_code"  # 统一社会信用代码
    PASSPORT = "414"  # 普通护照
    OTHER = "990"  # 其他证件


def tidy_code(text: str) -> str:
    """Fold a typed or scanned code: half-width, no spaces, capital letters."""
    return narrow(text).upper()


def document_problems(
    kind: DocumentKind, number: str, place: str, today: date
) -> tuple[Problem, ...]:
    """Return what is wrong with a tidied document number."""
    if not number:
        return (Problem(place, "required"),)
    if kind is DocumentKind.RESIDENT_ID:
        return resident_id_problems(number, place, today)
    if kind is DocumentKind.CREDIT_CODE:
        return credit_code_problems(number, place)
    if not re.fullmatch(r"[0-9A-Z\-]+", number) or len(number) > _OTHER_LONGEST:
        return (Problem(place, "bad_document_number", {"longest": _OTHER_LONGEST}),)
    return ()


def resident_id_problems(number: str, place: str, today: date) -> tuple[Problem, ...]:
    """Check an identity number (公民身份号码, GB 11643): shape, birth date, check digit.

    The residence permits of Hong Kong, Macao and Taiwan (810000, 820000,
    830000) follow the same rule.
    """
    if not re.fullmatch(r"[0-9]{17}[0-9X]", number):
        return (Problem(place, "id_shape", {"length": len(number)}),)
    found = []
    birth = _date_of(number[6:14])
    if birth is None:
        found.append(Problem(place, "id_birth_date", {"birth": number[6:14]}))
    elif birth > today:
        found.append(Problem(place, "id_birth_in_future", {"birth": number[6:14]}))
    right = resident_id_check(number[:17])
    if number[17] != right:
        found.append(Problem(place, "id_check_digit"))
    return tuple(found)


def resident_id_check(first_17: str) -> str:
    """Return the check character for seventeen digits (GB 11643)."""
    total = sum(w * int(d) for w, d in zip(_ID_WEIGHTS, first_17, strict=True))
    return _ID_CHECKS[total % 11]


def credit_code_problems(code: str, place: str) -> tuple[Problem, ...]:
    """Check a unified social credit code (统一社会信用代码, GB 32100; inner code GB 11714)."""
    is_of_alphabet = all(each in _CREDIT_ALPHABET for each in code)
    if len(code) != _CODE_LENGTH or not is_of_alphabet or not code[_REGION].isdigit():
        return (Problem(place, "credit_code_shape", {"length": len(code)}),)
    if code[17] != credit_code_check(code[:17]):
        return (Problem(place, "credit_code_check"),)
    if code[16] != organisation_check(code[8:16]):
        return (Problem(place, "credit_code_organisation"),)
    return ()


def is_credit_code(code: str) -> bool:
    """Whether this is a credit code with the right check character."""
    return not credit_code_problems(code, "")


def is_identity_number(number: str) -> bool:
    """Whether this looks like an identity number with the right check digit, of whatever day."""
    return bool(re.fullmatch(r"[0-9]{17}[0-9X]", number)) and (
        resident_id_check(number[:-1]) == number[-1]
    )


def credit_code_check(first_17: str) -> str:
    """Return the check character for the first seventeen of a credit code (GB 32100)."""
    values = map(_CREDIT_ALPHABET.index, first_17)
    total = sum(w * v for w, v in zip(_CREDIT_WEIGHTS, values, strict=True))
    return _CREDIT_ALPHABET[(31 - total % 31) % 31]


def organisation_check(first_8: str) -> str:
    """Return the check character of an organisation code (GB 11714)."""
    values = map(_ORGANISATION_ALPHABET.index, first_8)
    total = sum(w * v for w, v in zip(_ORGANISATION_WEIGHTS, values, strict=True))
    return "0X987654321"[total % 11]


def phone_problems(number: str, place: str) -> tuple[Problem, ...]:
    """Check a telephone number: a mainland mobile, or a landline with its area code."""
    if not number:
        return (Problem(place, "required"),)
    if _MOBILE.fullmatch(number) or _LANDLINE.fullmatch(number):
        return ()
    return (Problem(place, "phone_shape"),)


def _date_of(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None
