/** What a workbook or CSV may hold. Everything is measured before it is taken apart, and again while it is. */

const megabyte = 1024 * 1024;

/** 32 MB: 100,000 rows of 20 columns take some 12. */
export const maxSheetBytes = 32 * megabyte;
export const maxDataRows = 100_000;
export const maxColumns = 200;
export const maxSheets = 100;
/** Excel's own limits; a longer text makes it call the file damaged. */
export const maxCellLength = 32_767;
export const sheetRows = 1_048_576;
export const sheetColumns = 16_384;

export const previewRows = 30;
export const previewSheets = 20;
export const previewCellLength = 100;
export const batchRows = 1_000;

/** Files inside an .xlsx; one photograph for each of thousands of people is not unheard of. */
export const maxParts = 10_000;
/** Deflate reaches 1,032; sheets of styled empty cells, the best that honest files do, about 50. */
export const maxRatio = 100;
/** Below this size a ratio says nothing. */
export const ratioFrom = 4 * megabyte;

/** Unpacked bytes of what is read: 100,000 rows of 20 texts that stand in their cells take some 240 MB. */
export const maxPartBytes = {
  worksheet: 400 * megabyte,
  strings: 160 * megabyte,
  styles: 16 * megabyte,
  small: 4 * megabyte,
} as const;

/** Texts of the shared table, as they are kept in memory. */
export const maxStringBytes = 64 * megabyte;
export const maxStrings = 2_100_000;
export const maxFormats = 65_536;
export const maxMerges = 200_000;
/** Some four seconds' work; 100,000 rows of 20 texts that stand in their cells take 6 million. */
export const maxXmlElements = 10_000_000;
/** Characters without an element beginning or ending, and elements inside one another. */
export const maxXmlRun = 1_000_000;
export const maxXmlDepth = 64;
