import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { childEnvironment } from "@/lib/env/early.mjs";
import { signIn } from "./visitor";
import { type Book, type Ground, keepWriting, newBook, type Written } from "./writing";

/** People who write at the same time, and what they were told. */
export type Company = { books: Book[]; stop(): Promise<void> };

/** Writers over HTTP, each pair of hands one request at a time. */
export async function writersOverHttp(url: string, ground: Ground, hands: number): Promise<Company> {
  const [recorder, checker] = await Promise.all([signIn(url, "recorder"), signIn(url, "checker")]);
  const abort = new AbortController();
  const books = Array.from({ length: hands }, newBook);
  const doors = { recorder: recorder.act, checker: checker.act };
  const work = Promise.all(books.map((book) => keepWriting(doors, ground, book, abort.signal)));
  work.catch(() => {});
  return {
    books,
    async stop() {
      abort.abort();
      await work;
    },
  };
}

/** Writers in a process of their own, which calls the commands. */
export async function writersByCommand(
  settings: Record<string, string>,
  ground: Ground,
  hands: number,
): Promise<Company & { kill(): void }> {
  const program = join(import.meta.dirname, "commander.ts");
  const flags = ["--conditions=react-server", "--no-warnings", "--import", "tsx"];
  const child = spawn(process.execPath, [...flags, program, JSON.stringify({ ground, hands })], {
    env: childEnvironment({
      ...settings,
      NODE_OPTIONS: undefined,
      VITEST: undefined,
      NODE_ENV: "production",
    }),
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  const book = newBook();
  child.on("message", (message: Told) => take(book, message));
  await firstWord(child);
  const ended = once(child, "exit");
  return {
    books: [book],
    kill: () => void child.kill("SIGKILL"),
    async stop() {
      if (child.connected) child.send("stop");
      await ended;
    },
  };
}

type Told = {
  written?: Written[];
  key?: string;
  text?: string;
  books?: Pick<Book, "took" | "refused" | "unanswered">[];
};

function take(book: Book, { written = [], key, text, books = [] }: Told) {
  book.written.push(...written);
  if (key && text) book.keys.set(key, text);
  for (const { took, refused, unanswered } of books) {
    book.took.push(...took);
    for (const [code, count] of Object.entries(refused))
      book.refused[code] = (book.refused[code] ?? 0) + count;
    book.unanswered += unanswered;
  }
}

async function firstWord(child: ChildProcess) {
  const gone = once(child, "exit").then(() =>
    Promise.reject(new Error("The writers' process did not start.")),
  );
  gone.catch(() => {});
  await Promise.race([once(child, "message"), gone]);
}
