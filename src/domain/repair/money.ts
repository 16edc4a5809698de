import * as v from 'valibot'

/** Money is whole fen, never a fraction of a yuan. */
export type Fen = number

/** A hundred thousand yuan: beyond it somebody has put the point in the wrong place. */
export const MOST_FEN = 10_000_000

export const fenSchema = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_FEN))

const FEN = 100

/** `12.5` yuan as 1250 fen; null where there is more than the fen after the point, or less than nothing. */
export const yuanToFen = (yuan: number): Fen | null => {
  const fen = Math.round(yuan * FEN)
  return yuan >= 0 && Math.abs(yuan * FEN - fen) < 1e-6 ? fen : null
}

export const fenToYuan = (fen: Fen): number => fen / FEN

/** `1,280.50`, always to the fen. */
export const yuanOf = (fen: Fen): string => {
  const yuan = String(Math.floor(fen / FEN)).replace(/\B(?=(\d{3})+$)/g, ',')
  return `${yuan}.${String(fen % FEN).padStart(2, '0')}`
}
