import { mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { makeBackup } from './backup/make-backup'
import { openTarget } from './backup/open-target'
import { readSettings } from './settings'

/** `npm run backup [-- FILE]`: one file of database and photos, while the server runs or not. */
const run = async (): Promise<void> => {
  const settings = readSettings(process.env)
  const now = Date.now()
  const stamp = new Date(now).toISOString().slice(0, 19).replaceAll(':', '')
  const [named] = process.argv.slice(2)
  const path = resolve(named ?? join(settings.dataDir, 'backups', `mengya-${stamp}.tar.gz`))
  mkdirSync(dirname(path), { recursive: true })
  const target = await openTarget(settings, true)
  try {
    const { bytes, photos, photosMissing } = await makeBackup(target.sql, target.shelf, path, now)
    const size = `${(bytes / 1024 / 1024).toFixed(1)} MB`
    process.stdout.write(`备份好了 · backed up to ${path} (${size}, ${photos} photos)\n`)
    if (photosMissing > 0)
      process.stdout.write(`${photosMissing} photos are in the database but not in the folder.\n`)
  } finally {
    await target.close()
  }
}

run().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exit(1)
})
