import type { Fault, FaultCode } from "@/lib/kernel/result";

const codes: Record<string, FaultCode> = {
  emptyFile: "invalid",
  sheetEmpty: "invalid",
  sheetGone: "invalid",
  fileTooLarge: "too_large",
  sheetUnpacks: "too_large",
  sheetTooManyParts: "too_large",
  sheetTooManyRows: "too_large",
  sheetTooManyColumns: "too_large",
  sheetTooManySheets: "too_large",
  sheetCellTooLong: "too_large",
};

/** A file that is not taken, with the sentence that says why and what to do. Thrown inside the readers, which stop anywhere. */
export class SheetRefusal extends Error {
  readonly fault: Fault;

  constructor(key: string, value?: string | number) {
    const message = value === undefined ? key : `${key}:${value}`;
    super(message);
    this.name = "SheetRefusal";
    this.fault = { code: codes[key] ?? "unsupported", fields: { file: [message] } };
  }
}

export function refusalOf(error: unknown): Fault | null {
  return error instanceof SheetRefusal ? error.fault : null;
}
