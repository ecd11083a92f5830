import { readFileSync } from "node:fs";

/** Megabytes that a process holds in memory; NaN once it is gone. */
export function residentMegabytes(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) / 1024;
  } catch {
    return NaN;
  }
}

/** Watches what processes hold; tells by how much the one that grew most has grown. */
export function watchGrowth(pids: readonly number[], every = 20) {
  const before = pids.map(residentMegabytes);
  const peaks = [...before];
  const look = () =>
    pids.forEach((pid, index) => (peaks[index] = Math.max(peaks[index]!, residentMegabytes(pid) || 0)));
  const timer = setInterval(look, every);
  return {
    grown: () => (look(), Math.max(...peaks.map((peak, index) => peak - before[index]!))),
    stop: () => clearInterval(timer),
  };
}

/** Seconds that a process has computed so far, as the kernel counts them in hundredths. */
export function computedSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "latin1");
  const [user, system] = stat
    .slice(stat.lastIndexOf(")") + 2)
    .split(" ")
    .slice(11, 13);
  return (Number(user) + Number(system)) / 100;
}
