import { demonstrationPassword } from "@/prisma/seed/sign-ins";
import { type Served, signIn } from "./server";
import type { Line } from "./table";
import { together } from "./timing";

const clients = 8;

/** Whole pages over HTTP by eight clients, beside what the framework does with a table of the same query, and with nothing. */
export async function measurePages({ url }: Served, listQuery: string, seconds: number): Promise<Line[]> {
  const cookie = await signIn(url, "recorder", demonstrationPassword);
  const ask = async (path: string) => {
    const answer = await fetch(url + path, { headers: { Cookie: cookie }, redirect: "manual" });
    const body = await answer.arrayBuffer();
    if (answer.status !== 200)
      throw new Error(`${path}: ${answer.status} ${Buffer.from(body).toString().slice(0, 300)}`);
  };
  const hammer = (path: string) => together(clients, seconds, () => ask(path));
  const list = await hammer(`/awards?${listQuery}`);
  const table = await hammer("/bench/table");
  const empty = await hammer("/bench/empty");
  const api = await hammer(`/api/v1/awards?${listQuery}`);
  const picker = await hammer(`/employees/search?q=${encodeURIComponent("王伟")}`);
  const json = await hammer("/bench/json");
  const limit = (what: string, timing: typeof list) => ({ what, timing });
  return [
    {
      what: "list page, 50 rows",
      product: list,
      limit: limit("bare table page of the same query", table),
      by: "perSecond",
      aim: "≥ 70 %",
    },
    {
      what: "bare table page",
      product: table,
      limit: limit("empty dynamic page", empty),
      by: "perSecond",
      aim: "",
    },
    {
      what: "list JSON, 50 rows",
      product: api,
      limit: limit("bare handler of the list's query", json),
      by: "perSecond",
      aim: "≥ 70 %",
    },
    {
      what: "picker's JSON, two characters",
      product: picker,
      limit: limit("bare handler of the list's query", json),
      by: "perSecond",
      aim: "≥ 70 %",
    },
  ];
}
