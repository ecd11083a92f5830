import { answerDossier } from "@/lib/exchange/dossiers/download";

/** A person's full record for them, as an attachment; put down in the audit log, so it takes a form's POST. */
export async function POST(
  request: Request,
  { params }: { params: Promise<{ id: string }> },
): Promise<Response> {
  return answerDossier(request, (await params).id);
}
