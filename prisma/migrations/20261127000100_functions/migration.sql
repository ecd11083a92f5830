-- Functions that tables, checks and triggers rest on. All of them are trusted extensions: the owner of a database may make them.
CREATE EXTENSION IF NOT EXISTS btree_gist;
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- The running transaction, as a number that a row can keep: shows what was written together.
CREATE FUNCTION current_transaction_id() RETURNS bigint
  LANGUAGE sql STABLE PARALLEL SAFE
  AS $$ SELECT pg_current_xact_id()::text::bigint $$;

-- A partial date is text in the reduced precision of ISO 8601-1: 2022, 2022-05 or 2022-05-03. A month needs a year and a
-- day a month by construction; what is not known is not there.
CREATE FUNCTION is_partial_date(value text) RETURNS boolean
  LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
BEGIN
  IF value !~ '^[0-9]{4}(-(0[1-9]|1[0-2])(-[0-3][0-9])?)?$' OR substr(value, 1, 4) < '1800' OR substr(value, 1, 4) > '2199' THEN
    RETURN false;
  END IF;
  IF length(value) = 10 THEN
    PERFORM make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int);
  END IF;
  RETURN true;
EXCEPTION WHEN datetime_field_overflow THEN
  RETURN false;
END $$;

-- First day that a partial date can mean, as YYYY-MM-DD.
CREATE FUNCTION partial_date_first(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT CASE length(value) WHEN 4 THEN value || '-01-01' WHEN 7 THEN value || '-01' ELSE value END $$;

-- Last day that a partial date can mean, as YYYY-MM-DD.
CREATE FUNCTION partial_date_last(value text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  SELECT CASE length(value)
    WHEN 4 THEN value || '-12-31'
    WHEN 7 THEN value || '-' || extract(day FROM make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, 1) + interval '1 month' - interval '1 day')::int::text
    ELSE value END
$$;

-- The same days as a calendar date, for ranges.
CREATE FUNCTION day_of(value text) RETURNS date
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT make_date(substr(value, 1, 4)::int, substr(value, 6, 2)::int, substr(value, 9, 2)::int) $$;

-- From the first day of one partial date up to, not including, the first day of another; open where one is missing.
-- Bound at creation, since PostgreSQL 17 evaluates expressions of indexes without the public schema in the search path.
CREATE FUNCTION period_of(valid_from text, valid_to text) RETURNS daterange
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  RETURN daterange(day_of(partial_date_first(valid_from)), day_of(partial_date_first(valid_to)), '[)');

-- Refuses with the name of a rule, which the application knows and words for people.
CREATE FUNCTION refuse(rule text, what text) RETURNS void
  LANGUAGE plpgsql
  AS $$ BEGIN RAISE EXCEPTION '%', what USING ERRCODE = 'check_violation', CONSTRAINT = rule; END $$;

-- Equal names have equal keys (full width, ideographic space, middle dots, variation selectors). The same as nameKey in lib/kernel/text.ts, which a test holds.
CREATE FUNCTION name_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  SELECT regexp_replace(
    regexp_replace(
      lower(normalize(regexp_replace(name, '[\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]', '', 'g'), NFKC)),
      '[.\u0387\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\u00b7]', '·', 'g'),
    '\s', '', 'g')
$$;

-- Normal form of a 文号 (GB/T 9704-2012, 7.2.5): the brackets and width in which it was typed don't matter, nor a missing 号.
-- The same as normalizeDocumentNumber in lib/kernel/text.ts, which a test holds.
CREATE FUNCTION document_number_key(number text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  SELECT regexp_replace(
    translate(
      regexp_replace(upper(normalize(number, NFKC)), '[\s\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]', '', 'g'),
      '([{<【〖〔〘〈《「『❲⟨)]}>】〗〕〙〉》」』❳⟩號‐‑‒–—―−',
      '〔〔〔〔〔〔〔〔〔〔〔〔〔〔〕〕〕〕〕〕〕〕〕〕〕〕〕〕号-------'),
    '〔(\d{4})年?〕第?0*(\d+)(?:号文?)?$', '〔\1〕\2号')
$$;
