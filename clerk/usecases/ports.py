"""What the use cases need from the world, as plain promises.

The names are the plain words; an implementation names its medium
(``SqlCases``). A Protocol carries the contract, and every implementation, also
a fake, passes the same tests.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from contextlib import AbstractContextManager
    from datetime import date

    from clerk.domain.applicant import Applicant
    from clerk.domain.calendar import WorkCalendar
    from clerk.domain.case import Case
    from clerk.domain.case_number import CaseNumber
    from clerk.domain.catalogue import ItemId, ServiceItem
    from clerk.domain.event import Event
    from clerk.domain.identifiers import CaseId, PaperId
    from clerk.domain.keys import PublicKey
    from clerk.domain.papers import Paper
    from clerk.domain.roster import Roster
    from clerk.domain.staff import Staff, StaffId
    from clerk.usecases.draft import Draft
    from clerk.usecases.lines import CaseLine, CertificateLine, DayCounts, ItemLine, Queue

Clock = Callable[[], datetime]
"""Says what time it is, with its zone."""

NewId = Callable[[datetime], str]
"""Makes an id that never stood before (UUID version 7)."""


class Cases(Protocol):
    """Cases by id. Saving appends their news to the journal."""

    def get(self, case_id: CaseId) -> Case:
        """Return the case as its events make it.

        Raises:
            NoSuchCase: Nobody received it here.
        """

    def save(self, case: Case) -> None:
        """Append the case's news to the journal and bring its rows up to them."""

    def lay_out(self, case: Case) -> None:
        """Bring a case's rows up to it though nothing happened: another calendar reckons them."""

    def lapsing(self, day: date) -> tuple[CaseId, ...]:
        """Return the cases on which the law acts by itself before this day, first first."""

    def open_cases(self) -> tuple[CaseId, ...]:
        """Return all cases that are not finished."""


class Calendars(Protocol):
    """The working calendar every open case was reckoned by last; None at a new desk."""

    def held(self) -> WorkCalendar | None: ...

    def hold(self, calendar: WorkCalendar) -> None: ...


class Numbers(Protocol):
    """Numbers that are given once; they live in the same transaction as what they name."""

    def next_case_number(self, day: date) -> CaseNumber:
        """Return the window's next number of the business day: the later of ``day`` and the last.

        Raises:
            NumbersUsedUp: All 9,999 of the day are given.
        """

    def next_document_number(self, series: str, year: int) -> int:
        """Return the next number of a series (文号 up to its year), from 1, without gaps."""


class Items(Protocol):
    """The published list, all versions."""

    def latest(self, item_id: ItemId) -> ServiceItem:
        """Return the version published last.

        Raises:
            NoSuchItem: The list does not hold it.
        """

    def version(self, item_id: ItemId, version: int) -> ServiceItem:
        """Return one published version; raises NoSuchItem."""

    def latest_digest(self, item_id: ItemId) -> str | None:
        """Return the digest of the version published last, None if there is none."""

    def publish(self, item: ServiceItem, content: str) -> int:
        """Publish a new version of an item and return its number. ``content`` is kept verbatim."""


class People(Protocol):
    """Who may sign in, with which key and which authority; facts about them join the journal."""

    @property
    def roster(self) -> Roster:
        """Everybody's roles, keys and letters as they stand now."""

    @property
    def latest_at(self) -> datetime:
        """The latest time any journal entry bears; a clock set back does not get behind it."""

    @property
    def refreshed_at(self) -> datetime | None:
        """When the center was last heard; None where this desk keeps the letters itself."""

    def get(self, staff_id: StaffId) -> Staff:
        """Return one person who works here; raises NoSuchStaff."""

    def all(self) -> tuple[Staff, ...]:
        """Return everybody who may sign in here, by staff number."""

    def record(self, event: Event) -> None:
        """Write a fact about people into the journal and bring the roster up to it."""

    def make_key(self, staff_id: StaffId, pin: str) -> PublicKey:
        """Make a person's key, keep its private half under the PIN, and return the public one.

        Raises:
            WeakPin: The PIN is too easy.
        """

    def drop_key(self, staff_id: StaffId) -> None:
        """Throw a person's sealed key away."""


class Drafts(Protocol):
    """Applications being typed. Not facts yet, so not in the journal; they survive a crash."""

    def keep(self, draft: Draft) -> None:
        """Keep a draft as it is now, over its earlier state."""

    def all(self) -> tuple[Draft, ...]:
        """Return all drafts, last touched first."""

    def forget(self, draft_id: str) -> None:
        """Drop a draft that became a case or was given up."""


class Work(Protocol):
    """One unit of work: one transaction. Leaving it without ``commit`` undoes everything."""

    @property
    def cases(self) -> Cases:
        """The cases."""

    @property
    def calendars(self) -> Calendars:
        """The calendar reckoned by last."""

    @property
    def numbers(self) -> Numbers:
        """The numbers."""

    @property
    def items(self) -> Items:
        """The published list."""

    @property
    def people(self) -> People:
        """The staff."""

    @property
    def drafts(self) -> Drafts:
        """The drafts."""

    def code_of(self, paper: Paper) -> str:
        """Return what a paper's QR says: which paper it is, signed by this window."""

    def commit(self) -> None:
        """Make everything done so far durable; it is on the disk when this returns."""


class Begin(Protocol):
    """Opens a unit of work."""

    def __call__(self) -> AbstractContextManager[Work]:
        """Start one; only one is open at a time."""


class Reading(Protocol):
    """Looking things up, without changing anything."""

    def queue(self, queue: Queue, *, limit: int = 200) -> tuple[CaseLine, ...]:
        """Return the lines of one queue, most pressing first."""

    def search(self, text: str, *, limit: int = 50) -> tuple[CaseLine, ...]:
        """Find cases by number, last digits, applicant's name, initials, document or phone."""

    def by_number(self, number: CaseNumber) -> CaseId | None:
        """Return the case with this number, None if this desk has none."""

    def counts(self, today: date) -> DayCounts:
        """Count what the status line and the badges show."""

    def case(self, case_id: CaseId) -> Case:
        """Return one case; raises NoSuchCase."""

    def history(self, case_id: CaseId) -> tuple[Event, ...]:
        """Return a case's events, first first."""

    def paper(self, paper_id: PaperId) -> Paper:
        """Return an issued paper with all its facts; raises NoSuchPaper."""

    def open_prints(self) -> tuple[Case, ...]:
        """Return the cases with printings nobody knows the end of, oldest case first."""

    def applicants(self, text: str, *, limit: int = 8) -> tuple[Applicant, ...]:
        """Find returning applicants by document, name, initials or phone, latest first."""

    def certificates(self, text: str = "", *, limit: int = 200) -> tuple[CertificateLine, ...]:
        """Return the register's entries, newest first; those of a number, holder or document."""

    def items(self) -> tuple[ItemLine, ...]:
        """Return the published list for choosing, most used at this window first."""

    def item(self, item_id: ItemId) -> ServiceItem:
        """Return the latest version of an item; raises NoSuchItem."""

    def staff(self) -> tuple[Staff, ...]:
        """Return everybody who may sign in here."""

    def drafts(self) -> tuple[Draft, ...]:
        """Return the parked and unfinished drafts, last touched first."""


class Pins(Protocol):
    """Opens the people's keys by their PINs, and slows down who guesses.

    Every call but ``sign_out`` raises WrongPin (it says how many tries are
    left) or PinLocked (it says until when) where the PIN is not right.
    """

    def sign_in(self, staff_id: StaffId, pin: str) -> None:
        """Open a person's key and hold it, in place of whoever was here, until ``sign_out``."""

    def sign_out(self) -> None:
        """Forget the key that is held."""

    def signing(self, staff_id: StaffId, pin: str) -> AbstractContextManager[None]:
        """Open a person's key for what is done inside, and forget it behind that."""

    def verify(self, staff_id: StaffId, pin: str) -> None:
        """Return quietly when the PIN is right; nothing is held."""

    def change(self, staff_id: StaffId, pin: str, new: str) -> None:
        """Put the same key under another PIN.

        Raises:
            WeakPin: The new PIN is too easy.
        """


class Attachments(Protocol):
    """Files by content: named by their SHA-256, written once, never changed."""

    def put(self, content: bytes) -> str:
        """Keep the content durably and return its SHA-256 in hex digits."""

    def get(self, sha256: str) -> bytes:
        """Return the content; raises AttachmentGone."""


class PaperDrawer(Protocol):
    """Draws a paper's facts as a PDF."""

    def draw(self, paper: Paper, *, reprint: int = 0) -> bytes:
        """Return the PDF; ``reprint`` from 1 marks it as such."""

    def strip(self, paper: Paper, *, reprint: int = 0) -> bytes:
        """Return the same facts for an 80 mm roll: a PNG 576 dots wide, or a PDF to be narrowed."""


class Printer(Protocol):
    """A printer of this window. ``on_roll`` asks for strips in place of sheets."""

    name: str
    on_roll: bool

    def print(self, pdf: bytes, *, title: str, copies: int) -> None:
        """Print, and return once the printer says that it is done; this takes its time.

        Raises:
            PrinterTrouble: Nothing came out; says why.
            PrintUnsure: It may have come out; the printer could not say.
        """

    def recall(self, title: str) -> bool:
        """Say whether it remembers printing this to its end; most forget after a while."""

    def withdraw(self, title: str) -> None:
        """Take back what of this title has not come out yet, as far as that can be had."""
