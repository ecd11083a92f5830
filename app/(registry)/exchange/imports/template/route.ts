import { answerTemplate } from "@/lib/exchange/imports/answers/template";

export async function GET(request: Request): Promise<Response> {
  return answerTemplate(request);
}
