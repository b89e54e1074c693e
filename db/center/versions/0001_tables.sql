-- Every key starts with center_id: an engine that spreads tables over machines takes them as they are.

CREATE TABLE clerk.window_ (
    center_id text NOT NULL,
    window_id text NOT NULL,
    pads bytea NOT NULL,
    inc integer NOT NULL,
    state text NOT NULL,
    sections text NOT NULL,
    machine text NOT NULL,
    seen_at text,
    told text NOT NULL,
    PRIMARY KEY (center_id, window_id)
);

CREATE TABLE clerk.journal_ (
    center_id text NOT NULL,
    window_id text NOT NULL,
    inc integer NOT NULL,
    last_seq bigint NOT NULL,
    last_hash text NOT NULL,
    decided_seq bigint NOT NULL,
    decided_hash text NOT NULL,
    undecided bigint NOT NULL,
    PRIMARY KEY (center_id, window_id, inc)
);

CREATE TABLE clerk.invitation (
    center_id text NOT NULL,
    code_hash text NOT NULL,
    window_id text NOT NULL,
    sections text NOT NULL,
    expires_at text NOT NULL,
    used_at text,
    PRIMARY KEY (center_id, code_hash)
);

CREATE TABLE clerk.actor_key (
    center_id text NOT NULL,
    key_id text NOT NULL,
    actor_id text NOT NULL,
    alg text NOT NULL,
    public bytea NOT NULL,
    roles text NOT NULL,
    windows text NOT NULL,
    revoked_pos bigint,
    PRIMARY KEY (center_id, key_id)
);

CREATE TABLE clerk.inbox (
    center_id text NOT NULL,
    window_id text NOT NULL,
    inc integer NOT NULL,
    seq bigint NOT NULL,
    event_id text NOT NULL,
    payload bytea NOT NULL,
    hash bytea NOT NULL,
    sig bytea NOT NULL,
    received_at text NOT NULL,
    verdict text,
    PRIMARY KEY (center_id, window_id, inc, seq)
);
CREATE INDEX inbox_undecided ON clerk.inbox (center_id, window_id, inc, seq) WHERE verdict IS NULL;

CREATE TABLE clerk.feed_head (
    center_id text NOT NULL,
    feed_id text NOT NULL,
    pos bigint NOT NULL,
    chain bytea NOT NULL,
    PRIMARY KEY (center_id, feed_id)
);

CREATE TABLE clerk.feed_event (
    center_id text NOT NULL,
    feed_id text NOT NULL,
    pos bigint NOT NULL,
    event_id text NOT NULL,
    case_id text NOT NULL,
    window_id text NOT NULL,
    inc integer NOT NULL,
    seq bigint NOT NULL,
    payload bytea NOT NULL,
    hash bytea NOT NULL,
    sig bytea NOT NULL,
    verdict text NOT NULL,
    detail text NOT NULL,
    chain bytea NOT NULL,
    PRIMARY KEY (center_id, feed_id, pos),
    CONSTRAINT feed_event_once UNIQUE (center_id, feed_id, event_id, verdict)
);
CREATE INDEX feed_event_of_case ON clerk.feed_event (center_id, case_id);

CREATE TABLE clerk.decided (
    center_id text NOT NULL,
    event_id text NOT NULL,
    verdict text NOT NULL,
    PRIMARY KEY (center_id, event_id)
);

CREATE TABLE clerk.case_ (
    center_id text NOT NULL,
    case_id text NOT NULL,
    ver bigint NOT NULL,
    stage text NOT NULL,
    owner text NOT NULL,
    section text NOT NULL,
    substance text NOT NULL,
    number text NOT NULL,
    applicant text NOT NULL,
    item text NOT NULL,
    received_on text NOT NULL,
    decided_by text,
    former text NOT NULL,
    PRIMARY KEY (center_id, case_id),
    CONSTRAINT case_number_once UNIQUE (center_id, number)
);
CREATE INDEX case_twin ON clerk.case_ (center_id, applicant, item, received_on);

CREATE TABLE clerk.lease (
    center_id text NOT NULL,
    name text NOT NULL,
    token bigint NOT NULL,
    beats bigint NOT NULL,
    PRIMARY KEY (center_id, name)
);

CREATE TABLE clerk.generation (
    center_id text NOT NULL,
    gen integer NOT NULL,
    feed_id text NOT NULL,
    base_pos bigint NOT NULL,
    PRIMARY KEY (center_id, gen, feed_id)
);

CREATE TABLE clerk.item_section (
    center_id text NOT NULL,
    item_id text NOT NULL,
    section_id text NOT NULL,
    PRIMARY KEY (center_id, item_id)
);

CREATE TABLE clerk.attachment (
    center_id text NOT NULL,
    sha256 text NOT NULL,
    size bigint NOT NULL,
    received bigint NOT NULL,
    is_whole integer NOT NULL,
    PRIMARY KEY (center_id, sha256)
);

CREATE TABLE clerk.attachment_part (
    center_id text NOT NULL,
    sha256 text NOT NULL,
    start bigint NOT NULL,
    content bytea NOT NULL,
    PRIMARY KEY (center_id, sha256, start)
);
