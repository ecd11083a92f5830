import { answerUpload } from "@/lib/exchange/imports/answers/upload";

export async function POST(request: Request): Promise<Response> {
  return answerUpload(request);
}
