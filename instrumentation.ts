import type { Instrumentation } from "next";
import { noteOutage } from "@/lib/db/outages";

/** Next answers 500 to whatever a page throws; lib/launch/http makes 503 of what only the database was missing for. */
export const onRequestError: Instrumentation.onRequestError = async (error, { headers }) => {
  noteOutage(String(headers["x-request-id"]), error);
};
