import { carrier } from '../device/connection'
import { readMeta } from '../storage/meta'
import type { PhoneDatabase } from '../storage/phone-database'

/** [ST15] Where the browser does not say what carries the data, nothing waits; nor on a revoked phone. */
export const maySendPhotos = async (database: PhoneDatabase): Promise<boolean> =>
  carrier() !== 'mobile' ||
  (await readMeta(database, 'photosOnWifi')) !== true ||
  (await readMeta(database, 'revoked')) === true
