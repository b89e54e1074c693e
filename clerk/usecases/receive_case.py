"""Take papers in without deciding (收件): the applicant leaves with a voucher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from clerk.domain.papers import PaperKind
from clerk.usecases.application import Application, Done, finish, open_case
from clerk.usecases.compose_paper import issue_paper

if TYPE_CHECKING:
    from clerk.domain.staff import Staff
    from clerk.usecases.counter import Counter


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiveCase:
    """The clerk takes the papers in; somebody decides within five working days."""

    application: Application
    by: Staff


def receive_case(wish: ReceiveCase, counter: Counter) -> Done:
    """Receive the application and issue the material voucher (行政许可法 32).

    Raises:
        InvalidInput: The applicant's fields have problems.
        PaperIncomplete: Nothing was handed in, so there is nothing to give a voucher for.
    """
    now = counter.clock()
    with counter.begin() as work:
        case = open_case(wish.application, work, counter, wish.by, now)
        case, paper = issue_paper(
            PaperKind.MATERIAL_VOUCHER, case, by=wish.by, now=now, work=work, counter=counter
        )
        return finish(work, case, (paper,))
