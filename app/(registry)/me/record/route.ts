import { answerDossier } from "@/lib/exchange/dossiers/download";

/** One's own full record, as an attachment; put down in the audit log, so it takes a form's POST. */
export async function POST(request: Request): Promise<Response> {
  return answerDossier(request);
}
