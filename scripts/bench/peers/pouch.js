import PouchDB from 'pouchdb-browser'

const BATCH = 1_000

/** From an empty database to the last record in it. */
globalThis.bench = async () => {
  const database = new PouchDB(`bench-${Date.now()}`)
  const began = performance.now()
  await database.replicate.from(`${location.origin}/couch/records`, { batch_size: BATCH })
  const took = performance.now() - began
  const { doc_count: records } = await database.info()
  return { took, records }
}
