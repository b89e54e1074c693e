"""The statements of the exchange, for the store's SQLite."""

ENTRIES_AFTER = (
    "SELECT seq, event_id, case_id, payload, hash, sig FROM journal"
    " WHERE inc = ? AND seq > ? ORDER BY seq LIMIT ?"
)
HASH_AT = "SELECT hash FROM journal WHERE inc = ? AND seq = ?"
META = "SELECT value FROM meta WHERE key = ?"
NOTE = (
    "INSERT INTO meta (key, value) VALUES (?, ?)"
    " ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
CURSOR = "SELECT pos, chain FROM cursor WHERE feed_id = ?"
MOVE_CURSOR = (
    "INSERT INTO cursor (feed_id, pos, chain) VALUES (?, ?, ?)"
    " ON CONFLICT (feed_id) DO UPDATE SET pos = excluded.pos, chain = excluded.chain"
)
CHAIN_AT = "SELECT chain FROM feed WHERE feed_id = ? AND pos = ?"
KEEP = (
    "INSERT INTO feed (feed_id, pos, event_id, case_id, window_id, inc, seq, payload, hash, sig,"
    " verdict, detail, chain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
)
KNOWS_EVENT = "SELECT 1 FROM journal WHERE event_id = ?"
TELL = (
    "INSERT INTO verdict (event_id, case_id, kind, verdict, pos, feed_id, detail, told_at, settled)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0) ON CONFLICT (event_id) DO UPDATE SET"
    " verdict = excluded.verdict, pos = excluded.pos, feed_id = excluded.feed_id,"
    " detail = excluded.detail, told_at = excluded.told_at, settled = 0"
    " WHERE verdict.verdict NOT IN ('accepted', 'amended')"
)
CASES_BEHIND = "SELECT DISTINCT case_id FROM feed WHERE feed_id = ? AND pos > ?"
CUT_FEED = "DELETE FROM feed WHERE feed_id = ? AND pos > ?"
CUT_VERDICTS = "DELETE FROM verdict WHERE feed_id = ? AND pos > ?"
FEEDS = "SELECT feed_id FROM cursor"
ORPHANS = (
    "SELECT inc, seq, event_id, case_id, payload, hash, sig FROM journal"
    " WHERE inc < ? AND event_id NOT IN (SELECT event_id FROM verdict)"
    " AND event_id NOT IN (SELECT event_id FROM journal WHERE inc = ?) ORDER BY id"
)
RETURNED = (
    "SELECT event_id, case_id, kind, verdict, detail, told_at FROM verdict"
    " WHERE settled = 0 AND verdict NOT IN ('accepted', 'duplicate') ORDER BY told_at, event_id"
)
SETTLE = "UPDATE verdict SET settled = 1 WHERE event_id = ?"
CASE_EVENTS = (
    "SELECT payload, pos, id, verdict, detail FROM ("
    " SELECT f.payload, f.pos, 0 AS id, f.verdict, f.detail FROM feed AS f"
    " WHERE f.case_id = ?1 AND f.payload IS NOT NULL AND f.verdict IN ('accepted', 'amended')"
    " UNION ALL"
    " SELECT j.payload, CASE WHEN v.verdict LIKE 'held%' THEN NULL ELSE v.pos END, j.id,"
    "  v.verdict, v.detail FROM journal AS j"
    " LEFT JOIN verdict AS v ON v.event_id = j.event_id"
    " WHERE j.case_id = ?1 AND (v.verdict IS NULL OR v.verdict IN ('accepted', 'amended')"
    "  OR v.verdict LIKE 'held%')"
    " AND NOT EXISTS (SELECT 1 FROM journal AS later"
    "  WHERE later.event_id = j.event_id AND later.inc > j.inc)"
    ") ORDER BY pos IS NULL, pos, id"
)
"""What a case is made of: what the center accepted, in its order, then what still waits here."""
