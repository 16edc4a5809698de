/** What carries the data now, as far as it matters: one pays for the one by the megabyte. */
export type Carrier = 'mobile' | 'wifi'

type Connection = EventTarget & { readonly type?: string }

const connection = (): Connection | null =>
  'connection' in navigator ? (navigator.connection as Connection) : null

const MOBILE: readonly string[] = ['cellular', 'bluetooth', 'wimax']

/** Null where the browser does not say: iPhones and most computers. */
export const carrier = (): Carrier | null => {
  const type = connection()?.type
  if (typeof type !== 'string') return null
  return MOBILE.includes(type) ? 'mobile' : 'wifi'
}

export const onCarrierChange = (changed: () => void): void =>
  connection()?.addEventListener('change', changed)
