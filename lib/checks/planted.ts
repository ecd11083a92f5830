import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

export const project = join(import.meta.dirname, "../..");

/** A second, empty house beside the real one, to plant violations in. */
export class PlantedHouse {
  readonly root = mkdtempSync(join(tmpdir(), "planted-"));

  constructor() {
    symlinkSync(join(project, "node_modules"), join(this.root, "node_modules"));
    for (const file of ["tsconfig.json", "package.json"])
      this.plant(file, readFileSync(join(project, file), "utf8"));
  }

  plant(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), `${text}\n`);
  }

  remove(): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}
