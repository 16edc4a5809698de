import { HANDED_ON, mayTakeOn } from '../../src/domain/hand-on'
import type { CompanyId, StaffId } from '../../src/domain/id'
import type { Instant } from '../../src/domain/instant'
import type { AnyAct } from '../../src/domain/kind-table'
import { scopesOf } from '../../src/domain/permission'
import type { PlaceId } from '../../src/domain/place'
import { communityScope, type Scope } from '../../src/domain/scope'
import { withBuildings } from '../../src/domain/served-building'
import { inForce } from '../../src/domain/stand-in'
import type { HandOn, OpenWork } from '../../src/protocol/open-work'
import type { AcceptanceServices } from '../acceptance/services'
import { takeOwn, type OwnDeed } from '../acceptance/take-own'
import type { PostgresStore } from '../store/postgres/postgres-store'
import type { Account, AccountAct } from './account'
import { accountFromRow } from './account-book'
import { changeAccount, type Within } from './change-account'
import { heldOpen, type HeldOpen } from './held-open'
import { noteDeed } from './note-deed'
import { openThings, scopeOfPromise, type OpenThing } from './open-work'
import { shownOpenWork } from './shown-open-work'

/** One version holds two thousand rows; whoever has more open is handed on in turns. */
const MOST_DEEDS = 1_500

interface Looked {
  readonly leaver: Account
  readonly others: readonly Account[]
  readonly held: HeldOpen
  readonly things: readonly OpenThing[]
}

const scopesNow = ({ grants, staff }: Account, at: Instant): ReadonlySet<Scope> =>
  new Set(scopesOf(inForce(grants, at), staff))

const deedOf = (thing: OpenThing, to: StaffId, words: string): OwnDeed | null => {
  const { what, ticket, promise } = thing
  if (promise)
    return {
      key: { kind: 'OwnerPromise', id: promise.id },
      act: { act: 'handOver', to, words } satisfies AnyAct,
    }
  if (!ticket) return null
  const key = { kind: 'Ticket', id: ticket.id } as const
  return what === 'first'
    ? { key, act: { act: 'offerFirst', to, words } }
    : { key, act: { act: 'assign', from: ticket.status, to, words } }
}

/**
 * [AC8] [AC9] Somebody leaves: what they have open is listed, and passes to colleagues by name, in the
 * transaction that closes the account. Done again it does no more: what passed or waits is listed no more.
 */
export class LeaverDesk {
  constructor(
    private readonly store: PostgresStore,
    private readonly services: Pick<AcceptanceServices, 'newMark' | 'nameId'>,
  ) {}

  openWork(company: CompanyId, staff: StaffId, asker: Account, at: Instant): Promise<OpenWork> {
    return this.store.writeWith(company, async (writer, db) => {
      const looked = await this.#look({ writer, db }, company, staff, at)
      return shownOpenWork(looked.things, looked.held, staff, asker)
    })
  }

  /** False where somebody named may not take what is given, or does not work here. */
  handOn(leaver: Account, wanted: HandOn, act: AccountAct): Promise<boolean> {
    const { company, staff } = leaver
    return this.store.writeWith(company, async (writer, db) => {
      const within: Within = { writer, db, services: this.services }
      const before = await this.#look(within, company, staff, act.at)
      if (!this.#isSound(wanted, before, act.at)) return false
      const hasBuildings = await this.#giveBuildings(within, before, wanted, act)
      const now = hasBuildings ? await this.#look(within, company, staff, act.at) : before
      const deeds = this.#deeds(now, wanted, act.at).slice(0, MOST_DEEDS)
      const scopes = [...new Set(now.things.flatMap(scopeOfThing))]
      const author = { ...act, role: 'manager' as const, scopes }
      await takeOwn(writer, deeds, author, this.services)
      if (deeds.length > 0 || hasBuildings)
        await noteDeed(db, { company, subject: staff, what: 'handOn' }, act)
      if (wanted.close)
        await changeAccount(within, leaver, act, (account) => ({
          ...{ ...account, closedAt: account.closedAt ?? act.at },
        }))
      return true
    })
  }

  async #look(
    within: Pick<Within, 'writer' | 'db'>,
    company: CompanyId,
    staff: StaffId,
    at: Instant,
  ): Promise<Looked> {
    const rows = await within.db
      .selectFrom('account')
      .selectAll()
      .where('company', '=', company)
      .orderBy('staff')
      .execute()
    const accounts = rows.map(accountFromRow)
    const leaver = accounts.find((each) => each.staff === staff)
    if (!leaver) throw new Error('The account went away')
    const others = accounts.filter((each) => each.staff !== staff && each.closedAt === null)
    const held = await heldOpen(within, company, staff, at)
    return { leaver, others, held, things: openThings(leaver, others, held, at) }
  }

  #isSound({ give }: HandOn, { others }: Looked, at: Instant): boolean {
    return give.every(({ what, community, to }) => {
      const whom = others.find(({ staff }) => staff === to)
      return whom !== undefined && mayTakeOn(what, inForce(whom.grants, at), community)
    })
  }

  /** First, for promises pass only to whoever is given to see them. */
  async #giveBuildings(
    within: Within,
    { leaver, things }: Looked,
    { give }: HandOn,
    act: AccountAct,
  ): Promise<boolean> {
    let hasGiven = false
    for (const { what, community, to } of give) {
      if (what !== 'buildings') continue
      const buildings = things
        .filter((thing) => thing.what === what && thing.community === community)
        .map(({ id }) => id as PlaceId)
      if (buildings.length === 0) continue
      hasGiven = true
      await changeAccount(within, { company: leaver.company, staff: to }, act, (account) => ({
        ...{ ...account, grants: withBuildings(account.grants, community, buildings) },
      }))
    }
    return hasGiven
  }

  #deeds({ others, things }: Looked, { give, words }: HandOn, at: Instant): readonly OwnDeed[] {
    return HANDED_ON.flatMap((kind) => give.filter(({ what }) => what === kind)).flatMap(
      ({ what, community, to }) => {
        const whom = others.find(({ staff }) => staff === to)
        if (!whom) return []
        const scopes = scopesNow(whom, at)
        return things
          .filter((thing) => thing.what === what && thing.community === community)
          .filter(({ passingTo }) => passingTo === null)
          .filter(({ promise }) => !promise || scopes.has(scopeOfPromise(promise)))
          .flatMap((thing) => deedOf(thing, to, words) ?? [])
      },
    )
  }
}

const scopeOfThing = ({ community, promise }: OpenThing): readonly Scope[] => [
  promise ? scopeOfPromise(promise) : communityScope(community),
]
