"""What the QR of a paper says, so that any window of the center can judge it without a line.

A few facts and the window's Ed25519 signature over them, written as digits
alone. Digits, because a scanner types into whatever input method is active and
letters do not survive that; and because QR packs three digits in ten bits, they
cost no more room than any other writing. A MAC would be shorter, but every
window would have to hold its secret, and one stolen PC could then make papers
of the whole center.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from clerk.domain.case_number import LENGTH, CaseNumber
from clerk.domain.codec import canonical, to_plain
from clerk.domain.papers import Paper, PaperKind
from clerk.domain.refusals import Refusal

if TYPE_CHECKING:
    from clerk.domain.keys import Seal

_TAG = b"clerk paper code 1\x00"
_FORMAT = 1
_EPOCH = date(2000, 1, 1)
_CASE_BYTES, _DAY_BYTES, _KIND_BYTES = 9, 2, 2
_FINGERPRINT_BYTES, _KEY_BYTES, _SIGNATURE_BYTES = 8, 4, 64
_FIXED = 1 + _KIND_BYTES + _CASE_BYTES + _DAY_BYTES + _FINGERPRINT_BYTES + _KEY_BYTES
_NUMBER_CHARACTERS = "gb18030"  # two bytes a character where UTF-8 takes three
FEWEST_DIGITS, MOST_DIGITS = 220, 460


@dataclass(eq=False, kw_only=True)
class NotAPaperCode(Refusal):
    """What was scanned is not the code of any paper of ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperCode:
    """What a code says: which paper of which case, of which day, with which words.

    ``fingerprint`` is the start of the SHA-256 over the paper's facts (hex),
    ``key`` the start of the key that signed (hex), as :class:`PublicKey` ids begin.
    """

    kind: PaperKind
    case_number: CaseNumber
    document_number: str
    issued_on: date
    fingerprint: str
    key: str

    def to_bytes(self) -> bytes:
        """Return what is signed, but for the tag."""
        days = (self.issued_on - _EPOCH).days
        return b"".join(
            (
                bytes([_FORMAT]),
                _mark_of(self.kind),
                int(self.case_number).to_bytes(_CASE_BYTES, "big"),
                days.to_bytes(_DAY_BYTES, "big"),
                bytes.fromhex(self.fingerprint),
                bytes.fromhex(self.key),
                self.document_number.encode(_NUMBER_CHARACTERS),
            )
        )

    @property
    def digest(self) -> bytes:
        """What the window's key signs (32 bytes)."""
        return hashlib.sha256(_TAG + self.to_bytes()).digest()


def fingerprint_of(paper: Paper) -> str:
    """Return the start of the SHA-256 over a paper's facts, its own code apart (hex)."""
    facts = canonical(to_plain(replace(paper, code="")))
    return hashlib.sha256(facts).hexdigest()[: 2 * _FINGERPRINT_BYTES]


def code_of(paper: Paper, seal: Seal) -> str:
    """Return the digits of a paper's QR, signed by the window that issues it."""
    code = PaperCode(
        kind=paper.kind,
        case_number=paper.case_number,
        document_number=paper.document_number,
        issued_on=paper.issued_at.date(),
        fingerprint=fingerprint_of(paper),
        key=seal.key.id[: 2 * _KEY_BYTES],
    )
    return str(int.from_bytes(code.to_bytes() + seal.sign(code.digest), "big"))


def looks_like_a_code(text: str) -> bool:
    """Whether a scan can be one of these: so many digits and nothing else."""
    return text.isascii() and text.isdigit() and FEWEST_DIGITS <= len(text) <= MOST_DIGITS


def read_code(text: str) -> tuple[PaperCode, bytes]:
    """Read a code back, and the signature with it; whether that holds is another question.

    Raises:
        NotAPaperCode: It cannot be one.
    """
    if not looks_like_a_code(text):
        raise NotAPaperCode
    value = int(text)
    raw = value.to_bytes((value.bit_length() + 7) // 8, "big")
    if raw[0] != _FORMAT or len(raw) < _FIXED + _SIGNATURE_BYTES:
        raise NotAPaperCode
    body, signature = raw[:-_SIGNATURE_BYTES], raw[-_SIGNATURE_BYTES:]
    try:
        return _parsed(body), signature
    except (ValueError, OverflowError) as error:
        raise NotAPaperCode from error


def _parsed(body: bytes) -> PaperCode:
    at = 1

    def take(length: int) -> bytes:
        nonlocal at
        at += length
        return body[at - length : at]

    kind = _KIND_OF.get(take(_KIND_BYTES))
    if kind is None:
        raise ValueError(body)
    number = int.from_bytes(take(_CASE_BYTES), "big")
    return PaperCode(
        kind=kind,
        case_number=CaseNumber(f"{number:0{LENGTH}d}"),
        issued_on=_EPOCH + timedelta(days=int.from_bytes(take(_DAY_BYTES), "big")),
        fingerprint=take(_FINGERPRINT_BYTES).hex(),
        key=take(_KEY_BYTES).hex(),
        document_number=body[at:].decode(_NUMBER_CHARACTERS),
    )


def _mark_of(kind: PaperKind) -> bytes:
    """Return two bytes for a kind, made of its name: a new kind needs no entry in any table."""
    return hashlib.sha256(kind.encode()).digest()[:_KIND_BYTES]


_KIND_OF = {_mark_of(each): each for each in PaperKind}
