import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { postgresStore } from '../../support/postgres-store'
import { receiveTicket } from '../../support/build/ticket'
import { newId } from '../../support/build/ids'
import { WireServer } from '../../support/acceptance'

const WRITERS = 8
const CALLS = 25

let made: Awaited<ReturnType<typeof postgresStore>>
beforeAll(async () => {
  made = await postgresStore(WRITERS + 4)
})
afterAll(() => made.close())

describe('commit order under eight writers', () => {
  it('[SY14] a cursor over the version counter misses nothing', async () => {
    const server = new WireServer(made.store)
    const reader = await server.phone(['supervisor'])
    const seen = new Set<string>()
    const written = new Set<string>()
    let isWriting = true
    const write = async () => {
      const phone = await server.phone(['steward'])
      for (let call = 0; call < CALLS; call += 1) {
        const id = newId()
        await phone.sync([
          phone.change('Ticket', id, receiveTicket(server.community, phone.caller.staff)),
        ])
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
    expect([...written].filter((id) => !seen.has(id))).toEqual([])
  })

  it('[SY14] control: a plain sequence in its place does miss', async () => {
    await sql`create table plain (id bigserial primary key, writer int)`.execute(made.db)
    const missed = await missedByPlainSequence()
    expect(missed).toBeGreaterThan(0)
  })
})

/** Two writers take numbers in one order and commit in the other; a reader looks in between. */
const missedByPlainSequence = async (): Promise<number> => {
  const slow = await made.sql.reserve()
  await slow`begin`
  await slow`insert into plain (writer) values (1)`
  await made.sql`insert into plain (writer) values (2)`
  const first = await made.sql<{ id: number }[]>`select id from plain where id > 0`
  const cursor = Math.max(...first.map(({ id }) => id))
  await slow`commit`
  slow.release()
  const next = await made.sql<{ id: number }[]>`select id from plain where id > ${cursor}`
  const all = await made.sql<{ id: number }[]>`select id from plain`
  return all.length - first.length - next.length
}
