-- A word that stands in thousands of documents or achievements is wanted for the latest of them: the year of each stands among its grams,
-- so that the index of keys gives one year after the other instead of all that must then be read and sorted.
CREATE FUNCTION year_gram(day text) RETURNS int[]
  LANGUAGE sql IMMUTABLE PARALLEL SAFE
  AS $$ SELECT CASE WHEN day IS NULL THEN '{}' ELSE ARRAY[hashtext('year:' || left(day, 4))] END $$;

-- The same as before (migration rebuilt_apart), with that gram.
CREATE OR REPLACE FUNCTION refresh_document_keys(ids int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
BEGIN
  PERFORM FROM document_search_keys WHERE document_id = ANY (ids) ORDER BY document_id FOR UPDATE;
  INSERT INTO document_search_keys AS k (document_id, grams)
  SELECT d.id, words.grams || coalesce(document_number_grams(search_text(d.number_key)), '{}') || ARRAY(
      SELECT DISTINCT unnest(text_grams(key)) FROM (SELECT search_text(b.name) AS key FROM document_issuers i JOIN granting_bodies b ON b.id = i.granting_body_id WHERE i.document_id = d.id OFFSET 0) AS x)
    || year_gram(d.signed_on)
  FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) AS i JOIN documents d USING (id) CROSS JOIN LATERAL (SELECT term_grams(d.title) AS grams OFFSET 0) AS words
  ON CONFLICT (document_id) DO UPDATE SET grams = EXCLUDED.grams WHERE k.grams IS DISTINCT FROM EXCLUDED.grams;
END $$;
CREATE OR REPLACE FUNCTION refresh_achievement_keys(ids int[]) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp SET enable_seqscan = off
  AS $$
BEGIN
  PERFORM FROM achievement_search_keys WHERE achievement_id = ANY (ids) ORDER BY achievement_id FOR UPDATE;
  INSERT INTO achievement_search_keys AS k (achievement_id, grams)
  SELECT a.id, words.grams || ARRAY(SELECT DISTINCT unnest(text_grams(key)) FROM (SELECT search_text(p.number) AS key FROM intellectual_properties p WHERE p.achievement_id = a.id OFFSET 0) AS x)
    || year_gram(a.finished_on)
  FROM (SELECT DISTINCT unnest(ids) AS id ORDER BY 1) AS i JOIN achievements a USING (id) CROSS JOIN LATERAL (SELECT term_grams(a.name) AS grams OFFSET 0) AS words
  ON CONFLICT (achievement_id) DO UPDATE SET grams = EXCLUDED.grams WHERE k.grams IS DISTINCT FROM EXCLUDED.grams;
END $$;
UPDATE document_search_keys k SET grams = k.grams || year_gram(d.signed_on) FROM documents d WHERE d.id = k.document_id AND d.signed_on IS NOT NULL;
UPDATE achievement_search_keys k SET grams = k.grams || year_gram(a.finished_on) FROM achievements a WHERE a.id = k.achievement_id AND a.finished_on IS NOT NULL;
DROP TRIGGER documents_keys_changed_documents ON documents;
CALL deferred_checks.keep_keys('documents', 'u', 'documents', 'id', 'title', 'number_key', 'signed_on');
DROP TRIGGER achievements_keys_changed_achievements ON achievements;
CALL deferred_checks.keep_keys('achievements', 'u', 'achievements', 'id', 'name', 'finished_on');

-- Documents and achievements whose keys hold what is wanted, as ids: all where there are no more than `most`, else so many at least and the
-- latest, by whole years.
CREATE FUNCTION latest_with(noun text, any_of int[], all_of text[], most int) RETURNS SETOF int
  LANGUAGE plpgsql STABLE SET enable_seqscan = off
  AS $$
DECLARE
  wanted text := format('SELECT ARRAY(SELECT %I FROM %I WHERE %s', noun || '_id', noun || '_search_keys', grams_condition(any_of, all_of));
  year int := extract(year FROM now()) + 1;
  of_year int[];
  found int[];
BEGIN
  EXECUTE wanted || ' LIMIT $1)' INTO found USING most + 1;
  IF cardinality(found) > most THEN
    found := '{}';
    FOR past IN 0 .. 80 LOOP
      EXECUTE wanted || ' AND grams @> $1)' INTO of_year USING year_gram((year - past)::text);
      found := found || of_year;
      EXIT WHEN cardinality(found) >= most;
    END LOOP;
    -- Some bear no date, or one of long ago.
    IF cardinality(found) < most THEN EXECUTE wanted || ')' INTO found; END IF;
  END IF;
  RETURN QUERY SELECT unnest(found);
END $$;

-- Certificates in the order of their holders: four hundred thousand were sorted for each page.
CREATE INDEX certificates_holder_id_idx ON certificates (holder, id);

-- Row-level security leaves no index to a comparison of states (that of enums is not leakproof): the few awards that are revoked, which
-- certificates are called back for, were found by reading all.
CREATE INDEX awards_revoked ON awards (id) WHERE state = 'revoked';
