/** [LK4] So many wrong codes in a row, and only signing in opens. */
export const MOST_WRONG = 10

/** [LK6] After how many minutes away the app locks by itself; 0 is never. */
export const AWAY_MINUTES = [0, 1, 5, 15] as const
export type AwayMinutes = (typeof AWAY_MINUTES)[number]
