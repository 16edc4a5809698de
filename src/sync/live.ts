import { SECOND } from '../domain/instant'
import type { StaffId } from '../domain/id'

export interface LiveParts {
  readonly staff: StaffId
  readonly open: (address: string) => EventSource
  readonly wake: () => void
  readonly chance: () => number
  readonly after: (milliseconds: number, work: () => void) => () => void
}

const POLL_EVERY = 30 * SECOND
const SPREAD = 2 * SECOND

/** Pulls when poked, after 0–2 s of chance so that a hundred phones do not come at once; else polls. */
export const listenLive = ({ staff, open, wake, chance, after }: LiveParts): (() => void) => {
  let source: EventSource | null = null
  let isStopped = false
  let callOff: () => void = () => undefined
  const poll = () => {
    callOff = after(POLL_EVERY, () => {
      wake()
      if (source === null || source.readyState === source.CLOSED) connect()
      poll()
    })
  }
  const connect = () => {
    if (isStopped) return
    source?.close()
    source = open(`/api/v1/live?staff=${staff}`)
    source.addEventListener('poke', () => void after(chance() * SPREAD, wake))
    source.addEventListener('bye', () => source?.close())
  }
  connect()
  poll()
  return () => {
    isStopped = true
    callOff()
    source?.close()
  }
}
