"""The certificate register (领证登记): what was made for whom, and who took it."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from clerk.domain.case_number import CaseNumber
from clerk.domain.identifiers import CaseId
from clerk.domain.text import narrow, tidy_name
from clerk.usecases.lines import CertificateLine

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from clerk.domain.case import Case

_ALL = (
    "SELECT case_id, case_number, name, number, valid_until, holder, document, made_at,"
    " received_by, received_id, received_at, way FROM certificate"
)
_AFTER_ALL = "\U0010ffff"


def certificate_rows(case: Case) -> tuple[tuple[Any, ...], ...]:
    """Return the register's row of a case, none before its certificate is made."""
    made = case.certificate
    if made is None:
        return ()
    handed = case.handed_over.delivery if case.handed_over else None
    collected = (
        (handed.received_by, handed.received_id, handed.received_at.isoformat(), handed.way)
        if handed
        else (None, None, None, None)
    )
    return (
        (
            case.id,
            case.number,
            made.name,
            made.number,
            made.valid_until,
            case.applicant.name,
            case.applicant.document_number,
            made.at.isoformat(),
            *collected,
        ),
    )


def certificates(connection: Connection, text: str, limit: int) -> tuple[CertificateLine, ...]:
    """Find certificates by the beginning of number, holder or document; all of them by nothing."""
    if not text.strip():
        newest = f"{_ALL} ORDER BY made_at DESC, case_number DESC LIMIT ?"
        return tuple(map(_line, connection.exec_driver_sql(newest, (limit,))))
    found: dict[str, CertificateLine] = {}
    code = narrow(text).upper()
    for column, start in (("number", code), ("holder", tidy_name(text)), ("document", code)):
        statement = f"{_ALL} WHERE {column} >= ? AND {column} < ? LIMIT ?"
        for each in connection.exec_driver_sql(statement, (start, start + _AFTER_ALL, limit)):
            found.setdefault(each.case_id, _line(each))
    newest_first = sorted(found.values(), key=lambda x: (x.made_at, x.case_number), reverse=True)
    return tuple(newest_first[:limit])


def _line(row: Any) -> CertificateLine:
    return CertificateLine(
        case_id=CaseId(row.case_id),
        case_number=CaseNumber(row.case_number),
        name=row.name,
        number=row.number,
        valid_until=row.valid_until,
        holder=row.holder,
        document=row.document,
        made_at=datetime.fromisoformat(row.made_at),
        received_by=row.received_by or "",
        received_id=row.received_id or "",
        received_at=datetime.fromisoformat(row.received_at) if row.received_at else None,
        way=row.way or "",
    )
