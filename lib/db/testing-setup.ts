import { afterAll } from "vitest";
import { systemStands } from "./acting";
import { testDatabase } from "./testing";

// Before the file's own imports: whatever they connect to is the file's own database.
const world = await testDatabase();
afterAll(world.close);
// Tests build their worlds and call commands and queries without a request; those of the second wall say who acts.
systemStands();
