/** What the things that an award names are called, for its audit event. */
export type Names = {
  unit: string;
  levels: Record<string, string>;
  prizeLevels: Record<string, string>;
  documents: Record<number, string>;
  bodies: Record<number, string>;
};
