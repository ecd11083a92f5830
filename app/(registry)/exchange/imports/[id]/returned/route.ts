import { answerReturned } from "@/lib/exchange/imports/answers/returned";

type Context = { params: Promise<{ id: string }> };

/** Each one is put down in the audit log, so it takes a form's POST: a GET changes nothing. */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  return answerReturned(request, (await params).id);
}
