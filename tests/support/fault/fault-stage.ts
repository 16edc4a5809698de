import { join } from 'node:path'
import pino from 'pino'
import type { Sql } from 'postgres'
import { expect } from 'vitest'
import { connectTo, type DatabaseAddress } from '../../../server/database/address'
import { createParts } from '../../../server/parts'
import { diskStore } from '../../../server/photo/photo-store'
import { PUBLIC_URL } from '../http-client'
import { HttpCompany, PASSWORD } from '../http-company'
import { BusyPhone } from './busy-phone'
import { brokenPhotos, halfWritten, lost, wholeStory } from './oracle'
import { Witness } from './witness'

const NAMES = ['李敏', '周杰', '王芳', '赵强']

export interface Stage {
  readonly sql: Sql
  readonly phones: readonly BusyPhone[]
  /** Everybody works on their phones until `meanwhile` has ended. */
  underLoad(meanwhile: () => Promise<void>, onTrouble?: (phone: BusyPhone) => void): Promise<void>
  /** Until so many more acts were acknowledged. */
  untilMore(acts: number): Promise<void>
  /** Every acknowledged act is there, nothing is half-written. Asked while nobody sends. */
  checkNow(): Promise<void>
  /** All that was saved is there exactly once, on every phone too. */
  checkAtRest(): Promise<void>
  end(): Promise<void>
}

/** A company with busy phones at a server that runs already over this database. */
export const faultStage = async (
  url: string,
  address: DatabaseAddress,
  photoDir: string,
): Promise<Stage> => {
  const sql = connectTo(address, { max: 4 })
  const settings = {
    ...{ publicUrl: PUBLIC_URL, trustProxy: false, metricsToken: null, drainSeconds: 0 },
    ...{ erasureLedger: join(photoDir, 'erasures.jsonl'), rowsKeptDays: 90 },
  }
  const log = pino({ level: 'silent' })
  const photoStore = diskStore(photoDir)
  const around = { settings, sql, log, photoStore, now: () => Date.now(), appFolder: null }
  const parts = createParts(around)
  const company = await HttpCompany.begin(parts, url, '萌芽物业')
  const phones = await Promise.all(
    NAMES.map(async (name) => {
      const { account } = await company.account('steward')
      const witness = new Witness(url)
      const reply = await witness.signIn(account, PASSWORD)
      if (reply.status !== 200) throw new Error(`sign-in: ${reply.status}`)
      return BusyPhone.begin(name, witness, company.community)
    }),
  )
  const checkNow = async () => {
    expect(await lost(sql, phones)).toEqual([])
    expect(await halfWritten(sql)).toEqual([])
    expect(await brokenPhotos(sql, photoDir)).toEqual([])
  }
  const acknowledged = () => phones.reduce((sum, { witness }) => sum + witness.acknowledged.size, 0)
  return {
    ...{ sql, phones, checkNow },
    untilMore: async (acts) => {
      const wanted = acknowledged() + acts
      await expect.poll(acknowledged, { timeout: 60_000, interval: 10 }).toBeGreaterThan(wanted)
    },
    underLoad: async (meanwhile, onTrouble = () => undefined) => {
      let isOver = false
      const working = phones.map((phone) =>
        phone.work(
          () => isOver,
          () => onTrouble(phone),
        ),
      )
      await meanwhile().finally(() => (isOver = true))
      await Promise.all(working)
    },
    checkAtRest: async () => {
      for (const phone of [...phones, ...phones]) await phone.settle()
      await checkNow()
      const { held, saved } = await wholeStory(sql, phones)
      expect(held).toEqual(saved)
      for (const phone of phones) {
        expect(await phone.unsent()).toBe(0)
        expect(await phone.photosMissing()).toEqual([])
        expect(await phone.shows()).toEqual(saved.titles)
      }
      expect(saved.titles.length).toBeGreaterThanOrEqual(phones.length)
      expect(saved.words.length).toBeGreaterThan(0)
    },
    end: () => sql.end({ timeout: 1 }),
  }
}
