/** What a message about an award has to know of it. */
export type Announced = {
  id: number;
  titleName: string;
  recordingUnitPath: string;
  createdById: number;
  submittedById: number | null;
  enteredByIds: readonly number[];
};
