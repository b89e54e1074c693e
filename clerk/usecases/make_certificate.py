"""Note that the certificate is made, and issue the decision that grants it (制证)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.domain.text import tidy
from clerk.usecases.application import Done, finish
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.identifiers import CaseId
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeCertificate:
    """The certificate's own number, and until when it holds, as it says."""

    case_id: CaseId
    by: Staff
    number: str
    valid_until: str = ""


def make_certificate(wish: MakeCertificate, counter: Counter) -> Done:
    """Note the certificate and issue the written decision (行政许可法 38, 39, 44).

    Raises:
        WrongStage: It is not granted, or made already.
        InvalidInput: The number is missing, or a text no paper can show.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = work.cases.get(wish.case_id).make_certificate(
            wish.by, now, number=tidy(wish.number), valid_until=tidy(wish.valid_until)
        )
        case, paper = issue_paper(
            PaperKind.GRANT, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
