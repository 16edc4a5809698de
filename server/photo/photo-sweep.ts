import { DAY, type Instant } from '../../src/domain/instant'
import type { ServerParts } from '../http/environment'

const UNFINISHED_LIVES = 30 * DAY
const UNNAMED_LIVES = 180 * DAY

type SweepParts = Pick<ServerParts, 'photos' | 'uploads' | 'photoRegister'>

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
  uploads: await parts.uploads.sweep(now - UNFINISHED_LIVES),
  photos: await sweepUnnamed(parts, now - UNNAMED_LIVES),
})
