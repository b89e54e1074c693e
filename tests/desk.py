"""A real desk on a real file for tests: the demo's center and staff, two applicants more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from clerk import bootstrap
from clerk.cli.sample import CHIEF, CLERK, DESK, PINS
from clerk.domain.applicant import Applicant
from clerk.domain.catalogue import ApplicantKind, ItemId
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.identifiers import CaseId
from clerk.domain.identity import DocumentKind
from clerk.domain.papers import Paper, PaperKind
from clerk.domain.staff import Staff
from clerk.ui.room import Room
from clerk.ui.tasks import DirectTasks
from clerk.usecases.application import Application
from clerk.usecases.printers import PrintChoice, PrinterLine, PrintSettings
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure

BEIJING = timezone(timedelta(hours=8))
MORNING = datetime(2026, 11, 23, 9, 41, tzinfo=BEIJING)

RESTAURANT = Applicant(
    kind=ApplicantKind.ORGANISATION,
    name="云江市好味来餐饮店（虚构）",
    document_kind=DocumentKind.CREDIT_CODE,
    document_number="91341100MA2TE5T1XB",
    phone="13800000000",
    contact_name="欧阳𬍛",
    contact_id="341102199003071233",
)
PERSON = Applicant(
    kind=ApplicantKind.PERSON,
    name="王䶮",
    document_kind=DocumentKind.RESIDENT_ID,
    document_number="341103198511120048",
    phone="13900000000",
)


@dataclass
class Hands:
    """A clock the test moves by hand."""

    at: datetime = MORNING

    def __call__(self) -> datetime:
        return self.at

    def on(self, days: int = 0, minutes: int = 0) -> None:
        """Move the clock."""
        self.at += timedelta(days=days, minutes=minutes)


@dataclass
class PaperTray:
    """A printer that lays what it is given in a tray; it can be told to be off."""

    name: str = "tray"
    is_off: bool = False
    is_silent: bool = False
    remembered: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    taken: list[tuple[str, int, bytes]] = field(default_factory=list)

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        if self.is_off:
            raise PrinterTrouble(printer=self.name, cause="gone")
        if self.is_silent:
            raise PrintUnsure(printer=self.name, cause="slow")
        self.taken.append((title, copies, pdf))

    def recall(self, title: str) -> bool:
        return title in self.remembered

    def withdraw(self, title: str) -> None:
        self.withdrawn.append(title)


@dataclass
class Trays:
    """The printers of a test's window: the first tray, and those that take over."""

    trays: tuple[PaperTray, ...]
    settings: PrintSettings = field(default_factory=PrintSettings)

    def keep(self, settings: PrintSettings) -> None:
        self.settings = settings

    def seen(self) -> tuple[PrinterLine, ...]:
        return tuple(
            PrinterLine(
                id=each.name, name=each.name, cause="off" if each.is_off else "", is_usual=not n
            )
            for n, each in enumerate(self.trays)
        )

    def usual(self) -> PrinterLine:
        return self.seen()[0]

    def for_kind(self, _kind: PaperKind) -> tuple[PaperTray, ...]:
        return self.trays

    def one(self, choice: PrintChoice) -> PaperTray:
        return self.named(choice.printer)

    def named(self, name: str) -> PaperTray:
        return next(each for each in self.trays if each.name == name)

    def close(self) -> None:
        """Nothing is waited for."""


class PlainDrawer:
    """Draws a paper as its facts in plain text; for tests that are not about paper."""

    def draw(self, paper: Paper, *, reprint: int = 0) -> bytes:
        return f"{reprint} {paper}".encode()


@dataclass
class TestDesk:
    """An open desk, its clock, its printer, and a room for presenters."""

    __test__ = False

    folder: Path
    open: bootstrap.OpenDesk
    clock: Hands
    tray: PaperTray
    room: Room
    announced: list[frozenset[CaseId]]

    def close(self) -> None:
        self.open.store.close()


def make_desk(folder: Path, *, person: Staff = CLERK) -> TestDesk:
    """Make and open a desk with staff and the whole shipped catalogue."""
    bootstrap.create_desk(folder, DESK)
    return open_test_desk(folder, person=person, seed=True)


def open_test_desk(
    folder: Path, *, person: Staff = CLERK, seed: bool = False, clock: Hands | None = None
) -> TestDesk:
    """Open a desk made before."""
    clock = clock or Hands()
    opened = bootstrap.open_desk(folder, clock=clock)
    if seed:
        seed_desk(opened)
    tray, announced = PaperTray(), []
    room = Room(
        counter=opened.counter,
        reading=opened.store.reading,
        attachments=opened.store.attachments,
        drawer=PlainDrawer(),
        printers=Trays((tray,)),
        tasks=DirectTasks(),
        print_tasks=DirectTasks(),
        person=lambda: person,
        announce=announced.append,
    )
    return TestDesk(folder, opened, clock, tray, room, announced)


def seed_desk(opened: bootstrap.OpenDesk) -> None:
    """Publish the shipped catalogue and add the two people."""
    bootstrap.publish_shipped_catalogue(opened)
    with opened.store.begin() as work:
        for person in (CLERK, CHIEF):
            work.people.add(person, PINS[person.id])
        work.commit()


def application(
    desk: TestDesk, item_id: str, applicant: Applicant = RESTAURANT, missing: int = 0
) -> Application:
    """Make an application with every paper in hand but the last ``missing`` required ones."""
    item = desk.room.reading.item(ItemId(item_id))
    answers = {each.id: each.answers[-1].id for each in item.situations}
    required = [x for x in item.prerequisites if item.requires(x, answers) and not x.fetched_here]
    marks = {each.id: in_hand(each) for each in required}
    for each in required[len(required) - missing :]:
        marks[each.id] = Mark(status=LineStatus.MISSING)
    return Application(
        item_id=item.id,
        item_version=item.version,
        applicant=applicant,
        answers=answers,
        marks=marks,
    )
