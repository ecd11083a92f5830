import { answerProgress } from "@/lib/exchange/imports/answers/progress";

type Context = { params: Promise<{ id: string }> };

export async function GET(request: Request, { params }: Context): Promise<Response> {
  return answerProgress(request, (await params).id);
}
