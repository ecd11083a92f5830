import { query } from "./database";

const name = "2012年度先进名单.csv";
const headings = ["序号", "荣誉称号", "获奖日期", "姓名"];
const rows = [
  ["二〇一二年度先进名单"],
  headings,
  ["1", "先进个人", "2012", "贾建华"],
  ["2", "先进个人", "2012.12", "李晓杰"],
];

/** An import of awards by the third company's recorder that waits for its columns. Made once; the workbook itself is in no store. */
export async function sampleImport(): Promise<number> {
  const find = () =>
    query<{ id: number }>(
      `SELECT b.id FROM import_batches b JOIN stored_files f ON f.id = b.file_id
       WHERE f.name = $1 AND b.state = 'mapping' ORDER BY b.id LIMIT 1`,
      [name],
    );
  const [known] = await find();
  if (known) return known.id;
  // One statement, so one transaction: no import without its event.
  await query(
    `WITH who AS (SELECT id, name FROM users WHERE username = 'recorder'),
       file AS (INSERT INTO stored_files (sha256, name, media_type, size, uploaded_by_id)
         SELECT repeat('0', 64), $1, 'text/csv', 128, id FROM who RETURNING id),
       batch AS (INSERT INTO import_batches (kind, state, file_id, recording_unit_id, created_by_id, preview, sheet, header_row, headings)
         SELECT 'awards', 'mapping', file.id, (SELECT id FROM organizations WHERE code = 'HD03-GH'), who.id, $2::jsonb, 'CSV', 2, $3
         FROM file, who RETURNING id)
     INSERT INTO audit_events (event, noun, noun_id, actor_user_id, actor_name, actor_roles, address, after)
     SELECT 'imports.received', 'imports', batch.id, who.id, who.name, '{recorder}', 'local', jsonb_build_object('kind', 'awards', 'file', $1::text)
     FROM batch, who`,
    [name, JSON.stringify([{ name: "CSV", rows }]), headings],
  );
  return (await find())[0]!.id;
}
