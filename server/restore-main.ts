import { resolve } from 'node:path'
import { openTarget } from './backup/open-target'
import { restoreBackup } from './backup/restore-backup'
import { readSettings } from './settings'

/** `npm run restore -- FILE`: into an empty database and photo folder only. */
const run = async (): Promise<void> => {
  const [named] = process.argv.slice(2)
  if (named === undefined) throw new Error('Name the backup: npm run restore -- FILE')
  const target = await openTarget(readSettings(process.env), false)
  try {
    const { madeAt, photos } = await restoreBackup(target.sql, target.shelf, resolve(named))
    const when = new Date(madeAt).toISOString()
    process.stdout.write(`恢复好了 · restored as of ${when}, ${photos} photos\n`)
  } finally {
    await target.close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
