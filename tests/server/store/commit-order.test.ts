import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { PostgresStore, type OpenWriter } from '../../../server/store/postgres/postgres-store'
import { PostgresWriter } from '../../../server/store/postgres/postgres-writer'
import type { Store } from '../../../server/store/store'
import { postgresStore } from '../../support/postgres-store'
import { receiveTicket } from '../../support/build/ticket'
import { newId } from '../../support/build/ids'
import { WireServer, type WirePhone } from '../../support/acceptance'

const WRITERS = 8
const CALLS = 25

let made: Awaited<ReturnType<typeof postgresStore>>
beforeAll(async () => {
  made = await postgresStore(WRITERS + 4)
})
afterAll(() => made.close())

/** What a reader that follows its cursor while eight phones write never sees. */
const missedOver = async (store: Store): Promise<number> => {
  const server = new WireServer(store)
  const reader = await server.phone(['supervisor'])
  const seen = new Set<string>()
  const written = new Set<string>()
  let isWriting = true
  const write = async () => {
    const phone = await server.phone(['steward'])
    for (let call = 0; call < CALLS; call += 1) {
      const id = newId()
      const act = receiveTicket(server.community, phone.caller.staff)
      await phone.sync([phone.change('Ticket', id, act)])
      written.add(id)
    }
  }
  const read = async () => {
    while (isWriting) for (const row of (await reader.sync()).rows) seen.add(row.id)
  }
  const reading = read()
  await Promise.all(Array.from({ length: WRITERS }, write))
  isWriting = false
  await reading
  for (const row of (await reader.sync()).rows) seen.add(row.id)
  expect(written.size).toBe(WRITERS * CALLS)
  return [...written].filter((id) => !seen.has(id)).length
}

/** The counter without its lock: a number is handed out, and known, before its work is committed. */
class UnlockedWriter extends PostgresWriter {
  protected override async lockCounter(): Promise<number> {
    const { opened, take, isFirst } = gate
    gate = { ...gate, isFirst: false }
    const [row] = await made.sql<{ version: number }[]>`
      insert into company_version (company, version, backed_up_to) values (${this.company}, 1, 0)
      on conflict (company) do update set version = company_version.version + 1
      returning version`
    take()
    if (isFirst) await opened
    return Number(row?.version) - 1
  }
}

/**
 * Whether a reader misses the work of a slow writer when a quick one, begun after the slow one had its
 * number, commits before it.
 */
const missesTheSlow = async (open?: OpenWriter) => {
  const server = new WireServer(open ? new PostgresStore(made.sql, open) : made.store)
  const [slow, quick] = [await server.phone(['steward']), await server.phone(['steward'])]
  const reader = await server.phone(['supervisor'])
  const make = (phone: WirePhone) =>
    phone.change('Ticket', newId(), receiveTicket(server.community, phone.caller.staff))
  const [late, early] = [make(slow), make(quick)]
  const sending = slow.sync([late])
  if (open) await gate.taken
  await quick.sync([early])
  const seen = new Set((await reader.sync()).rows.map(({ id }) => id))
  gate.open()
  await sending
  for (const { id } of (await reader.sync()).rows) seen.add(id)
  expect(seen).toContain(early.record)
  return !seen.has(late.record)
}

interface Gate {
  readonly opened: Promise<void>
  readonly open: () => void
  readonly taken: Promise<void>
  readonly take: () => void
  readonly isFirst: boolean
}

let gate: Gate
beforeEach(() => {
  let open: () => void = () => undefined
  let take: () => void = () => undefined
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  const taken = new Promise<void>((resolve) => {
    take = resolve
  })
  gate = { opened, open: () => open(), taken, take: () => take(), isFirst: true }
})

describe('commit order under eight writers', () => {
  it('[SY14] a cursor over the version counter misses nothing', async () => {
    expect(await missedOver(made.store)).toBe(0)
    expect(await missesTheSlow()).toBe(false)
  })

  it('[SY14] control: the same acceptance over a plain sequence misses the slow one', async () => {
    const open: OpenWriter = (sql, company) => new UnlockedWriter(sql, company)
    expect(await missesTheSlow(open)).toBe(true)
  })
})
