import { connectTo } from '../../server/database/address'
import { migrate } from '../../server/store/migration/migrate'
import { kyselyOver, PostgresStore } from '../../server/store/postgres/postgres-store'
import { testDatabase } from './postgres'

/** A migrated database of one's own with a store over it. */
export const postgresStore = async (max = 10) => {
  const database = await testDatabase()
  const sql = connectTo(database.address, { max })
  const db = kyselyOver(sql)
  await migrate(db)
  return {
    sql,
    db,
    address: database.address,
    store: new PostgresStore(sql),
    close: async () => {
      await sql.end()
      await database.close()
    },
  }
}
