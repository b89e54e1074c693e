"""The first store: journal, its shadows, the published list, sealed keys and drafts.

Why: the desk needs a place for its facts.
Cost: nothing, there is nothing before it.
Back: drops everything; there is no older program to go back to.
"""

from alembic import op

revision = "0001"
down_revision = None

STATEMENTS = (
    """
    CREATE TABLE applicant (
        document TEXT NOT NULL,
        name TEXT NOT NULL,
        initials TEXT NOT NULL,
        phone TEXT NOT NULL,
        "row" INTEGER NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (document)
    )
     WITHOUT ROWID
    """,
    """
    CREATE INDEX applicant_initials ON applicant (initials)
    """,
    """
    CREATE INDEX applicant_name ON applicant (name)
    """,
    """
    CREATE INDEX applicant_phone ON applicant (phone)
    """,
    """
    CREATE TABLE case_ (
        "row" INTEGER NOT NULL,
        case_id TEXT NOT NULL,
        number TEXT NOT NULL,
        reversed TEXT NOT NULL,
        version INTEGER NOT NULL,
        stage TEXT NOT NULL,
        item_id TEXT NOT NULL,
        item_version INTEGER NOT NULL,
        name_zh TEXT NOT NULL,
        name_en TEXT NOT NULL,
        item_kind TEXT NOT NULL,
        applicant TEXT NOT NULL,
        document TEXT NOT NULL,
        phone TEXT NOT NULL,
        words TEXT NOT NULL,
        received_at TEXT NOT NULL,
        received_by TEXT NOT NULL,
        in_charge TEXT NOT NULL,
        accepted_on TEXT,
        due_on TEXT,
        due_is_provisional INTEGER NOT NULL,
        deadline_on TEXT,
        clock TEXT,
        presses_on TEXT NOT NULL,
        warns_on TEXT NOT NULL,
        is_paused INTEGER NOT NULL,
        lapses_on TEXT,
        finished_at TEXT,
        finished_on TEXT,
        PRIMARY KEY ("row"),
        UNIQUE (case_id),
        UNIQUE (number)
    )
    """,
    """
    CREATE INDEX case_accepted ON case_ (accepted_on, item_kind) WHERE accepted_on IS NOT NULL
    """,
    """
    CREATE INDEX case_document ON case_ (document)
    """,
    """
    CREATE INDEX case_finished ON case_ (finished_on) WHERE finished_on IS NOT NULL
    """,
    """
    CREATE INDEX case_lapses ON case_ (lapses_on) WHERE lapses_on IS NOT NULL
    """,
    """
    CREATE INDEX case_open ON case_ (presses_on, "row") WHERE finished_on IS NULL
    """,
    """
    CREATE INDEX case_phone ON case_ (phone)
    """,
    """
    CREATE INDEX case_reversed ON case_ (reversed)
    """,
    """
    CREATE INDEX case_stage ON case_ (stage, presses_on, "row") WHERE finished_on IS NULL
    """,
    """
    CREATE INDEX case_urgent ON case_ (warns_on, presses_on)
    WHERE clock IS NOT NULL AND is_paused = 0
    """,
    """
    CREATE TABLE certificate (
        case_id TEXT NOT NULL,
        case_number TEXT NOT NULL,
        name TEXT NOT NULL,
        number TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        holder TEXT NOT NULL,
        document TEXT NOT NULL,
        made_at TEXT NOT NULL,
        received_by TEXT,
        received_id TEXT,
        received_at TEXT,
        way TEXT,
        PRIMARY KEY (case_id)
    )
    """,
    """
    CREATE INDEX certificate_number ON certificate (number)
    """,
    """
    CREATE INDEX certificate_holder ON certificate (holder)
    """,
    """
    CREATE INDEX certificate_document ON certificate (document)
    """,
    """
    CREATE INDEX certificate_made ON certificate (made_at)
    """,
    """
    CREATE TABLE counter (
        series TEXT NOT NULL,
        period TEXT NOT NULL,
        last INTEGER NOT NULL,
        PRIMARY KEY (series, period)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE draft (
        draft_id TEXT NOT NULL,
        touched_at TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (draft_id)
    )
    """,
    """
    CREATE TABLE journal (
        id INTEGER NOT NULL,
        inc INTEGER NOT NULL,
        seq INTEGER NOT NULL,
        event_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        payload BLOB NOT NULL,
        hash BLOB NOT NULL,
        sig BLOB NOT NULL,
        verdict TEXT,
        pos INTEGER,
        PRIMARY KEY (id),
        UNIQUE (inc, seq),
        UNIQUE (event_id)
    )
    """,
    """
    CREATE INDEX journal_of_case ON journal (case_id, id)
    """,
    """
    CREATE TABLE meta (
        "key" TEXT NOT NULL,
        value TEXT NOT NULL,
        PRIMARY KEY ("key")
    )
    """,
    """
    CREATE TABLE paper (
        paper_id TEXT NOT NULL,
        case_id TEXT NOT NULL,
        event_id TEXT NOT NULL,
        PRIMARY KEY (paper_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE open_print (
        case_id TEXT NOT NULL,
        PRIMARY KEY (case_id)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE published_item (
        item_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        digest TEXT NOT NULL,
        initials TEXT NOT NULL,
        content TEXT NOT NULL,
        PRIMARY KEY (item_id, version)
    )
     WITHOUT ROWID
    """,
    """
    CREATE TABLE sealed_key (
        staff_id TEXT NOT NULL,
        content TEXT NOT NULL,
        wrong_tries INTEGER NOT NULL,
        locked_until TEXT,
        PRIMARY KEY (staff_id)
    )
    """,
    """
    CREATE VIRTUAL TABLE case_words USING fts5 (
        words, content='', columnsize=0, tokenize='unicode61'
    )
    """,
    """
    CREATE TRIGGER published_item_no_update BEFORE UPDATE ON published_item
    BEGIN
        SELECT RAISE(ABORT, 'a published version never changes');
    END
    """,
    """
    CREATE TRIGGER journal_no_update
    BEFORE UPDATE OF inc, seq, event_id, case_id, payload, hash, sig
        ON journal
    BEGIN
        SELECT RAISE(ABORT, 'the journal is never rewritten');
    END
    """,
    """
    CREATE TRIGGER published_item_no_delete BEFORE DELETE ON published_item
    BEGIN
        SELECT RAISE(ABORT, 'a published version never changes');
    END
    """,
    """
    CREATE TRIGGER journal_no_delete BEFORE DELETE ON journal
    BEGIN
        SELECT RAISE(ABORT, 'the journal is never rewritten');
    END
    """,
)


def upgrade() -> None:
    for statement in STATEMENTS:
        op.execute(statement)


def downgrade() -> None:
    for name in (
        "sealed_key",
        "published_item",
        "paper",
        "open_print",
        "meta",
        "journal",
        "draft",
        "counter",
        "certificate",
        "case_",
        "applicant",
        "case_words",
    ):
        op.execute(f"DROP TABLE {name}")
