-- The calls of a window. Each one proves itself by a code over every argument, looks the window up
-- first and then asks with plain parameters, so that the planner sees them.

-- A refusal travels as SQLSTATE: CK001 not let in, CK002 another generation (its number in DETAIL),
-- CK003 a file too large.

CREATE FUNCTION clerk.framed(VARIADIC parts bytea[]) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT coalesce(string_agg(int8send(length(part)::bigint) || part, ''::bytea ORDER BY place), '')
    FROM unnest(parts) WITH ORDINALITY AS each (part, place)
$$;

CREATE FUNCTION clerk.call_code(pads bytea, message bytea) RETURNS bytea
LANGUAGE sql IMMUTABLE STRICT AS $$
    SELECT sha256(substring(pads FROM 65) || sha256(substring(pads FOR 64) || message))
$$;

CREATE FUNCTION clerk.generation_of(the_center text) RETURNS integer
LANGUAGE sql STABLE STRICT AS $$
    SELECT max(gen) FROM clerk.generation WHERE center_id = the_center
$$;

CREATE FUNCTION clerk.let_in(
    the_center text, the_window text, the_inc integer, the_gen integer,
    called text, arguments bytea, code bytea
) RETURNS clerk.window_
LANGUAGE plpgsql AS $$
DECLARE
    known clerk.window_;
    head bytea := convert_to(
        called || '|' || the_window || '|' || the_inc || '|' || the_gen, 'UTF8');
BEGIN
    SELECT * INTO known FROM clerk.window_
    WHERE center_id = the_center AND window_id = the_window;
    IF NOT FOUND OR code IS DISTINCT FROM clerk.call_code(
        known.pads, '\x636c65726b2063616c6c203100'::bytea || clerk.framed(head) || arguments)
    THEN
        RAISE EXCEPTION 'not let in' USING ERRCODE = 'CK001';
    END IF;
    RETURN known;
END
$$;

CREATE FUNCTION clerk.hello(
    the_center text, the_window text, the_inc integer, the_gen integer, what_it_told text, code bytea
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known clerk.window_;
    mark clerk.journal_;
    gen_now integer;
BEGIN
    known := clerk.let_in(the_center, the_window, the_inc, the_gen, 'hello',
                          clerk.framed(convert_to(what_it_told, 'UTF8')), code);
    UPDATE clerk.window_ SET seen_at = now()::text, told = left(what_it_told, 8000)
    WHERE center_id = the_center AND window_id = the_window;
    SELECT * INTO mark FROM clerk.journal_
    WHERE center_id = the_center AND window_id = the_window AND inc = known.inc;
    gen_now := clerk.generation_of(the_center);
    RETURN jsonb_build_object(
        'inc', known.inc, 'state', known.state, 'sections', known.sections,
        'last_seq', mark.last_seq, 'last_hash', mark.last_hash, 'gen', gen_now,
        'bases', (SELECT coalesce(jsonb_object_agg(feed_id, base_pos), '{}') FROM clerk.generation
                  WHERE center_id = the_center AND gen = gen_now AND feed_id <> ''),
        'heads', (SELECT coalesce(jsonb_object_agg(feed_id, pos), '{}') FROM clerk.feed_head
                  WHERE center_id = the_center AND feed_id = ANY (clerk.readable(known))));
END
$$;

CREATE FUNCTION clerk.readable(known clerk.window_) RETURNS text[]
LANGUAGE sql IMMUTABLE AS $$
    SELECT ARRAY['ref', 'window:' || known.window_id]
        || ARRAY(SELECT 'section:' || each
                 FROM regexp_split_to_table(known.sections, ' ') AS each WHERE each <> '')
$$;

-- A PC with a code becomes a window. It made its secret itself and sends only the key blocks.
CREATE FUNCTION clerk.enrol(
    the_center text, one_time text, the_pads bytea, the_machine text, least_inc integer
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    invited clerk.invitation;
    next_inc integer;
BEGIN
    UPDATE clerk.invitation SET used_at = now()::text
    WHERE center_id = the_center AND used_at IS NULL AND expires_at::timestamptz > now()
      AND code_hash = encode(sha256(convert_to(one_time, 'UTF8')), 'hex')
    RETURNING * INTO invited;
    IF NOT FOUND OR length(the_pads) <> 128 THEN
        RAISE EXCEPTION 'not let in' USING ERRCODE = 'CK001';
    END IF;
    INSERT INTO clerk.window_
    VALUES (the_center, invited.window_id, the_pads, greatest(least_inc, 0) + 1, 'active',
            invited.sections, left(the_machine, 200), NULL, '{}')
    ON CONFLICT (center_id, window_id) DO UPDATE
    SET pads = excluded.pads, inc = greatest(clerk.window_.inc, least_inc) + 1, state = 'active',
        sections = excluded.sections, machine = excluded.machine, told = '{}'
    RETURNING inc INTO next_inc;
    INSERT INTO clerk.journal_
    VALUES (the_center, invited.window_id, next_inc, 0, repeat('0', 64), 0, repeat('0', 64), 0);
    RETURN jsonb_build_object('window', invited.window_id, 'inc', next_inc,
                              'sections', invited.sections);
END
$$;

CREATE FUNCTION clerk.push(
    the_center text, the_window text, the_inc integer, the_gen integer,
    first_seq bigint, event_ids text[], payloads bytea[], hashes bytea[], sigs bytea[], code bytea
) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known clerk.window_;
    mark clerk.journal_;
    gen_now integer;
    amount integer := coalesce(cardinality(hashes), 0);
    status text;
    taken bigint;
BEGIN
    known := clerk.let_in(
        the_center, the_window, the_inc, the_gen, 'push',
        (SELECT coalesce(string_agg(clerk.framed(hash, sig), ''::bytea ORDER BY place), '')
         FROM unnest(hashes, sigs) WITH ORDINALITY AS each (hash, sig, place)),
        code);
    gen_now := clerk.generation_of(the_center);
    SELECT * INTO mark FROM clerk.journal_
    WHERE center_id = the_center AND window_id = the_window AND inc = known.inc
    FOR UPDATE;
    status := CASE
        WHEN known.state <> 'active' THEN 'retired'
        WHEN the_inc <> known.inc THEN 'wrong_incarnation'
        WHEN the_gen <> gen_now THEN 'wrong_generation'
        WHEN amount > 500 OR mark.undecided + amount > 5000 THEN 'busy'
        WHEN amount <> cardinality(event_ids) OR amount <> cardinality(payloads)
             OR amount <> cardinality(sigs) THEN 'fork'
        WHEN EXISTS (
            SELECT 1 FROM unnest(hashes) WITH ORDINALITY AS each (hash, place)
            LEFT JOIN clerk.inbox AS had
                ON had.center_id = the_center AND had.window_id = the_window
                AND had.inc = the_inc AND had.seq = first_seq + place - 1
            WHERE first_seq + place - 1 <= mark.last_seq AND had.hash IS DISTINCT FROM each.hash
        ) THEN 'fork'
        WHEN amount > 0 AND first_seq > mark.last_seq + 1 THEN 'gap'
        WHEN EXISTS (
            SELECT 1 FROM unnest(payloads, hashes) AS each (payload, hash)
            WHERE length(payload) > 1000000
               OR sha256('\x636c65726b206576656e74203100'::bytea || payload) <> hash
        ) THEN 'fork'
        ELSE 'ok'
    END;
    IF status = 'ok' AND first_seq + amount - 1 > mark.last_seq THEN
        INSERT INTO clerk.inbox
        SELECT the_center, the_window, the_inc, first_seq + place - 1,
               event_id, payload, hash, sig, now()::text, NULL
        FROM unnest(event_ids, payloads, hashes, sigs)
             WITH ORDINALITY AS each (event_id, payload, hash, sig, place)
        WHERE first_seq + place - 1 > mark.last_seq;
        GET DIAGNOSTICS taken = ROW_COUNT;
        UPDATE clerk.journal_
        SET last_seq = first_seq + amount - 1, last_hash = encode(hashes[amount], 'hex'),
            undecided = undecided + taken
        WHERE center_id = the_center AND window_id = the_window AND inc = the_inc
        RETURNING * INTO mark;
    END IF;
    RETURN jsonb_build_object('status', status, 'gen', gen_now,
                              'last_seq', mark.last_seq, 'last_hash', mark.last_hash);
END
$$;

CREATE FUNCTION clerk.pull(
    the_center text, the_window text, the_inc integer, the_gen integer,
    the_feed text, after_pos bigint, at_most integer, code bytea
) RETURNS SETOF clerk.feed_event
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    known clerk.window_;
    gen_now integer;
BEGIN
    known := clerk.let_in(
        the_center, the_window, the_inc, the_gen, 'pull',
        clerk.framed(convert_to(the_feed, 'UTF8'), convert_to(after_pos::text, 'UTF8'),
                     convert_to(at_most::text, 'UTF8')),
        code);
    gen_now := clerk.generation_of(the_center);
    IF the_gen <> gen_now THEN
        RAISE EXCEPTION 'another generation' USING ERRCODE = 'CK002', DETAIL = gen_now::text;
    END IF;
    IF the_feed <> ALL (clerk.readable(known)) THEN
        RAISE EXCEPTION 'not let in' USING ERRCODE = 'CK001';
    END IF;
    RETURN QUERY
        SELECT * FROM clerk.feed_event
        WHERE center_id = the_center AND feed_id = the_feed AND pos > after_pos
        ORDER BY pos LIMIT least(at_most, 500);
END
$$;

CREATE FUNCTION clerk.fetch_case(
    the_center text, the_window text, the_inc integer, the_gen integer, the_number text, code bytea
) RETURNS SETOF clerk.feed_event
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    wanted clerk.case_;
BEGIN
    PERFORM clerk.let_in(the_center, the_window, the_inc, the_gen, 'case',
                         clerk.framed(convert_to(the_number, 'UTF8')), code);
    SELECT * INTO wanted FROM clerk.case_ WHERE center_id = the_center AND number = the_number;
    RETURN QUERY
        SELECT * FROM clerk.feed_event
        WHERE center_id = the_center AND case_id = wanted.case_id
          AND feed_id = 'section:' || wanted.section
        ORDER BY pos;
END
$$;

CREATE FUNCTION clerk.put_file(
    the_center text, the_window text, the_inc integer, the_gen integer,
    the_name text, the_size bigint, from_byte bigint, part bytea, code bytea
) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    has bigint;
BEGIN
    PERFORM clerk.let_in(
        the_center, the_window, the_inc, the_gen, 'put_file',
        clerk.framed(convert_to(the_name, 'UTF8'), convert_to(the_size || '|' || from_byte, 'UTF8'),
                     sha256(part)),
        code);
    IF the_size <= 0 OR the_size > 50000000 OR from_byte + length(part) > the_size THEN
        RAISE EXCEPTION 'too large' USING ERRCODE = 'CK003';
    END IF;
    INSERT INTO clerk.attachment VALUES (the_center, the_name, the_size, 0, 0) ON CONFLICT DO NOTHING;
    SELECT received INTO has FROM clerk.attachment
    WHERE center_id = the_center AND sha256 = the_name FOR UPDATE;
    IF from_byte <> has OR has = the_size OR length(part) = 0 THEN
        RETURN has;
    END IF;
    INSERT INTO clerk.attachment_part VALUES (the_center, the_name, from_byte, part);
    has := has + length(part);
    IF has = the_size AND the_name <> (
        SELECT encode(pg_catalog.sha256(string_agg(content, ''::bytea ORDER BY start)), 'hex')
        FROM clerk.attachment_part WHERE center_id = the_center AND sha256 = the_name)
    THEN
        DELETE FROM clerk.attachment_part WHERE center_id = the_center AND sha256 = the_name;
        DELETE FROM clerk.attachment WHERE center_id = the_center AND sha256 = the_name;
        RETURN 0;
    END IF;
    UPDATE clerk.attachment SET received = has, is_whole = (has = the_size)::integer
    WHERE center_id = the_center AND sha256 = the_name;
    RETURN has;
END
$$;

CREATE FUNCTION clerk.get_file(
    the_center text, the_window text, the_inc integer, the_gen integer,
    the_name text, from_byte bigint, at_most integer, code bytea
) RETURNS bytea
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE
    found bytea;
    begins bigint;
BEGIN
    PERFORM clerk.let_in(
        the_center, the_window, the_inc, the_gen, 'get_file',
        clerk.framed(convert_to(the_name, 'UTF8'), convert_to(from_byte || '|' || at_most, 'UTF8')),
        code);
    SELECT string_agg(content, ''::bytea ORDER BY start), min(start) INTO found, begins
    FROM clerk.attachment_part AS part
    WHERE center_id = the_center AND sha256 = the_name
      AND start < from_byte + at_most AND start + length(content) > from_byte
      AND EXISTS (SELECT 1 FROM clerk.attachment AS whole
                  WHERE whole.center_id = the_center AND whole.sha256 = the_name AND is_whole = 1);
    RETURN coalesce(substring(found FROM (from_byte - begins + 1)::integer FOR at_most), '');
END
$$;
