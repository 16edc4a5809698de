/** `npm run restore`: installs and builds if needed, then runs the program beside the server. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
ensureBuilt()
await import(pathToFileURL('dist/server/restore.js').href)
