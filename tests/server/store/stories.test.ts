import 'fake-indexeddb/auto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeRoomForBackups, postgresGround } from '../../simulator/postgres-ground'
import { simulate, type GroundFor } from '../../simulator/simulate'
import { postgresStore } from '../../support/postgres-store'

let held: Awaited<ReturnType<typeof postgresStore>>
beforeAll(async () => {
  held = await postgresStore(4)
  await makeRoomForBackups(held.sql)
})
afterAll(() => held.close())

const groundFor: GroundFor = (company, control, chance) =>
  postgresGround(held.sql, company, control, chance)

describe('[SY57] the simulator over real PostgreSQL', () => {
  it('loses nothing, doubles nothing and agrees', async () => {
    for (const seed of [9, 17, 20, 100])
      expect([seed, (await simulate(seed, { groundFor })).faults]).toEqual([seed, []])
  })

  it('tells the story that memory tells', async () => {
    const told = await simulate(3, { groundFor })
    expect(told.digest).toBe((await simulate(3)).digest)
  })

  it('goes red when an answer is trusted before its commit', async () => {
    const control = 'ack-before-commit'
    let red = 0
    for (let seed = 1; seed <= 40 && red === 0; seed += 1)
      red = (await simulate(seed, { control, groundFor })).faults.length
    expect(red).toBeGreaterThan(0)
  })
})
