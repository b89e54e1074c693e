"""The tables of the window's store, and the statements of the hot path, compiled once.

``journal``, ``published_item``, ``sealed_key``, ``draft`` and ``meta`` are kept; all
other tables are a shadow of the journal and can be thrown away and made again.
"""

from __future__ import annotations

from sqlalchemy import (
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    insert,
    text,
)
from sqlalchemy.dialects import sqlite

_ACCEPTED = text("accepted_on IS NOT NULL")
_FINISHED = text("finished_on IS NOT NULL")
_OPEN = text("finished_on IS NULL")

metadata = MetaData()

meta = Table(
    "meta", metadata, Column("key", Text, primary_key=True), Column("value", Text, nullable=False)
)

journal = Table(
    "journal",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("inc", Integer, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("event_id", Text, nullable=False, unique=True),
    Column("case_id", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("sig", LargeBinary, nullable=False),
    Column("verdict", Text),
    Column("pos", Integer),
    UniqueConstraint("inc", "seq"),
    Index("journal_of_case", "case_id", "id"),
)

case_ = Table(
    "case_",
    metadata,
    Column("row", Integer, primary_key=True),
    Column("case_id", Text, nullable=False, unique=True),
    Column("number", Text, nullable=False, unique=True),
    Column("reversed", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("stage", Text, nullable=False),
    Column("item_id", Text, nullable=False),
    Column("item_version", Integer, nullable=False),
    Column("name_zh", Text, nullable=False),
    Column("name_en", Text, nullable=False),
    Column("item_kind", Text, nullable=False),
    Column("applicant", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("words", Text, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("received_by", Text, nullable=False),
    Column("in_charge", Text, nullable=False),
    Column("accepted_on", Text),
    Column("due_on", Text),
    Column("due_is_provisional", Integer, nullable=False),
    Column("deadline_on", Text),
    Column("clock", Text),
    Column("presses_on", Text, nullable=False),
    Column("warns_on", Text, nullable=False),
    Column("is_paused", Integer, nullable=False),
    Column("lapses_on", Text),
    Column("finished_at", Text),
    Column("finished_on", Text),
    Index("case_reversed", "reversed"),
    Index("case_document", "document"),
    Index("case_phone", "phone"),
    Index(
        "case_accepted", "accepted_on", "item_kind", sqlite_where=text("accepted_on IS NOT NULL")
    ),
    Index("case_finished", "finished_on", sqlite_where=text("finished_on IS NOT NULL")),
    Index("case_open", "presses_on", "row", sqlite_where=text("finished_on IS NULL")),
    Index("case_lapses", "lapses_on", sqlite_where=text("lapses_on IS NOT NULL")),
    Index(
        "case_urgent",
        "warns_on",
        "presses_on",
        sqlite_where=text("clock IS NOT NULL AND is_paused = 0"),
    ),
    Index("case_stage", "stage", "presses_on", "row", sqlite_where=text("finished_on IS NULL")),
)

paper = Table(
    "paper",
    metadata,
    Column("paper_id", Text, primary_key=True),
    Column("case_id", Text, nullable=False),
    Column("event_id", Text, nullable=False),
    sqlite_with_rowid=False,
)

open_print = Table(
    "open_print",
    metadata,
    Column("case_id", Text, primary_key=True),
    sqlite_with_rowid=False,
)

applicant = Table(
    "applicant",
    metadata,
    Column("document", Text, primary_key=True),
    Column("name", Text, nullable=False),
    Column("initials", Text, nullable=False),
    Column("phone", Text, nullable=False),
    Column("row", Integer, nullable=False),
    Column("content", Text, nullable=False),
    Index("applicant_name", "name"),
    Index("applicant_initials", "initials"),
    Index("applicant_phone", "phone"),
    sqlite_with_rowid=False,
)

certificate = Table(
    "certificate",
    metadata,
    Column("case_id", Text, primary_key=True),
    Column("case_number", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("valid_until", Text, nullable=False),
    Column("holder", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("made_at", Text, nullable=False),
    Column("received_by", Text),
    Column("received_id", Text),
    Column("received_at", Text),
    Column("way", Text),
    Index("certificate_number", "number"),
    Index("certificate_holder", "holder"),
    Index("certificate_document", "document"),
    Index("certificate_made", "made_at"),
)

counter = Table(
    "counter",
    metadata,
    Column("series", Text, primary_key=True),
    Column("period", Text, primary_key=True),
    Column("last", Integer, nullable=False),
    sqlite_with_rowid=False,
)

published_item = Table(
    "published_item",
    metadata,
    Column("item_id", Text, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("digest", Text, nullable=False),
    Column("initials", Text, nullable=False),
    Column("content", Text, nullable=False),
    sqlite_with_rowid=False,
)

sealed_key = Table(
    "sealed_key",
    metadata,
    Column("staff_id", Text, primary_key=True),
    Column("content", Text, nullable=False),
    Column("wrong_tries", Integer, nullable=False),
    Column("locked_until", Text),
)

draft = Table(
    "draft",
    metadata,
    Column("draft_id", Text, primary_key=True),
    Column("touched_at", Text, nullable=False),
    Column("content", Text, nullable=False),
)

SHADOWS = (case_, paper, open_print, applicant, certificate, counter)
"""Tables made from the journal; the word index ``case_words`` goes with them."""

FIND_WORDS = "SELECT rowid FROM case_words WHERE case_words MATCH ? ORDER BY rowid DESC LIMIT ?"
ADD_WORDS = "INSERT INTO case_words (rowid, words) VALUES (?, ?)"
DROP_WORDS = "INSERT INTO case_words (case_words, rowid, words) VALUES ('delete', ?, ?)"
FORGET_WORDS = "INSERT INTO case_words (case_words) VALUES ('delete-all')"


def insert_into(table: Table, *, without: tuple[str, ...] = ()) -> str:
    """Return the INSERT for all columns, in their order, as the driver takes it."""
    columns = [each.name for each in table.columns if each.name not in without]
    statement = insert(table).values(dict.fromkeys(columns))
    return str(statement.compile(dialect=sqlite.dialect(), column_keys=columns))


INSERT_ENTRY = insert_into(journal, without=("id", "verdict", "pos"))
INSERT_CASE = insert_into(case_, without=("row",))
INSERT_NUMBERED_CASE = insert_into(case_)
CASE_COLUMNS = tuple(each.name for each in case_.columns if each.name != "row")
UPDATE_CASE = f"UPDATE case_ SET {', '.join(f'{each} = ?' for each in CASE_COLUMNS)} WHERE row = ?"  # noqa: S608 - our own columns
INSERT_PAPER = insert_into(paper)
KEEP_OPEN_PRINT = "INSERT OR IGNORE INTO open_print (case_id) VALUES (?)"
DROP_OPEN_PRINT = "DELETE FROM open_print WHERE case_id = ?"
KEEP_CERTIFICATE = insert_into(certificate).replace("INSERT", "INSERT OR REPLACE", 1)
KEEP_APPLICANT = (
    "INSERT OR REPLACE INTO applicant (document, name, initials, phone, content, row)"
    " SELECT ?, ?, ?, ?, ?, row FROM case_ WHERE case_id = ?"
)
INSERT_COUNTER = insert_into(counter)
NEXT_COUNT = (
    "INSERT INTO counter (series, period, last) VALUES (?, ?, 1)"
    " ON CONFLICT (series, period) DO UPDATE SET last = last + 1 RETURNING last"
)
COUNT_ONE = NEXT_COUNT.removesuffix(" RETURNING last")
NEXT_NUMBER = (
    "INSERT INTO counter (series, period, last)"
    " SELECT 'case', max(?, coalesce(max(period), '')), 1 FROM counter WHERE series = 'case'"
    " ON CONFLICT (series, period) DO UPDATE SET last = last + 1 RETURNING period, last"
)
"""The next number of the business day: a clock set back goes on with the last day."""
