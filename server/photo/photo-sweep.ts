import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { DAY, type Instant } from '../../src/domain/instant'
import type { ServerParts } from '../http/environment'

const UNFINISHED_LIVES = 30 * DAY
const UNNAMED_LIVES = 180 * DAY

type SweepParts = Pick<ServerParts, 'photos' | 'photoRegister'>

const sweepUploads = async (folder: string, before: Instant): Promise<number> => {
  let swept = 0
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const found = await stat(path).catch(() => null)
    if (!found || found.mtimeMs >= before) continue
    await rm(path, { force: true })
    swept += 1
  }
  return swept
}

const sweepUnnamed = async (parts: SweepParts, before: Instant): Promise<number> => {
  const unnamed = await parts.photoRegister.unnamed(before)
  for (const photo of unnamed) {
    await parts.photoRegister.forget(photo)
    await parts.photos.remove(photo.company, photo.sha256)
  }
  return unnamed.length
}

/** [WI11] Unfinished uploads live 30 days, photos no record names 180. */
export const sweepPhotos = async (parts: SweepParts, now: Instant) => ({
  uploads: await sweepUploads(parts.photos.uploads, now - UNFINISHED_LIVES),
  photos: await sweepUnnamed(parts, now - UNNAMED_LIVES),
})
