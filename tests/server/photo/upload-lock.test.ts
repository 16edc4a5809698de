import { expect, it } from 'vitest'
import { UploadLocker } from '../../../server/photo/upload-lock'

it('[WI22] is let go of though the database is away: its lease runs out by itself', async () => {
  const away = () =>
    Promise.reject(new Error('the database system is not yet accepting connections'))
  const lock = new UploadLocker(away as never).newLock('u')
  await expect(lock.unlock()).resolves.toBeUndefined()
})
