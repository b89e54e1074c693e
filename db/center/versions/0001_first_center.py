"""The first center: registry, inbox, feeds, cases; the calls of a window; roles.

Why: windows deliver their journals and hear what was decided.
Cost: nothing, the schema is empty.
Back: drops the whole schema. Only a center nobody used goes back from here.
"""

from pathlib import Path

from alembic import op

revision = "0001"
down_revision = None

_HERE = Path(__file__).parent
_PARTS = ("0001_tables.sql", "0001_gate.sql", "0001_roles.sql")


def upgrade() -> None:
    driver = op.get_bind().connection.driver_connection  # whole scripts, without parameters
    for each in _PARTS:
        driver.execute((_HERE / each).read_text("utf-8"))


def downgrade() -> None:
    for each in ("enrol", "hello", "push", "pull", "fetch_case", "put_file", "get_file"):
        op.execute(f"DROP FUNCTION clerk.{each} CASCADE")
    for each in ("readable", "let_in", "generation_of", "call_code", "framed"):
        op.execute(f"DROP FUNCTION IF EXISTS clerk.{each} CASCADE")
    for each in (
        *("window_", "journal_", "invitation", "actor_key", "inbox", "feed_head", "feed_event"),
        *("decided", "case_", "lease", "generation", "item_section"),
        *("attachment", "attachment_part"),
    ):
        op.execute(f"DROP TABLE clerk.{each} CASCADE")
