import { createHash } from "node:crypto";
import { headingKey } from "../../sheets/headings";

/** Two sheets with the same headings in the same order are the same form. */
export function headerKeyOf(headings: readonly string[]): string {
  return createHash("sha256")
    .update(JSON.stringify(headings.map(headingKey)))
    .digest("hex");
}
