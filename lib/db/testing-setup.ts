import { afterAll } from "vitest";
import { testDatabase } from "./testing";

// Before the file's own imports: whatever they connect to is the file's own database.
const world = await testDatabase();
afterAll(world.close);
