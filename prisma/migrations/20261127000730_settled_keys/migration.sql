-- Keys are settled after once: where spaces are taken out, the marks that stood on both sides come together and are put in order anew.
-- The same as nameKey and normalizeDocumentNumber in lib/kernel/text.ts, which a test holds. Keys of names and numbers that people have
-- (Han, Latin, Cyrillic, Arabic letters) are what they were, so no row is written anew.
CREATE OR REPLACE FUNCTION name_key(name text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  SELECT regexp_replace(
    regexp_replace(
      normalize(
        regexp_replace(
          lower(normalize(regexp_replace(name, '[\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]', '', 'g'), NFKC)),
          '\s', '', 'g'),
        NFKC),
      '[.\u0387\u16eb\u2022\u2027\u2219\u22c5\u2e31\u2e33\u30fb\u00b7]', '·', 'g'),
    '\s', '', 'g')
$$;

CREATE OR REPLACE FUNCTION document_number_key(number text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$
  SELECT regexp_replace(
    translate(
      normalize(
        regexp_replace(upper(normalize(number, NFKC)), '[\s\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff]', '', 'g'),
        NFKC),
      '([{<【〖〔〘〈《「『❲⟨)]}>】〗〕〙〉》」』❳⟩號‐‑‒–—―−',
      '〔〔〔〔〔〔〔〔〔〔〔〔〔〔〕〕〕〕〕〕〕〕〕〕〕〕〕〕号-------'),
    '〔(\d{4})年?〕第?0*(\d+)(?:号文?)?$', '〔\1〕\2号')
$$;

-- An event without the roles of its actor, even an empty list of them, is none that the trail's readers could show.
ALTER TABLE audit_events ADD CONSTRAINT audit_events_actor_roles_present CHECK (actor_roles IS NOT NULL);
