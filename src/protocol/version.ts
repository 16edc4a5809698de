/** Version of the envelope. Older clients may push for ever; a newer one is told so. */
export const PROTOCOL = 1

/** Version of records and acts. Raised with an upcast whenever a stored shape changes. */
export const SCHEMA = 3

export const LIMITS = {
  bodyBytes: 1024 * 1024,
  changeBytes: 128 * 1024,
  changesPerCall: 200,
  changesPerGroup: 50,
  rowsWanted: { least: 200, most: 5_000 },
  rowsPerVersion: 2_000,
  cursorMarks: 32,
  photoBytes: 8 * 1024 * 1024,
} as const
