import type { Actor } from "@/lib/auth/roles";

/** What a process of writers is told: which part of an award's life, how long, and about what. */
export type Order = {
  life: "draft" | "whole";
  seconds: number;
  clients: number;
  unitId: number;
  recorder: Actor;
  checker: Actor;
  people: number[];
  papers: number[];
  titles: { id: number; level: string }[];
};

export function pick<T>(some: readonly T[], n: number): T {
  return some[n % some.length]!;
}
