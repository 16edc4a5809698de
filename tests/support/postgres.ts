import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { connectTo, type DatabaseAddress } from '../../server/database/address'

export interface TestDatabase {
  readonly address: DatabaseAddress
  close(): Promise<void>
}

const inDatabase = (address: DatabaseAddress, name: string): DatabaseAddress => {
  if (!('url' in address)) return { ...address, database: name }
  const url = new URL(address.url)
  url.pathname = `/${name}`
  return { url: url.href }
}

const run = async (statement: string) => {
  const sql = connectTo(inject('postgres'), { max: 1 })
  try {
    await sql.unsafe(statement)
  } finally {
    await sql.end()
  }
}

/** A fresh, empty database in the run's PostgreSQL. */
export const testDatabase = async (): Promise<TestDatabase> => {
  const name = `test_${randomBytes(6).toString('hex')}`
  await run(`create database ${name}`)
  return {
    address: inDatabase(inject('postgres'), name),
    close: () => run(`drop database ${name} with (force)`),
  }
}
