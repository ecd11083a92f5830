/** What every cell of a template's example row begins with, in both languages. It survives whatever a workbook is saved as. */
export const exampleMarks: readonly string[] = ["例：", "e.g. "];

/** The example as it was written: who types over it leaves no row of examples alone. */
export function isExample(filled: readonly string[]): boolean {
  return filled.every((text) => exampleMarks.some((mark) => text.startsWith(mark)));
}
