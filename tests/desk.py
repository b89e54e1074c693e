"""A real desk on a real file for tests: the demo's center and staff, two applicants more."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime, timedelta, timezone
from pathlib import Path

from clerk import bootstrap
from clerk.cli.founding import create_desk
from clerk.cli.sample import CHIEF, CLERK, DESK, IT, PINS
from clerk.domain.applicant import Applicant
from clerk.domain.authority import DECISIONS
from clerk.domain.catalogue import ApplicantKind, ItemId
from clerk.domain.checklist import LineStatus, Mark, in_hand
from clerk.domain.identifiers import CaseId
from clerk.domain.identity import DocumentKind
from clerk.domain.papers import Paper, PaperKind
from clerk.domain.staff import Staff
from clerk.store.ed25519 import OpenKey
from clerk.store.founding import Founder
from clerk.store.sealed_key import Cost, unsealed
from clerk.ui.room import Room
from clerk.ui.tasks import DirectTasks
from clerk.usecases.add_person import AddPerson, add_person
from clerk.usecases.application import Application
from clerk.usecases.authorise import Authorise, authorise
from clerk.usecases.printers import PrintChoice, PrinterLine, PrintSettings
from clerk.usecases.trouble import PrinterTrouble, PrintUnsure

BEIJING = timezone(timedelta(hours=8))
MORNING = datetime(2026, 11, 23, 9, 41, tzinfo=BEIJING)

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
"""Argon2 as cheap as it gets: most tests are not about guessing."""
ROOT = OpenKey.of(bytes(range(32)))
"""The invented center's root key; it vouches for no window anywhere."""

DEPARTMENTS = frozenset(
    each.stem
    for each in (bootstrap.resources() / "catalogue").glob("*.json")
    if each.stem.isupper()
)

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
    had_begun: bool = False
    on_roll: bool = False
    remembered: list[str] = field(default_factory=list)
    withdrawn: list[str] = field(default_factory=list)
    taken: list[tuple[str, int, bytes]] = field(default_factory=list)

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        if self.is_off:
            raise PrinterTrouble(printer=self.name, cause="gone", had_begun=self.had_begun)
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

    def strip(self, paper: Paper, *, reprint: int = 0) -> bytes:
        return f"{reprint} strip of {paper}".encode()


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
    found_desk(folder)
    return open_test_desk(folder, person=person, seed=True)


def found_desk(folder: Path, *, clock: Hands | None = None) -> None:
    """Found the window as the IT person would, under the invented center's root key."""
    founder = Founder(person=IT, pin=PINS[IT.id], root=ROOT)
    create_desk(folder, DESK, founder=founder, clock=clock or Hands(), pin_cost=CHEAP)


def open_test_desk(
    folder: Path, *, person: Staff = CLERK, seed: bool = False, clock: Hands | None = None
) -> TestDesk:
    """Open a desk made before."""
    clock = clock or Hands()
    opened = bootstrap.open_desk(folder, clock=clock, pin_cost=CHEAP)
    if seed:
        seed_desk(opened)
    sign_in_all(opened)
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
    add_people(opened)


def add_people(opened: bootstrap.OpenDesk) -> None:
    """Add clerk and chief, and enter the chief's letter: every item of every department."""
    counter = opened.counter
    counter.pins.sign_in(IT.id, PINS[IT.id])
    for person in (CLERK, CHIEF):
        add_person(AddPerson(by=IT, person=person, pin=PINS[person.id]), counter)
    today = counter.clock().date()
    letter = Authorise(
        by=IT,
        staff_id=CHIEF.id,
        letter="云市监授〔2026〕1号",
        granted_by="局长（虚构）",
        decisions=DECISIONS,
        from_on=today - timedelta(days=365),
        until_on=today + timedelta(days=3650),
        departments=DEPARTMENTS,
    )
    authorise(letter, counter)


def sign_in_all(opened: bootstrap.OpenDesk) -> None:
    """Open everybody's key at once: a test works as clerk and chief without signing in and out."""
    store = opened.store
    with store.connection.begin():
        kept = store.connection.exec_driver_sql("SELECT staff_id, content FROM sealed_key").all()
    store.pins._held = {
        each.staff_id: unsealed(
            each.content, PINS[each.staff_id], owner=each.staff_id, secret=store.pins._secret
        )
        for each in kept
    }


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
