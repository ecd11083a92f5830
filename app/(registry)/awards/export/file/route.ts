import { answerDownload } from "@/lib/exchange/exports/download";

/** The file, as an attachment. Each one is put down in the audit log, so it takes a form's POST: a GET changes nothing. */
export async function POST(request: Request): Promise<Response> {
  return answerDownload(request);
}
