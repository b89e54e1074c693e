"""A throw-away desk in the middle of a morning, made by the same use cases as a real one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum
from typing import TYPE_CHECKING

from clerk.cli import morning_moves, sample
from clerk.domain.authority import DECISIONS
from clerk.domain.catalogue import AnswerId, ApplicantKind, ItemId, ServiceItem, SituationId
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.events import DeclineGround, DeliveryWay
from clerk.usecases.accept_case import AcceptCase, accept_case
from clerk.usecases.add_person import AddPerson, add_person
from clerk.usecases.application import Application
from clerk.usecases.authorise import Authorise, authorise
from clerk.usecases.decline_case import DeclineCase, decline_case
from clerk.usecases.finish_at_once import FinishAtOnce, finish_at_once
from clerk.usecases.hand_over import HandOver, hand_over
from clerk.usecases.make_certificate import MakeCertificate, make_certificate
from clerk.usecases.receive_case import ReceiveCase, receive_case
from clerk.usecases.sign_off import Decision, SignOff, sign_off
from clerk.usecases.tell_once import TellOnce, tell_once

if TYPE_CHECKING:
    from clerk.bootstrap import OpenDesk
    from clerk.domain.case import Case
    from clerk.domain.identifiers import CaseId

EXAMINED = "材料齐全，符合法定形式。"
AGREED = "经审查，符合条件，同意。"
LONG_AGO = timedelta(days=60)


class Reached(IntEnum):
    """How far a sample case has come."""

    RECEIVED = 0
    TOLD = 1
    DECLINED = 2
    ACCEPTED = 3
    BEFORE_CHIEF = 4
    GRANTED = 5
    CERTIFIED = 6
    CLOSED = 7
    RETURNED = 8
    REFUSED = 9
    AT_ONCE = 10
    PROMISED = 11
    REPORTED = 12
    TO_BE_VISITED = 13
    HANDED_ON = 14
    GIVEN_BACK = 15
    FEE_TOLD = 16
    COMMITTED = 17


PLAN: tuple[tuple[int, str, Reached], ...] = (
    (34, "SCJG-006", Reached.CLOSED),
    (30, "SCJG-005", Reached.CLOSED),
    (27, "SCJG-007", Reached.REFUSED),
    (21, "SCJG-006", Reached.BEFORE_CHIEF),
    (17, "SCJG-007", Reached.ACCEPTED),
    (14, "SCJG-005", Reached.CERTIFIED),
    (12, "SCJG-005", Reached.DECLINED),
    (11, "SCJG-006", Reached.GRANTED),
    (10, "SCJG-005", Reached.ACCEPTED),
    (8, "SCJG-006", Reached.REPORTED),
    (7, "SCJG-005", Reached.BEFORE_CHIEF),
    (6, "SCJG-005", Reached.TOLD),
    (5, "SCJG-003", Reached.CERTIFIED),
    (4, "XF-001", Reached.COMMITTED),
    (4, "SCJG-005", Reached.RETURNED),
    (3, "SCJG-007", Reached.ACCEPTED),
    (3, "SCJG-003", Reached.BEFORE_CHIEF),
    (2, "SCJG-005", Reached.HANDED_ON),
    (2, "SCJG-009", Reached.RECEIVED),
    (1, "SCJG-005", Reached.TO_BE_VISITED),
    (1, "SCJG-004", Reached.GIVEN_BACK),
    (1, "SCJG-009", Reached.BEFORE_CHIEF),
    (1, "SCJG-005", Reached.TOLD),
    (0, "SCJG-004", Reached.AT_ONCE),
    (0, "SCJG-004", Reached.AT_ONCE),
    (0, "SCJG-001", Reached.AT_ONCE),
    (0, "SCJG-006", Reached.PROMISED),
    (0, "BDC-002", Reached.FEE_TOLD),
    (0, "SCJG-005", Reached.BEFORE_CHIEF),
    (0, "SCJG-005", Reached.ACCEPTED),
    (0, "SCJG-004", Reached.AT_ONCE),
    (0, "SCJG-002", Reached.BEFORE_CHIEF),
)
"""How many days ago, which item, and how far it came."""


@dataclass
class SampleClock:
    """A clock that is turned back while the past is made."""

    at: datetime

    def __call__(self) -> datetime:
        return self.at


def seed(opened: OpenDesk, clock: SampleClock, *, until: datetime) -> None:
    """Fill a new desk: its staff, the chief's letter, and the plan's cases up to a time."""
    pins = opened.counter.pins
    pins.sign_in(sample.IT.id, sample.PINS[sample.IT.id])
    _staff(opened, until)
    pins.sign_in(sample.CLERK.id, sample.PINS[sample.CLERK.id])
    for n, (days, item_id, reached) in enumerate(PLAN):
        clock.at = until - timedelta(days=days, minutes=7 * (len(PLAN) - n))
        while days and not opened.counter.calendar.is_working(clock.at.date()):
            clock.at -= timedelta(days=1)
        _Maker(opened, clock).make(n, ItemId(item_id), reached)
    clock.at = until
    pins.sign_out()


def _staff(opened: OpenDesk, until: datetime) -> None:
    for each in (sample.CLERK, sample.CHIEF):
        wish = AddPerson(by=sample.IT, person=each, pin=sample.PINS[each.id])
        add_person(wish, opened.counter)
    letter = Authorise(
        by=sample.IT,
        staff_id=sample.CHIEF.id,
        letter=f"云市监授〔{until.year}〕1号",
        granted_by="云江市市场监督管理局局长",
        decisions=DECISIONS,
        from_on=(until - LONG_AGO).date(),
        until_on=(until + timedelta(days=365)).date(),
        departments=frozenset(item_id.partition("-")[0] for _days, item_id, _reached in PLAN),
    )
    authorise(letter, opened.counter)


class _Maker:
    """Takes one sample case as far as the plan says."""

    def __init__(self, opened: OpenDesk, clock: SampleClock) -> None:
        self._counter = opened.counter
        self._reading = opened.store.reading
        self._clock = clock

    def make(self, n: int, item_id: ItemId, reached: Reached) -> None:
        """Make one case."""
        item = self._reading.item(item_id)
        applied = application(item, n, missing=int(reached is Reached.TOLD))
        if reached is Reached.AT_ONCE:
            finish_at_once(_at_once(applied, n), self._counter)
        elif reached is Reached.RECEIVED:
            receive_case(ReceiveCase(application=applied, by=sample.CLERK), self._counter)
        elif reached is Reached.TOLD:
            last = self._clock().date() + timedelta(days=10)
            wish = TellOnce(opening=applied, by=sample.CLERK, deadline_on=last)
            tell_once(wish, self._counter)
        elif reached is Reached.DECLINED:
            self._decline(applied)
        elif reached > Reached.AT_ONCE:
            self._move(applied, item, n, reached)
        else:
            self._accepted(applied, n, reached)

    def _accepted(self, applied: Application, n: int, reached: Reached) -> None:
        opinion = "" if reached is Reached.ACCEPTED else EXAMINED
        wish = AcceptCase(opening=applied, by=sample.CLERK, opinion=opinion)
        case = accept_case(wish, self._counter).case
        if reached in {Reached.ACCEPTED, Reached.BEFORE_CHIEF}:
            return
        self._clock.at += timedelta(minutes=50)
        case = self._signed(case, reached)
        if reached in {Reached.CERTIFIED, Reached.CLOSED}:
            self._clock.at += timedelta(minutes=20)
            number = f"JY134{n:010d}"
            make_certificate(
                MakeCertificate(case_id=case.id, by=sample.CLERK, number=number), self._counter
            )
        if reached is Reached.CLOSED:
            self._clock.at += timedelta(days=1)
            self._hand_over(case.id, case.applicant.contact_name or case.applicant.name)

    def _signed(self, case: Case, reached: Reached) -> Case:
        decision = {
            Reached.RETURNED: Decision.RETURN_TO_WINDOW,
            Reached.REFUSED: Decision.REFUSE,
        }.get(reached, Decision.GRANT)
        opinions = {
            Decision.RETURN_TO_WINDOW: "平面图未注明加工区，请补注后再报。",
            Decision.REFUSE: "经营场所条件不符合规定。",
        }
        wish = SignOff(
            case_id=case.id,
            by=sample.CHIEF,
            pin=sample.PINS[sample.CHIEF.id],
            decision=decision,
            opinion=opinions.get(decision, AGREED),
            seen=case.substance,
            facts="现场核查发现库房无温度控制设备。",
            reasons="贮存条件不能保证所经营产品的质量安全。",
            basis=case.item.basis[0],
        )
        return sign_off(wish, self._counter).case

    def _move(self, applied: Application, item: ServiceItem, n: int, reached: Reached) -> None:
        if reached is Reached.PROMISED:
            morning_moves.promised(applied, item, self._counter)
        elif reached is Reached.COMMITTED:
            morning_moves.committed(applied, f"云消安许字〔2026〕第{n:04d}号", self._counter)
        else:
            _MOVES[reached](applied, self._counter)

    def _decline(self, applied: Application) -> None:
        wish = DeclineCase(
            opening=applied,
            by=sample.CLERK,
            ground=DeclineGround.NOT_OUR_COMPETENCE,
            facts="经营场所位于邻县，不在本机关管辖区域内。",
            basis="食品经营许可和备案管理办法 第七条",
            authority="经营场所所在县市场监督管理局",
        )
        decline_case(wish, self._counter)

    def _hand_over(self, case_id: CaseId, name: str) -> None:
        wish = HandOver(case_id=case_id, by=sample.CLERK, way=DeliveryWay.DIRECT, received_by=name)
        hand_over(wish, self._counter)


_MOVES = {
    Reached.REPORTED: morning_moves.reported,
    Reached.TO_BE_VISITED: morning_moves.to_be_visited,
    Reached.HANDED_ON: morning_moves.handed_on,
    Reached.GIVEN_BACK: morning_moves.given_back,
    Reached.FEE_TOLD: morning_moves.fee_told,
}


def application(item: ServiceItem, n: int, *, missing: int = 0) -> Application:
    """Return a sample application with everything in hand but the last ``missing`` papers."""
    answers = answers_for(item)
    applicant = (
        sample.shop(n) if ApplicantKind.ORGANISATION in item.applicants else sample.person(n)
    )
    asked = [x for x in item.prerequisites if item.requires(x, answers) and not x.fetched_here]
    marks = {each.id: in_hand(each) for each in asked}
    marks |= {each.id: Mark(status=LineStatus.MISSING) for each in asked[len(asked) - missing :]}
    return Application(
        item_id=item.id,
        item_version=item.version,
        applicant=applicant,
        answers=answers,
        marks=marks,
    )


def answers_for(item: ServiceItem) -> dict[SituationId, AnswerId]:
    """Answer each question by its last answer, usually the plain case."""
    return {each.id: each.answers[-1].id for each in item.situations}


def _at_once(applied: Application, n: int) -> FinishAtOnce:
    return FinishAtOnce(
        opening=applied,
        by=sample.CLERK,
        chief=sample.CHIEF,
        pin=sample.PINS[sample.CHIEF.id],
        examined=EXAMINED,
        opinion=AGREED,
        certificate_number=f"9134990{n:011d}",
    )
