import { boundaries } from "./lib/checks/boundaries.mjs";

export default boundaries;
