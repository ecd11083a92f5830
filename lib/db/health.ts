import { pool } from "./pool";

/** Does the database answer? Asked by whoever watches the service. */
export async function isDatabaseUp() {
  try {
    await pool().query("SELECT 1");
    return true;
  } catch {
    return false;
  }
}
