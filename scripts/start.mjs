/** `npm start`: installs if needed, builds if sources changed, then runs the server in this process. */
import { pathToFileURL } from 'node:url'
import { ensureBuilt } from './ensure-built.mjs'
import { ensureInstalled } from './ensure-installed.mjs'

ensureInstalled()
ensureBuilt()
await import(pathToFileURL('dist/server/main.js').href)
