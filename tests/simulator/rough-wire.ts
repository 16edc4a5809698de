import type { SyncRequest } from '../../src/protocol/sync-request'
import type { SyncWire, WireReply } from '../../src/sync/wire'
import type { Chance } from './chance'
import type { Cause } from './tally'

/** What the network does to a call. */
type Weather = Extract<
  Cause,
  `request ${'lost' | 'doubled' | 'again later' | 'overtaken'}` | 'answer lost'
>

const weatherOf = (chance: Chance): Weather | null => {
  const luck = chance.next()
  if (luck < 0.1) return 'request lost'
  if (luck < 0.22) return 'answer lost'
  if (luck < 0.3) return 'request doubled'
  if (luck < 0.37) return 'request again later'
  return luck < 0.42 ? 'request overtaken' : null
}

export interface WireWorld {
  readonly chance: () => Chance
  readonly isStormy: () => boolean
  readonly tell: (cause: Cause) => void
}

/** One phone's way to the server: what it sent may be lost, doubled, late, or overtaken by what came after. */
export class RoughWire implements SyncWire {
  /** Comes once more before the next call. */
  #before: SyncRequest[] = []
  /** Comes for the first time after the next call. */
  #after: SyncRequest[] = []

  constructor(
    private readonly inner: SyncWire,
    private readonly world: WireWorld,
  ) {}

  async post(request: SyncRequest, signal: AbortSignal): Promise<WireReply> {
    const weather = this.world.isStormy() ? weatherOf(this.world.chance()) : null
    if (weather) this.world.tell(weather)
    const [before, after] = [this.#before, this.#after]
    this.#before = []
    this.#after = []
    for (const each of before) await this.inner.post(each, signal)
    const reply = await this.#send(request, weather, signal)
    for (const each of after) await this.inner.post(each, signal)
    return reply
  }

  async #send(
    request: SyncRequest,
    weather: Weather | null,
    signal: AbortSignal,
  ): Promise<WireReply> {
    if (weather === 'request overtaken') this.#after.push(request)
    if (weather === 'request lost' || weather === 'request overtaken') return { reached: false }
    const reply = await this.inner.post(request, signal)
    if (weather === 'request again later') this.#before.push(request)
    if (weather === 'request doubled') return this.inner.post(request, signal)
    return weather === 'answer lost' ? { reached: false } : reply
  }
}
