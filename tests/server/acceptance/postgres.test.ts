import { afterAll } from 'vitest'
import { postgresStore } from '../../support/postgres-store'
import { acceptanceContract } from './contract'
import { waitingContract } from './waiting-contract'

const opened: { close(): Promise<void> }[] = []

afterAll(async () => {
  for (const each of opened) await each.close()
})

const makeStore = async () => {
  const made = await postgresStore(4)
  opened.push(made)
  return made.store
}

acceptanceContract('PostgreSQL', makeStore)
waitingContract('PostgreSQL', makeStore)
