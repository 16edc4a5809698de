import { afterAll } from 'vitest'
import { postgresStore } from '../../support/postgres-store'
import { acceptanceContract } from './contract'

const opened: { close(): Promise<void> }[] = []

afterAll(async () => {
  for (const each of opened) await each.close()
})

acceptanceContract('PostgreSQL', async () => {
  const made = await postgresStore(4)
  opened.push(made)
  return made.store
})
