import { createPinia } from 'pinia'
import { createApp, ref, type App, type Ref } from 'vue'
import { calendarDay } from '../../src/domain/calendar-day'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { roundId } from '../../src/domain/round-id'
import { instantOf } from '../../src/domain/time-zone'
import type { PhoneDatabase } from '../../src/storage/phone-database'
import { saveActs } from '../../src/storage/save-acts'
import { phoneKey, type Phone } from '../../src/stores/phone'
import { createSync } from '../../src/sync/create-sync'
import { buildPatrol } from './build/patrol'
import { nameId, newId } from './build/ids'
import { allWording } from './all-wording'
import { author, PhoneDisk, syncParts } from './phone-parts'

export const TODAY = calendarDay(2026, 11, 24)
/** The instant at which the estate's clocks show so many minutes after midnight of that day. */
export const at = (hours: number, minutes = 0) =>
  instantOf(TODAY, hours * 60 + minutes, 'Asia/Shanghai')

/** A steward's phone in a basement: real storage, real domain, and a network that is not there. */
export class PatrolPhone {
  readonly tick: Ref<number>
  readonly phone: Phone
  /** One app's: the stores of every page are the same. */
  readonly plugins = [allWording(), createPinia()] as const
  readonly #disk: PhoneDisk
  #apps: App[] = []

  private constructor(
    readonly database: PhoneDatabase,
    readonly estate: ReturnType<typeof buildPatrol>,
    staff: StaffId,
    disk: PhoneDisk,
    time: number,
  ) {
    this.tick = ref(time)
    this.#disk = disk
    const now = () => this.tick.value
    const nowhere = { post: () => Promise.resolve({ reached: false as const }) }
    this.phone = {
      person: {
        ...{ staff, name: '李敏', roles: ['steward'], company: newId<CompanyId>() },
        ...{ companyName: '萌芽物业', scopes: [] },
      },
      ...{ database, now, newId, nameId, tick: this.tick },
      sync: createSync(syncParts(database, staff, nowhere, now)),
    }
  }

  static async open(time = at(9)): Promise<PatrolPhone> {
    const staff = newId<StaffId>()
    const estate = buildPatrol(staff)
    const disk = new PhoneDisk()
    const database = await disk.open()
    const saved = await saveActs(database, estate.acts, author(staff, 1))
    if (!saved.ok) throw new Error(`The estate was not laid: ${saved.error.kind}`)
    await database.outbox.clear()
    await database.shadows.clear()
    return new PatrolPhone(database, estate, staff, disk, time)
  }

  get round() {
    return roundId(this.estate.plan.id, TODAY, 'morning', nameId)
  }

  /** What a page would hold: the stores over this phone. */
  use<T>(setUp: () => T): T {
    const made: T[] = []
    const app = createApp({
      setup: () => {
        made.push(setUp())
        return () => null
      },
    })
    for (const plugin of this.plugins) app.use(plugin)
    app.provide(phoneKey, this.phone)
    this.#apps.push(app)
    app.mount(document.createElement('div'))
    const [stores] = made
    if (stores === undefined) throw new Error('The page was not set up.')
    return stores
  }

  /** The app dies; the disk stays. */
  async dieAndOpen(): Promise<PatrolPhone> {
    this.close()
    const { staff } = this.phone.person
    const database = await this.#disk.open()
    return new PatrolPhone(database, this.estate, staff, this.#disk, this.tick.value)
  }

  close(): void {
    this.phone.sync.stop()
    for (const app of this.#apps) app.unmount()
    this.#apps = []
    this.database.close()
  }
}
