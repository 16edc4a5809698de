import type { AcceptanceParts } from '../../server/acceptance/accept-sync'
import { MemoryStore } from '../../server/store/memory/memory-store'
import type { AnyAct } from '../../src/domain/kind-table'
import type { TicketAct } from '../../src/domain/ticket/act'
import type { TicketId } from '../../src/domain/ticket/ticket'
import { saveActs, type ActToSave, type SaveExtras } from '../../src/storage/save-acts'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import type { SyncWire } from '../../src/sync/wire'
import { WireServer } from './acceptance'
import { newId } from './build/ids'
import { receiveTicket } from './build/ticket'
import { author, PhoneDisk, syncParts } from './phone-parts'
import { photoServer } from './photo-server'
import { serverWire, type Weather } from './server-wire'

export const never = new AbortController().signal

export interface PhoneSetUp {
  readonly weather?: () => Weather
  /** What stands between phone and server. */
  readonly between?: (inner: SyncWire) => SyncWire
}

/** One phone of a steward: real storage, real exchanges, the real acceptance behind the wire. */
export const exchangePhone = async (server: WireServer, { weather, between }: PhoneSetUp = {}) => {
  const caller = { current: await server.staff(['steward']) }
  const disk = new PhoneDisk()
  const database = await disk.open()
  const inner = serverWire(server, () => caller.current, weather)
  const { staff } = caller.current
  const wire = between ? between(inner) : inner
  const parts = {
    ...syncParts(database, staff, wire, () => (server.clock += 10)),
    photos: photoServer(server, staff),
  }
  const saveAll = (acts: readonly ActToSave[], extras: SaveExtras = {}) =>
    saveActs(database, acts, author(staff, (server.clock += 10)), extras)
  const save = (record: string, act: TicketAct) =>
    saveAll([{ kind: 'Ticket', record, act: act satisfies AnyAct }])
  const go = async (most = 60) => {
    const memory = freshMemory()
    for (let round = 0; round < most; round += 1) {
      const result = await exchange(parts, memory, never)
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      return result
    }
    return { ended: 'circling' as const }
  }
  const goPhotos = () =>
    sendPhotos(parts, { memory: freshPhotoMemory(), signal: never, mustPause: () => false })
  const ticket = async (id: string) => (await database.tickets.get(id))?.record
  const newTicket = async (title: string, community = server.community) => {
    const id = newId<TicketId>()
    await save(id, receiveTicket(community, staff, { title }))
    return id
  }
  return { server, caller, database, parts, save, saveAll, go, goPhotos, ticket, newTicket, staff }
}

/** `acceptance`: how this server is set up, where it is not as usual. */
export const setUpPhone = async (setUp: PhoneSetUp = {}, acceptance?: AcceptanceParts) => {
  const store = new MemoryStore()
  return { store, ...(await exchangePhone(new WireServer(store, acceptance), setUp)) }
}
