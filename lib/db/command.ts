import { type Fault, refuse, type Result } from "@/lib/kernel/result";
import { DatabaseRefusal, DatabaseUnavailable } from "./faults";
import { faultOfRefusal } from "./rules";
import { transaction, type TransactionOptions, type Tx } from "./transaction";

/**
 * A command's work in one transaction. A refusal undoes all of it, whether the work gave it or a rule of the database,
 * and comes back as a value.
 */
export async function runCommand<T>(
  work: (tx: Tx) => Promise<Result<T>>,
  options?: TransactionOptions,
): Promise<Result<T>> {
  try {
    return await transaction(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new Refused(result.fault);
      return result;
    }, options);
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
