import type { Caller } from '../../server/acceptance/caller'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import type { CompanyState } from '../../server/store/memory/company-state'
import { MemoryStore } from '../../server/store/memory/memory-store'
import type { AnyAct } from '../../src/domain/kind-table'
import { scopesOf } from '../../src/domain/permission'
import type { Role } from '../../src/domain/role'
import type { Ticket, TicketId } from '../../src/domain/ticket/ticket'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs, type ActToSave } from '../../src/storage/save-acts'
import { uploadStateOf } from '../../src/storage/upload-state'
import { exchange } from '../../src/sync/exchange'
import { freshMemory } from '../../src/sync/poison'
import { freshPhotoMemory, sendPhotos } from '../../src/sync/send-photos'
import { WireServer } from './acceptance'
import { newId } from './build/ids'
import { receiveTicket } from './build/ticket'
import { author, PhoneDisk, syncParts } from './phone-parts'
import { photoServer } from './photo-server'
import { serverWire, type Weather } from './server-wire'

const MOST_ROUNDS = 60
const never = new AbortController().signal

/** One of the staff with a phone: real storage, real sync, the real acceptance behind the network. */
export class StoryPhone {
  readonly #disk = new PhoneDisk()
  #database: PhoneDatabase | null = null
  #weather: Weather = 'fine'

  constructor(
    readonly name: string,
    private readonly server: WireServer,
    public caller: Caller,
  ) {}

  async database(): Promise<PhoneDatabase> {
    this.#database ??= await this.#disk.open()
    return this.#database
  }

  goesDownstairs(): void {
    this.#weather = 'lost-before'
  }

  comesUp(): void {
    this.#weather = 'fine'
  }

  /** The server does the work, and its answer never arrives. */
  losesAnswers(): void {
    this.#weather = 'lost-after'
  }

  dies(): void {
    this.#database?.close()
    this.#database = null
  }

  /** Saves on this phone at an instant; without one, now. */
  async saves(acts: readonly ActToSave[], at = (this.server.clock += 10)): Promise<void> {
    const saved = await saveActs(await this.database(), acts, author(this.caller.staff, at))
    if (!saved.ok) throw new Error(`${this.name} could not save: ${saved.error.kind}`)
  }

  does(record: string, act: AnyAct): Promise<void> {
    return this.saves([{ kind: 'Ticket', record, act }])
  }

  async finds(title: string, over: Partial<Ticket> = {}): Promise<TicketId> {
    const id = newId<TicketId>()
    const { home = null } = over
    await this.does(id, receiveTicket(this.server.community, this.caller.staff, { title, home }))
    return id
  }

  says(ticket: TicketId, words: string): Promise<void> {
    return this.does(ticket, { act: 'say', words, photos: [] })
  }

  async renames(ticket: TicketId, meant: string): Promise<void> {
    const seen = (await this.sees(ticket))?.title ?? ''
    return this.does(ticket, { act: 'edit', fields: { title: { seen, meant } } })
  }

  /** Until there is nothing to say, or nobody to say it to. Answers how it ended. */
  async uploads(): Promise<string> {
    const parts = await this.#parts()
    const memory = freshMemory()
    for (let round = 0; round < MOST_ROUNDS; round += 1) {
      const result = await exchange(parts, memory, never)
      if (result.ended === 'again' || (result.ended === 'done' && result.more)) continue
      return result.ended
    }
    return 'circling'
  }

  /** The photos it holds go up, after what names them. */
  async uploadsPhotos(): Promise<void> {
    const run = { memory: freshPhotoMemory(), signal: never, mustPause: () => false }
    await sendPhotos(await this.#parts(), run)
  }

  async sees(ticket: TicketId): Promise<Ticket | undefined> {
    return (await (await this.database()).tickets.get(ticket))?.record
  }

  async hears(ticket: TicketId): Promise<readonly string[]> {
    const thread = (await this.sees(ticket))?.thread ?? []
    return thread.flatMap((entry) => (entry.kind === 'said' ? [entry.words] : []))
  }

  async marks(ticket: TicketId) {
    return uploadStateOf(await this.database(), 'Ticket', ticket)
  }

  async #parts() {
    const wire = serverWire(
      this.server,
      () => this.caller,
      () => this.#weather,
    )
    const { staff } = this.caller
    const parts = syncParts(await this.database(), staff, wire, () => (this.server.clock += 10))
    return { ...parts, photos: photoServer(this.server, staff) }
  }
}

/** A company with nobody in it yet; `phone('王')` hires. */
export const beginStory = () => {
  const store = new MemoryStore()
  const server = new WireServer(store)
  const phone = async (name: string, roles: readonly Role[] = ['steward']) =>
    new StoryPhone(name, server, await server.staff(roles))
  const transfer = async (who: StoryPhone) => {
    const { company, staff } = who.caller
    await grantScopes(store, company, staff, [], (server.clock += 10))
    who.caller = {
      ...who.caller,
      scopes: scopesOf([], staff),
      pastRoles: who.caller.roles,
      roles: [],
    }
  }
  const backUp = (): CompanyState => store.stateOf(server.company)
  const restore = (backup: CompanyState) => {
    store.restore(server.company, { ...backup, periods: backUp().periods })
  }
  return { server, phone, transfer, backUp, restore, community: server.community }
}
