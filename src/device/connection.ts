/** What carries the data now, as far as it matters: one pays for the one by the megabyte. */
export type Carrier = 'mobile' | 'wifi'

type Connection = EventTarget & { readonly type?: string }

const connection = (): Connection | null =>
  'connection' in navigator ? (navigator.connection as Connection) : null

const CARRIERS: Readonly<Record<string, Carrier>> = {
  ...{ cellular: 'mobile', bluetooth: 'mobile', wimax: 'mobile' },
  ...{ wifi: 'wifi', ethernet: 'wifi' },
}

/** Null where the browser does not say, iPhones and most computers, or names neither. */
export const carrier = (): Carrier | null => {
  const type = connection()?.type
  return (type && CARRIERS[type]) || null
}

export const onCarrierChange = (changed: () => void): void =>
  connection()?.addEventListener('change', changed)
