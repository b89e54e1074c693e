"""A window as the center sees it: a journal in memory, its keys, its calls; and a center."""

from dataclasses import dataclass, field, replace

from sqlalchemy import create_engine

from clerk.bootstrap import shipped
from clerk.center import tables
from clerk.center.building import build, open_registrar
from clerk.center.embedded import EmbeddedCenter, open_file
from clerk.center.lease import take_lease
from clerk.center.postgres import PgCenter, open_gate
from clerk.center.proving import Prover
from clerk.center.registrar import Registrar
from clerk.center.registry import enrol_window, found_center, keep_key, keep_sections
from clerk.domain.case import Case
from clerk.domain.case_number import NumberParts, compose
from clerk.domain.exchange import ActorKey, Caller, section_feed, window_feed
from clerk.domain.identifiers import CaseId, EventId, uuid7
from clerk.domain.journal import NOTHING_BEFORE, JournalPosition, seal_event
from clerk.store.ed25519 import OpenKey
from tests.domain.small_item import (
    AGENT,
    ALL_IN_HAND,
    CALENDAR,
    CHIEF,
    CLERK,
    DEPUTY,
    ITEM,
    NO,
    NOW,
    receipt,
)

CENTER = "3499"
SECTION = ITEM.department.id
PEOPLE = (CLERK, CHIEF, DEPUTY)


@dataclass
class Town:
    """A center with its people's keys; the same ones at every window."""

    engine: object
    center: object
    also: tuple = ()
    keys: dict = field(default_factory=dict)
    made: int = 0

    def close(self) -> None:
        for each in (self.engine, *self.also):
            each.dispose()

    def new_id(self) -> str:
        self.made += 1
        return uuid7(NOW, self.made.to_bytes(10, "big"))

    def registrar(self) -> Registrar:
        token = take_lease(self.engine, CENTER)
        return Registrar(self.engine, CENTER, token, Prover())

    def window(self, number: str, sections=(SECTION,)) -> "PaperWindow":
        secret = number.encode() * 8
        with self.engine.begin() as connection:
            incarnation = enrol_window(
                connection, CENTER, number, secret=secret, sections=sections, machine="m"
            )
        return PaperWindow(town=self, number=number, secret=secret, incarnation=incarnation)

    def revoke(self, person) -> None:
        with self.engine.begin() as connection:
            keep_key(connection, CENTER, replace(self.actor_key(person), revoked_at=1))

    def actor_key(self, person) -> ActorKey:
        key = self.keys[person.id]
        return ActorKey(
            key_id=key.key.id,
            actor=person.id,
            algorithm="ed25519",
            public=bytes.fromhex(key.key.public),
            roles=frozenset(person.roles),
        )


def make_town(engine, center) -> Town:
    """Found a center in empty tables; everybody's keys are known there."""
    town = Town(engine, center)
    with engine.begin() as connection:
        found_center(connection, CENTER)
        keep_sections(connection, CENTER, {ITEM.id: SECTION})
        for person in PEOPLE:
            town.keys[person.id] = OpenKey.new()
            keep_key(connection, CENTER, town.actor_key(person))
    return town


def embedded_town(folder) -> Town:
    """Found a center in a SQLite file."""
    engine = open_file(folder / "center.sqlite")
    with engine.begin() as connection:
        tables.metadata.create_all(connection)
    return make_town(engine, EmbeddedCenter(engine, CENTER, lambda: NOW))


def postgres_town(server, name) -> Town:
    """Found a center in a database of its own; windows call it in the gate's role."""
    server.create(name)
    owner = create_engine(server.url(name))
    build(owner, shipped("db") / "center", CENTER)
    owner.dispose()
    gate = open_gate(server.url(name, "clerk_gate"))
    town = make_town(open_registrar(server.url(name, "clerk_registrar")), PgCenter(gate, CENTER))
    town.also = (gate,)
    return town


@dataclass
class PaperWindow:
    """A window without a store: what it wrote, and how it calls."""

    town: Town
    number: str
    secret: bytes
    incarnation: int
    generation: int = 1
    entries: list = field(default_factory=list)
    numbers: int = 0

    @property
    def caller(self) -> Caller:
        return Caller(
            window=self.number,
            secret=self.secret,
            incarnation=self.incarnation,
            generation=self.generation,
        )

    @property
    def position(self) -> JournalPosition:
        last = self.entries[-1].hash.hex() if self.entries else NOTHING_BEFORE
        return JournalPosition(
            center=CENTER,
            window=self.number,
            incarnation=self.incarnation,
            sequence=len(self.entries) + 1,
            previous=last,
        )

    def write(self, case: Case) -> Case:
        """Write a case's news into the journal, each signed by its actor."""
        for number, event in enumerate(case.news):
            self.entries.append(
                seal_event(
                    event,
                    at=self.position,
                    event_id=EventId(self.town.new_id()),
                    case_id=case.id,
                    base_version=case.version - len(case.news) + number,
                    base_hash=case.substance,
                    seal=self.town.keys[event.by],
                )
            )
        return case.without_news()

    def receive(self, **other) -> Case:
        """Receive a complete case under the window's next number."""
        self.numbers += 1
        number = compose(
            NumberParts(
                center=CENTER,
                window=self.number,
                incarnation=self.incarnation,
                day=NOW.date(),
                sequence=self.numbers,
            )
        )
        event = replace(receipt({AGENT: NO}, ALL_IN_HAND), **{"number": number, **other})
        return self.write(Case.receive(CaseId(self.town.new_id()), event, ITEM))

    def accept(self, **other) -> Case:
        return self.write(self.receive(**other).accept(CLERK, NOW, CALENDAR))

    def submit(self, **other) -> Case:
        """Bring a case before the chief."""
        return self.write(self.accept(**other).review(CLERK, NOW, "材料齐全。"))

    def grant(self, case: Case, by=CHIEF) -> Case:
        return self.write(case.grant(by, NOW, opinion="同意。", seen=case.substance))

    def push(self, entries=None):
        return self.town.center.push(
            self.caller, tuple(self.entries if entries is None else entries)
        )

    def pull(self, feed=None, after=0, limit=500):
        return self.town.center.pull(self.caller, feed or section_feed(SECTION), after, limit)

    def told(self):
        """Return kind and verdict of everything in the feeds this window reads, by event."""
        found = {}
        for feed in (section_feed(SECTION), window_feed(self.number)):
            for each in self.pull(feed).events:
                found[each.entry.event_id] = each.verdict
        return [found.get(each.event_id) for each in self.entries]
