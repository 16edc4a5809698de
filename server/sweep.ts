import { DAY, type Instant } from '../src/domain/instant'
import { GONE_LIVES } from './acceptance/cursor'
import type { ServerParts } from './http/environment'
import { sweepPhotos } from './photo/photo-sweep'

/** A mark is a moment older than its commit: no cursor that still counts may miss one. */
const GRACE = 1 * DAY

/** [SY29] What has lived long enough: photos, uploads, the marks of what is gone, tries to sign in. */
export const sweep = async (
  parts: Pick<ServerParts, 'photos' | 'uploads' | 'photoRegister' | 'store' | 'brake'>,
  now: Instant,
) => ({
  ...(await sweepPhotos(parts, now)),
  gone: await parts.store.sweepGone(now - GONE_LIVES - GRACE),
  tries: await parts.brake.forget(now),
})
