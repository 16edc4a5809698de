import type { DeviceId } from '../domain/id'
import type { Instant } from '../domain/instant'
import type { SyncRequest } from '../protocol/sync-request'
import type { ExchangeParts } from './exchange-parts'
import type { WireReply } from './wire'

/** A reply, and when it was asked for and came, by this device's clock. */
export interface Timed {
  readonly reply: WireReply
  readonly sentAt: Instant
  readonly answeredAt: Instant
}

/** The page after the one being written, asked for meanwhile. */
export interface Ahead {
  readonly cursor: string
  readonly device: DeviceId
  readonly page: Promise<Timed>
  readonly callOff: () => void
}

const NOT_REACHED: WireReply = { reached: false }

const post = async (
  { wire, now }: ExchangeParts,
  request: SyncRequest,
  signal: AbortSignal,
): Promise<Timed> => {
  const sentAt = now()
  const reply = await wire.post(request, signal)
  return { reply, sentAt, answeredAt: now() }
}

const whenAborted = (signal: AbortSignal, until: AbortSignal): Promise<void> =>
  new Promise((done) => {
    if (signal.aborted) done()
    else signal.addEventListener('abort', () => done(), { once: true, signal: until })
  })

/** [SY71] Asks for what follows while this page is written. It is used only if nothing changed until then. */
export const askAhead = (
  parts: ExchangeParts,
  request: SyncRequest,
  cursor: string,
  signal: AbortSignal,
): Ahead => {
  const own = new AbortController()
  const page = post(parts, { ...request, cursor }, AbortSignal.any([signal, own.signal]))
  // Whoever takes it hears of a failure; nobody else need.
  page.catch(() => undefined)
  return { cursor, device: request.device, page, callOff: () => own.abort() }
}

const isFor = ({ cursor, device }: Ahead, request: SyncRequest): boolean =>
  request.cursor === cursor && request.device === device && request.changes.length === 0

/** The page that was asked for ahead if it answers this call, else the call itself. */
export const postOrTake = async (
  parts: ExchangeParts,
  ahead: Ahead | null,
  request: SyncRequest,
  signal: AbortSignal,
): Promise<Timed> => {
  if (!ahead || !isFor(ahead, request)) {
    ahead?.callOff()
    return post(parts, request, signal)
  }
  const sentAt = parts.now()
  const isOver = new AbortController()
  const cut = whenAborted(signal, isOver.signal).then(() => {
    ahead.callOff()
    return { reply: NOT_REACHED, sentAt, answeredAt: parts.now() }
  })
  try {
    return await Promise.race([ahead.page, cut])
  } finally {
    isOver.abort()
  }
}
