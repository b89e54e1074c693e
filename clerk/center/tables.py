"""The tables of the center, for PostgreSQL and for the embedded SQLite file alike.

Every key starts with ``center_id``, so that an engine that spreads tables over
machines can take them as they are. Nothing here needs a sequence, an advisory lock
or a notification: what must happen one at a time waits for a row.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Column,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    text,
)

metadata = MetaData()


def _center() -> Column[str]:
    return Column("center_id", Text, primary_key=True)


def _key(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


window_ = Table(
    "window_",
    metadata,
    _center(),
    _key("window_id"),
    Column("pads", LargeBinary, nullable=False),
    Column("inc", Integer, nullable=False),
    Column("state", Text, nullable=False),
    Column("sections", Text, nullable=False),  # space-separated ids
    Column("machine", Text, nullable=False),
    Column("seen_at", Text),
    Column("told", Text, nullable=False),  # what the window says of itself, JSON
)
"""The registry of windows."""

journal_ = Table(
    "journal_",
    metadata,
    _center(),
    _key("window_id"),
    Column("inc", Integer, primary_key=True, autoincrement=False),
    Column("last_seq", BigInteger, nullable=False),
    Column("last_hash", Text, nullable=False),
    Column("decided_seq", BigInteger, nullable=False),
    Column("decided_hash", Text, nullable=False),
    Column("undecided", BigInteger, nullable=False),
)
"""How far the center has each window's journal, one row for each incarnation, and how far it
has decided on it. Hashes are hex; 64 zeros before the first entry."""

invitation = Table(
    "invitation",
    metadata,
    _center(),
    _key("code_hash"),
    Column("window_id", Text, nullable=False),
    Column("sections", Text, nullable=False),
    Column("expires_at", Text, nullable=False),
    Column("used_at", Text),
)
"""One-time codes: a PC that shows one becomes that window. Only their SHA-256 (hex) is kept."""

actor_key = Table(
    "actor_key",
    metadata,
    _center(),
    _key("key_id"),
    Column("actor_id", Text, nullable=False),
    Column("alg", Text, nullable=False),
    Column("public", LargeBinary, nullable=False),
    Column("roles", Text, nullable=False),
    Column("windows", Text, nullable=False),
    Column("revoked_pos", BigInteger),
)

inbox = Table(
    "inbox",
    metadata,
    _center(),
    _key("window_id"),
    Column("inc", Integer, primary_key=True, autoincrement=False),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", Text, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("sig", LargeBinary, nullable=False),
    Column("received_at", Text, nullable=False),
    Column("verdict", Text),
    Index(
        "inbox_undecided",
        "center_id",
        "window_id",
        "inc",
        "seq",
        sqlite_where=text("verdict IS NULL"),
        postgresql_where=text("verdict IS NULL"),
    ),
)

feed_head = Table(
    "feed_head",
    metadata,
    _center(),
    _key("feed_id"),
    Column("pos", BigInteger, nullable=False),
    Column("chain", LargeBinary, nullable=False),
)

feed_event = Table(
    "feed_event",
    metadata,
    _center(),
    _key("feed_id"),
    Column("pos", BigInteger, primary_key=True, autoincrement=False),
    Column("event_id", Text, nullable=False),
    Column("case_id", Text, nullable=False),
    Column("window_id", Text, nullable=False),
    Column("inc", Integer, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("payload", LargeBinary, nullable=False),
    Column("hash", LargeBinary, nullable=False),
    Column("sig", LargeBinary, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("detail", Text, nullable=False),
    Column("chain", LargeBinary, nullable=False),
    UniqueConstraint("center_id", "feed_id", "event_id", "verdict", name="feed_event_once"),
    Index("feed_event_of_case", "center_id", "case_id"),
)

decided = Table(
    "decided",
    metadata,
    _center(),
    _key("event_id"),
    Column("verdict", Text, nullable=False),
)
"""Which events were decided, whatever incarnation brought them; so that none happens twice."""

case_ = Table(
    "case_",
    metadata,
    _center(),
    _key("case_id"),
    Column("ver", BigInteger, nullable=False),
    Column("stage", Text, nullable=False),
    Column("owner", Text, nullable=False),
    Column("section", Text, nullable=False),
    Column("substance", Text, nullable=False),
    Column("number", Text, nullable=False),
    Column("applicant", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("received_on", Text, nullable=False),
    Column("decided_by", Text),
    Column("former", Text, nullable=False),
    UniqueConstraint("center_id", "number", name="case_number_once"),
    Index("case_twin", "center_id", "applicant", "item", "received_on"),
)

lease = Table(
    "lease",
    metadata,
    _center(),
    _key("name"),
    Column("token", BigInteger, nullable=False),
    Column("beats", BigInteger, nullable=False),
)
"""Who may decide. The token holds the generation, so that a restored one fences nobody in.

``beats`` counts up while its holder lives; a standby that sees it stand still takes over.
"""

generation = Table(
    "generation",
    metadata,
    _center(),
    Column("gen", Integer, primary_key=True, autoincrement=False),
    Column("feed_id", Text, primary_key=True),
    Column("base_pos", BigInteger, nullable=False),
)
"""Where each feed stood when a life of the database began; ``feed_id`` empty marks the life."""

item_section = Table(
    "item_section",
    metadata,
    _center(),
    _key("item_id"),
    Column("section_id", Text, nullable=False),
)

attachment = Table(
    "attachment",
    metadata,
    _center(),
    _key("sha256"),
    Column("size", BigInteger, nullable=False),
    Column("received", BigInteger, nullable=False),
    Column("is_whole", Integer, nullable=False),
)

attachment_part = Table(
    "attachment_part",
    metadata,
    _center(),
    _key("sha256"),
    Column("start", BigInteger, primary_key=True, autoincrement=False),
    Column("content", LargeBinary, nullable=False),
)
