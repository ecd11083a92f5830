/** How long one thing took, again and again; in milliseconds. */
export type Timing = { count: number; median: number; p99: number; perSecond: number };

export function timingOf(times: readonly number[], seconds: number): Timing {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
  return { count: sorted.length, median: at(0.5), p99: at(0.99), perSecond: times.length / seconds };
}

/**
 * Ways to the same answer, asked in turn with the same inputs, so that whatever else the machine does meets all of them alike. Each
 * input is asked before the clock runs, `warming` times: what sends many statements at once does so over many connections, and each has
 * to make its plans.
 */
export async function inTurn<Input, Name extends string>(
  inputs: readonly Input[],
  ways: Record<Name, (input: Input) => Promise<unknown>>,
  seconds: number,
  warming = 1,
): Promise<Record<Name, Timing>> {
  const names = Object.keys(ways) as Name[];
  for (let nth = 0; nth < warming; nth++)
    for (const input of inputs) for (const name of names) await ways[name](input);
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  const until = performance.now() + seconds * 1_000;
  // Whole rounds alone: every way is asked every input equally often.
  while (performance.now() < until)
    for (const input of inputs)
      for (const name of names) {
        const began = performance.now();
        await ways[name](input);
        times[name].push(performance.now() - began);
      }
  const spent = (name: Name) => times[name].reduce((sum, time) => sum + time, 0) / 1_000;
  return Object.fromEntries(names.map((name) => [name, timingOf(times[name], spent(name))])) as Record<
    Name,
    Timing
  >;
}

/** Several clients at once, each asking again as soon as it was answered; the first three answers of each are not counted. */
export async function together(
  clients: number,
  seconds: number,
  ask: (client: number, nth: number) => Promise<unknown>,
): Promise<Timing> {
  const warming = 3;
  const all = <T>(each: (client: number) => Promise<T>) =>
    Promise.all(Array.from({ length: clients }, (_, client) => each(client)));
  await all(async (client) => {
    for (let nth = 0; nth < warming; nth++) await ask(client, nth);
  });
  const times: number[] = [];
  const began = performance.now();
  const until = began + seconds * 1_000;
  await all(async (client) => {
    for (let nth = warming; performance.now() < until; nth++) {
      const asked = performance.now();
      await ask(client, nth);
      times.push(performance.now() - asked);
    }
  });
  return timingOf(times, (performance.now() - began) / 1_000);
}
