import { photoVerified } from '../../server/acceptance/photo-verified'
import type { PhotoWire } from '../../src/sync/photo-wire'
import type { StaffId } from '../../src/domain/id'
import type { WireServer } from './acceptance'
import { hashOf } from './phone-parts'

/** Whether all bytes of a photo are at the server. */
export const isPhotoThere = ({ store, company }: WireServer, sha256: string): Promise<boolean> =>
  store.read(company, async (reader) => !(await reader.missingPhotos([sha256])).has(sha256))

/** The server's photo shelf in one process: it hashes what comes, and the records that name it learn. */
export const photoServer = (server: WireServer, staff: StaffId): PhotoWire => ({
  send: async ({ sha256, blob, bytes, type }) => {
    if (await isPhotoThere(server, sha256)) return { is: 'confirmed' }
    if ((await hashOf(blob)) !== sha256) return { is: 'wrong-bytes' }
    const photo = { sha256, bytes, type, staff, verifiedAt: server.clock }
    await photoVerified(server.store, server.company, photo, server.newMark())
    return { is: 'confirmed' }
  },
})
