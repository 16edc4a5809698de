import { beforeEach, describe, expect, it } from 'vitest'
import { grantScopes } from '../../server/acceptance/grant-scopes'
import { weeklySheetExample, wrapUpExample } from '../../server/openapi/example/day-end'
import { KIND_EXAMPLES } from '../../server/openapi/example/kind-examples'
import { BUILDING, COMMUNITY } from '../../server/openapi/example/names'
import { MemoryStore } from '../../server/store/memory/memory-store'
import { KIND_NAMES, type AnyAct, type AnyRecord, type KindName } from '../../src/domain/kind-table'
import type { StaffId } from '../../src/domain/id'
import { scopesOf } from '../../src/domain/permission'
import { weeklySheetId } from '../../src/domain/weekly-sheet/weekly-sheet'
import { wrapUpId } from '../../src/domain/wrap-up/wrap-up'
import { recordKey } from '../../src/storage/record-key'
import { saveActs } from '../../src/storage/save-acts'
import { WireServer } from '../support/acceptance'
import { nameId, newId } from '../support/build/ids'
import { EVERY_ACT, type ActRow } from '../support/every-act'
import { author } from '../support/phone-parts'
import { StoryPhone } from '../support/story'

let server: WireServer
let store: MemoryStore
let wang: StoryPhone
let zhao: StoryPhone

/** Every role there is but none of a night check's: what is tried here is time, not permission. */
const ROLES = ['administrator', 'manager', 'steward', 'engineer'] as const

beforeEach(async () => {
  store = new MemoryStore()
  server = new WireServer(store, undefined, newId(), COMMUNITY)
  wang = new StoryPhone('王', server, await server.staff(ROLES, [COMMUNITY], [BUILDING]))
  zhao = new StoryPhone('赵', server, await server.staff(ROLES, [COMMUNITY], [BUILDING]))
})

const ACTS = KIND_NAMES.flatMap((kind) =>
  Object.entries<ActRow>(EVERY_ACT[kind]).map(([name, row]) => ({
    title: `${kind} ${name}`,
    kind,
    name,
    ...row,
  })),
)
type Tried = (typeof ACTS)[number]

const exampleOf = (kind: KindName, name: string): AnyAct => {
  const acts: Readonly<Record<string, AnyAct>> = KIND_EXAMPLES[kind].acts
  const act = acts[name]
  if (!act) throw new Error(`No example of ${kind}.${name}`)
  return act
}
/** A day and a week are 王’s own: their records are named after him. */
const OWN_RECORD: { readonly [Kind in KindName]?: (staff: StaffId) => string } = {
  WrapUp: (staff) => wrapUpId(staff, COMMUNITY, wrapUpExample.acts.save.day, nameId),
  WeeklySheet: (staff) =>
    weeklySheetId(staff, COMMUNITY, weeklySheetExample.acts.send.week, nameId),
}
const recordOf = ({ kind }: Pick<Tried, 'kind'>): string =>
  OWN_RECORD[kind]?.(wang.caller.staff) ?? KIND_EXAMPLES[kind].record
const heldBy = async (phone: StoryPhone, { kind }: Tried): Promise<AnyRecord | null> => {
  const row = await (await phone.database()).held(kind).get(recordOf({ kind }))
  return row?.record ?? null
}

const lastOf = (seen: AnyRecord | null) => {
  if (seen && 'states' in seen) return seen.states.at(-1)?.change
  return seen && 'thread' in seen ? seen.thread.at(-1)?.change : undefined
}

/** The act as somebody at this phone would send it: from what they see, in words of their own. */
const actAt = async (phone: StoryPhone, tried: Tried, name = tried.name): Promise<AnyAct> => {
  const seen = await heldBy(phone, tried)
  const example = exampleOf(tried.kind, name)
  const from = 'from' in example && seen && 'status' in seen ? { from: seen.status } : {}
  const step = seen && 'before' in seen ? seen.before?.change : lastOf(seen)
  const proposed =
    seen && 'thread' in seen
      ? (seen.thread as readonly { kind: string; change: string }[])
          .filter(({ kind }) => kind === 'declineProposed')
          .at(-1)?.change
      : undefined
  const confirmed = name === 'confirmDecline' && proposed ? { proposal: proposed } : {}
  const undone = name === 'undo' && step ? { change: step } : {}
  const isHanded = tried.kind === 'OwnerPromise' || name === 'offerFirst'
  const handed = isHanded && 'to' in example ? { to: phone.caller.staff } : {}
  // The community names one leader to both.
  const led = 'leader' in example ? { leader: wang.caller.staff } : {}
  const owned = OWN_RECORD[tried.kind] && 'staff' in example ? { staff: phone.caller.staff } : {}
  const read =
    tried.kind === 'OwnerLetter' && 'of' in example && seen && 'written' in seen
      ? { of: seen.written.change }
      : {}
  const noted =
    'note' in example && seen && 'reveals' in seen ? { note: seen.notes.at(-1)?.change } : {}
  const put =
    name === 'withdrawPaper' && seen && 'papers' in seen
      ? { paper: seen.papers.at(-1)?.change }
      : {}
  const taken =
    'telling' in example && seen && 'thread' in seen ? { telling: seen.thread.at(-1)?.change } : {}
  const said = ['words', 'reason'].flatMap((field) =>
    field in example ? [[field, `${phone.name}说的:${tried.name}`]] : [],
  )
  return {
    ...example,
    ...Object.fromEntries(said),
    ...from,
    ...undone,
    ...confirmed,
    ...read,
    ...{ ...noted, ...put, ...taken },
    ...handed,
    ...{ ...owned, ...led },
  } as AnyAct
}
const send = async (phone: StoryPhone, { kind }: Tried, act: AnyAct) => {
  const at = (server.clock += 10)
  const record = recordOf({ kind })
  const database = await phone.database()
  return saveActs(database, [{ kind, record, act }], author(phone.caller.staff, at))
}
const prepare = async (tried: Tried): Promise<void> => {
  for (const name of tried.after) {
    const saved = await send(wang, tried, await actAt(wang, tried, name))
    if (!saved.ok) throw new Error(`${tried.kind}.${name} was not saved: ${saved.error.kind}`)
  }
  await meet()
}
const meet = async () => {
  for (const phone of [wang, zhao, wang, zhao]) expect(await phone.uploads()).toBe('done')
}
const waiting = async (phone: StoryPhone, tried: Tried) =>
  (await phone.database()).outbox
    .where('key')
    .equals(recordKey(tried.kind, recordOf(tried)))
    .count()
const outcomes = async (phone: StoryPhone) => {
  const database = await phone.database()
  const settled = [...(await database.journal.toArray()), ...(await database.outbox.toArray())]
  return settled.map(({ outcome }) => outcome?.outcome)
}
const sameEverywhere = async (tried: Tried) => {
  const [one, other] = [await heldBy(wang, tried), await heldBy(zhao, tried)]
  expect(one).toEqual(other)
  return one
}
/** What somebody wrote stands in the record, whatever became of the step. */
const isSaid = (record: AnyRecord | null, act: AnyAct): boolean =>
  [...JSON.stringify(act).matchAll(/[王赵]说的:\w+/g)].every(([words]) =>
    JSON.stringify(record).includes(words),
  )

describe.each(ACTS)('$title', (tried) => {
  it('tapped twice at once has one effect, or two that both stand', async () => {
    await prepare(tried)
    const act = await actAt(wang, tried)
    const [one, other] = await Promise.all([send(wang, tried, act), send(wang, tried, act)])
    expect(one.ok).toBe(true)
    expect(other.ok).toBe(tried.again === 'stands')
    expect(await waiting(wang, tried)).toBe(tried.again === 'stands' ? 2 : 1)
    await meet()
    expect(await outcomes(wang)).not.toContain('refused')
    expect(isSaid(await sameEverywhere(tried), act)).toBe(true)
  })

  it('sent again after the phone died is no different', async () => {
    await prepare(tried)
    const act = await actAt(wang, tried)
    await send(wang, tried, act)
    wang.losesAnswers()
    await wang.uploads()
    wang.dies()
    const again = await send(wang, tried, act)
    expect(again.ok).toBe(tried.again === 'stands')
    wang.comesUp()
    await meet()
    expect(await outcomes(wang)).not.toContain('refused')
    expect(isSaid(await sameEverywhere(tried), act)).toBe(true)
  })

  if (!tried.own)
    it('done on two phones at once is kept from both', async () => {
      await prepare(tried)
      const [his, hers] = [await actAt(wang, tried), await actAt(zhao, tried)]
      for (const phone of [wang, zhao]) phone.goesDownstairs()
      expect((await send(wang, tried, his)).ok).toBe(true)
      expect((await send(zhao, tried, hers)).ok).toBe(true)
      for (const phone of [wang, zhao]) phone.comesUp()
      await meet()
      const all = [...(await outcomes(wang)), ...(await outcomes(zhao))]
      expect(all).not.toContain('refused')
      expect(all.includes('noted')).toBe(tried.again === 'noted')
      const record = await sameEverywhere(tried)
      expect(isSaid(record, his)).toBe(true)
      const hasThread = ['Ticket', 'Round', 'OwnerPromise'].includes(tried.kind)
      if (hasThread && !['receive', 'make'].includes(tried.name))
        expect(isSaid(record, hers)).toBe(true)
    })

  it('before its record is there saves nothing, and says so', async () => {
    const saved = await send(wang, tried, await actAt(wang, tried))
    expect(saved.ok).toBe(tried.after.length === 0)
    if (!saved.ok) expect(saved.error.kind).toBe('refused')
    expect(await waiting(wang, tried)).toBe(tried.after.length === 0 ? 1 : 0)
  })

  it('saved while its duty was one’s own is taken after the duty is gone', async () => {
    await prepare(tried)
    wang.goesDownstairs()
    await send(wang, tried, await actAt(wang, tried))
    const { staff, company, roles } = wang.caller
    await grantScopes(store, company, staff, [], (server.clock += 10))
    wang.caller = { ...wang.caller, scopes: scopesOf([], staff), pastRoles: roles, roles: [] }
    wang.comesUp()
    for (const phone of [wang, zhao, wang]) expect(await phone.uploads()).toBe('done')
    expect(await outcomes(wang)).not.toContain('refused')
  })
})

type End = (by: StoryPhone, tried: Tried) => Promise<void>

const isClosed = async (at: StoryPhone, tried: Tried) => {
  const seen = await heldBy(at, tried)
  return !!seen && 'status' in seen && seen.status === 'closed'
}
const endTicket: End = async (by, tried) => {
  if (await isClosed(by, tried)) await send(by, tried, await actAt(by, tried, 'reopen'))
  await send(by, tried, await actAt(by, tried, 'assign'))
  for (const name of ['decline', 'tellOwner', 'close'])
    await send(by, tried, await actAt(by, tried, name))
  expect(await isClosed(by, tried)).toBe(true)
}
const endRound: End = async (by, tried) => {
  if (!(await heldBy(by, tried))) await send(by, tried, await actAt(by, tried, 'start'))
  await send(by, tried, await actAt(by, tried, 'endEarly'))
}
const ENDED = ACTS.filter(({ name }) => name !== 'receive').flatMap((tried) => {
  const end = { Ticket: endTicket, Round: endRound }[tried.kind as string]
  return end ? [{ ...tried, end }] : []
})

describe.each(ENDED)('$title, sent late', ({ end, ...tried }) => {
  it('after a colleague has ended it all is kept as what it was', async () => {
    await prepare(tried)
    const [late, first] = tried.own ? [wang, zhao] : [zhao, wang]
    const act = await actAt(late, tried)
    late.goesDownstairs()
    expect((await send(late, tried, act)).ok).toBe(true)
    await end(first, tried)
    await first.uploads()
    late.comesUp()
    await meet()
    expect([...(await outcomes(wang)), ...(await outcomes(zhao))]).not.toContain('refused')
    expect(isSaid(await sameEverywhere(tried), act)).toBe(true)
  })
})
