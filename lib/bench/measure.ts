export type Measured = { seconds: number; cpuSeconds: number; peakMegabytes: number };

/** Does some work and tells how long it took, how long this process computed, and how much memory it held at the most. */
export async function measure(work: () => Promise<void>): Promise<Measured> {
  let peak = process.memoryUsage.rss();
  const sampling = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const cpu = process.cpuUsage();
  const started = performance.now();
  try {
    await work();
  } finally {
    clearInterval(sampling);
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1_000_000,
    peakMegabytes: Math.max(peak, process.memoryUsage.rss()) / 1024 / 1024,
  };
}
