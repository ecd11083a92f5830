/** A run of a job. */
export type Run = {
  /** The worker is about to stop: leave off at the next good place by `signal.throwIfAborted()`; the job is taken up again. */
  signal: AbortSignal;
};

export type Task = {
  /** Does the work, or does it again from where a dead worker left it. What it throws makes it run again later. */
  run(payload: unknown, run: Run): Promise<void>;
  /** When it runs by itself, in crontab's words and in UTC; with an empty payload, once for all workers. */
  every?: string;
  /** It failed too often: says so to whoever waits for it. */
  giveUp(payload: unknown): Promise<void>;
};

/** By name. lib/launch makes the list: jobs know nothing of what they do. */
export type Tasks = Readonly<Record<string, Task>>;
