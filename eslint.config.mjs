import { lint } from "./lib/checks/lint.mjs";

export default lint(import.meta.dirname);
