/** The two peers' servers over the same records, and their pages. */
import express from 'express'
import expressPouch from 'express-pouchdb'
import { readFileSync } from 'node:fs'
import PouchDB from 'pouchdb'
import memory from 'pouchdb-adapter-memory'

const { PEERS_PORT = '', PEERS_RECORDS = '', PEERS_PAGES = '' } = process.env
const records = JSON.parse(readFileSync(PEERS_RECORDS, 'utf8')).sort((a, b) =>
  a.id < b.id ? -1 : 1,
)

PouchDB.plugin(memory)
const InMemory = PouchDB.defaults({ adapter: 'memory' })
const app = express()
app.use('/pages', express.static(PEERS_PAGES))
app.get('/pull', ({ query }, answer) => {
  const after = String(query.after ?? '')
  const from = records.findIndex(({ id }) => id > after)
  const until = from + Number(query.limit)
  answer.json(from < 0 ? [] : records.slice(from, until))
})
app.use('/couch', expressPouch(InMemory, { inMemoryConfig: true, mode: 'minimumForPouchDB' }))
// It knows only of what is made after it.
await new InMemory('records').bulkDocs(records.map(({ id, ...rest }) => ({ _id: id, ...rest })))
app.listen(Number(PEERS_PORT), '127.0.0.1', () => process.stdout.write('listening\n'))
