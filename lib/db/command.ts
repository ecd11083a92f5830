import { type Fault, refuse, type Result } from "@/lib/kernel/result";
import { DatabaseRefusal, DatabaseUnavailable } from "./faults";
import { faultOfRefusal } from "./rules";
import { repeated, transaction, type TransactionOptions, type Tx } from "./transaction";

/**
 * A command's work in one transaction. A refusal undoes all of it, whether the work gave it or a rule of the database,
 * and comes back as a value.
 */
export async function runCommand<T>(
  work: (tx: Tx) => Promise<Result<T>>,
  options?: TransactionOptions,
): Promise<Result<T>> {
  const refusable = async (tx: Tx) => {
    const result = await work(tx);
    if (!result.ok) throw new Refused(result.fault);
    return result;
  };
  return refusing(() => transaction(refusable, options));
}

/**
 * A command that reads, decides, and then writes by a single statement, which is a transaction by itself: two ways to the database
 * instead of one for each statement and two more around them.
 */
export function runStatement<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  return refusing(() => repeated(work));
}

/** A rule of the database that refuses comes back as a value, too. */
async function refusing<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refused) return refuse(error.fault);
    if (error instanceof DatabaseRefusal) return refuse(faultOfRefusal(error));
    if (error instanceof DatabaseUnavailable) return refuse({ code: "unavailable" });
    throw error;
  }
}

class Refused extends Error {
  constructor(readonly fault: Fault) {
    super("refused");
  }
}
