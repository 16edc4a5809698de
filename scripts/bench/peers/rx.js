import { createRxDatabase } from 'rxdb/plugins/core'
import { replicateRxCollection } from 'rxdb/plugins/replication'
import { getRxStorageDexie } from 'rxdb/plugins/storage-dexie'

const BATCH = 1_000

const schema = {
  ...{ version: 0, primaryKey: 'id', type: 'object', required: ['id'] },
  properties: {
    id: { type: 'string', maxLength: 40 },
    kind: { type: 'string' },
    record: { type: 'object' },
  },
}

/** From an empty database to the last record in it. */
globalThis.bench = async () => {
  const name = `bench${Date.now()}`
  const database = await createRxDatabase({ name, storage: getRxStorageDexie() })
  const { records } = await database.addCollections({ records: { schema } })
  const began = performance.now()
  const replication = replicateRxCollection({
    ...{ collection: records, replicationIdentifier: name, live: false },
    pull: {
      batchSize: BATCH,
      async handler(checkpoint, limit) {
        const answer = await fetch(`/pull?after=${checkpoint?.id ?? ''}&limit=${limit}`)
        const documents = (await answer.json()).map((each) => ({ ...each, _deleted: false }))
        return { documents, checkpoint: { id: documents.at(-1)?.id ?? checkpoint?.id ?? '' } }
      },
    },
  })
  await replication.awaitInitialReplication()
  const took = performance.now() - began
  return { took, records: await records.count().exec() }
}
