import { AsyncLocalStorage } from "node:async_hooks";

/** On whose behalf the database is asked, for row-level security: who, and over which nodes of the trees in which role. */
export type Acting = {
  userId: number;
  employeeId: number | null;
  grants: readonly {
    role: string;
    organizationId: number | null;
    path: string | null;
    whole?: string | null;
  }[];
};

type Standing = { acting: string | null };

// One for the process: Next loads this module anew for every bundle.
const held = globalThis as { registryActing?: AsyncLocalStorage<Standing>; registryStanding?: Standing };
const standings = (held.registryActing ??= new AsyncLocalStorage<Standing>());

/** What `acting_as_system()` of the database looks for. */
const system = JSON.stringify({ system: true });

/** Work in which nobody acts until `actAs` says who: each request begins like this, and sees no row that belongs to a scope. */
export function asNobody<T>(work: () => PromiseLike<T>): Promise<T> {
  return within({ acting: null }, work);
}

/** From here on the rest of the request is this actor's. */
export function actAs(actor: Acting): void {
  const standing = standings.getStore();
  if (standing) standing.acting = textOf(actor);
}

/** Work on an actor's behalf, whoever acts around it. */
export function actingAs<T>(actor: Acting, work: () => PromiseLike<T>): Promise<T> {
  return within({ acting: textOf(actor) }, work);
}

/**
 * Work that no person's scope bounds: who signs in is not known yet, whoever is honored is told, a team that one sees is seen
 * with all its members. Inside a transaction it holds for its own statements.
 */
export function asSystem<T>(work: () => PromiseLike<T>): Promise<T> {
  return within({ acting: system }, work);
}

/** For processes that serve no person (the worker, commands of the operator, test worlds): outside of anything else, the system acts. */
export function systemStands(): void {
  held.registryStanding = { acting: system };
}

/** The text that goes with a statement, or null where nobody acts. */
export function actingText(): string | null {
  return (standings.getStore() ?? held.registryStanding)?.acting ?? null;
}

// Awaited inside: a read of Prisma's is sent when somebody waits for it, not when it is written down.
function within<T>(standing: Standing, work: () => PromiseLike<T>): Promise<T> {
  return standings.run(standing, async () => await work());
}

function textOf({ userId, employeeId, grants }: Acting): string {
  const held = grants.map(({ role, organizationId: unit, path, whole }) => ({ role, unit, path, whole }));
  return JSON.stringify({ user: userId, employee: employeeId, grants: held });
}
