import { FIRST_TIMING } from '../../src/domain/clock/first-timing'
import { HOLIDAYS_2026 } from '../../src/domain/clock/holidays-2026'
import type { Community, CommunityId } from '../../src/domain/community'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { DAY, type Instant } from '../../src/domain/instant'
import { scopesOf, type Grant } from '../../src/domain/permission'
import type { PlaceId } from '../../src/domain/place'
import type { AccountBook } from '../account/account-book'
import type { AccountDesk } from '../account/account-desk'
import type { PhotoShelf } from '../photo/photo-shelf'
import type { Store } from '../store/store'
import { BUILDINGS } from './estate'
import { DEMONSTRATION_PASSWORD, type Person } from './people'
import type { Hand } from './timeline'
import { DemonstrationDevice, demonstrationId } from './writer'

export interface DemonstrationParts {
  readonly store: Store
  readonly accounts: AccountBook
  readonly accountDesk: AccountDesk
  readonly photos: PhotoShelf
  readonly now: Instant
}

/** How far back the demonstration goes. */
export const BEGAN = 60 * DAY

const DEADLINES: Community['deadlines'] = {
  version: 1,
  urgentOnSite: 45,
  ordinaryRepair: 24 * 60,
  complaintFirstAnswer: 24 * 60,
  majorToLeader: 60,
  defect: 72 * 60,
  hazard: 4 * 60,
}

const PHRASES = [
  '已现场处理',
  '需要配件',
  '已联系维保单位',
  '已设围挡',
  '渗水,约每秒一滴',
  '灯不亮',
  '有异响',
  '关不严',
]

/** Builds one company: accounts first, then what is written in their name. */
export class CompanyFiller {
  readonly company: CompanyId
  readonly communityId: CommunityId
  readonly hands = new Map<string, Hand>()

  constructor(
    private readonly parts: DemonstrationParts,
    private readonly key: string,
    private readonly names: { readonly company: string; readonly community: string },
  ) {
    this.company = demonstrationId<CompanyId>(`company ${key}`)
    this.communityId = demonstrationId<CommunityId>(`community ${key}`)
  }

  get community(): Community {
    return {
      id: this.communityId,
      ...{ name: this.names.community, zone: 'Asia/Shanghai', address: '', deadlines: DEADLINES },
      timing: { ...FIRST_TIMING, calendar: { ...FIRST_TIMING.calendar, ...HOLIDAYS_2026 } },
      ...{ phrases: PHRASES, leader: this.hands.get('chenli')?.staff ?? null },
    }
  }

  hand(account: string): Hand {
    const hand = this.hands.get(account)
    if (!hand) throw new Error(`Nobody is called ${account}`)
    return hand
  }

  async people(people: readonly Person[]): Promise<void> {
    for (const person of people) await this.#person(person)
  }

  /** Last of all: until the company stands, the next start clears what was left and begins again. */
  async stand(): Promise<void> {
    await this.parts.accounts.addCompany(this.company, this.names.company, true)
  }

  async #person({ account, name, roles, buildings }: Person): Promise<void> {
    const { store, accountDesk, now } = this.parts
    const staff = demonstrationId<StaffId>(`staff ${this.key} ${account}`)
    const served = (buildings ?? BUILDINGS.map(({ number }) => number)).map((number) =>
      demonstrationId<PlaceId>(`place ${number}栋`),
    )
    const grants = roles.map((role): Grant => ({
      role,
      community: this.communityId,
      buildings: served,
    }))
    const { company } = this
    const whole = { company, staff, account, name, roles, grants, closedAt: null }
    const act = { by: staff, at: now - BEGAN }
    if (!(await accountDesk.open(whole, DEMONSTRATION_PASSWORD, act)))
      throw new Error(`The account ${account} exists already`)
    const caller = { company, staff, roles, scopes: scopesOf(grants, staff) }
    const device = new DemonstrationDevice(store, caller, `${this.key} ${account}`)
    this.hands.set(account, { staff, device, scopes: caller.scopes })
  }

  /** The community, written by the administrator. */
  async ground(administrator: string): Promise<void> {
    const { device } = this.hand(administrator)
    const at = this.parts.now - BEGAN
    device.do(at, 'Community', this.communityId, { act: 'found', community: this.community })
    await device.send()
  }
}
