import { Server, type DataStore } from '@tus/server'
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import { sha256Schema } from '../../src/domain/photo'
import { LIMITS } from '../../src/protocol/version'
import type { ServerParts } from '../http/environment'
import { faultOf } from '../http/fault'
import { finishUpload, isWhole, labelOf, type TusUpload } from './finish-upload'
import { isPhotoType } from './photo-type'
import { TusFailure, tusStatusOf } from './tus-failure'

/** Our own header, set behind the rights: no client's word reaches it. */
export const OWNER_HEADER = 'x-mengya-owner'

/** tus's own status for bytes that are not what was said. */
const WRONG_BYTES = 460

/** Anything else is a store that is away: the phone must not begin anew for that. */
const GONE: readonly unknown[] = [404, 410]

const checkNew = (upload: TusUpload): void => {
  const { sha256, type } = labelOf(upload)
  if (!v.is(sha256Schema, sha256) || !isPhotoType(type)) throw new TusFailure(400)
  if (upload.size === undefined || upload.size < 1) throw new TusFailure(400)
  if (upload.size > LIMITS.photoBytes) throw new TusFailure(413)
}

const finish = async (parts: ServerParts, upload: TusUpload): Promise<void> => {
  if (!(await finishUpload(parts, upload))) throw new TusFailure(WRONG_BYTES)
}

const heldUpload = (files: DataStore, id: string): Promise<TusUpload> =>
  files.getUpload(id).catch((error: unknown) => {
    throw GONE.includes(tusStatusOf(error)) ? new TusFailure(404) : error
  })

/** tus 1.0.0: creation and termination, each upload under a name nobody can guess. */
export const tusServer = (parts: ServerParts): Server => {
  const { files } = parts.uploads
  return new Server({
    path: '/api/v1/uploads',
    relativeLocation: true,
    datastore: files,
    locker: parts.uploadLocker,
    maxSize: LIMITS.photoBytes,
    allowedOrigins: [parts.settings.publicUrl],
    // tus takes the query for a part of the name.
    getFileIdFromRequest: ({ url }) => new URL(url).pathname.split('/').at(-1),
    namingFunction: () => randomBytes(18).toString('base64url'),
    async onIncomingRequest(request, id) {
      if (request.method === 'POST') return
      const held = await heldUpload(files, id)
      if (held.metadata?.['owner'] !== request.headers.get(OWNER_HEADER)) throw new TusFailure(404)
      // Whole, yet never finished: the server fell in between. Now is the time; then it is gone.
      if (request.method === 'HEAD' && isWhole(held)) {
        await finish(parts, held)
        throw new TusFailure(404)
      }
    },
    onUploadCreate(request, upload) {
      const owner = request.headers.get(OWNER_HEADER)
      const metadata = { ...upload.metadata, owner }
      checkNew({ id: upload.id, size: upload.size, metadata })
      return Promise.resolve({ metadata })
    },
    onResponseError(_request, error) {
      if (tusStatusOf(error) === null) parts.log.error(faultOf(error), 'an upload broke')
      return undefined
    },
    async onUploadFinish(_request, upload) {
      await finish(parts, upload)
      return {}
    },
  })
}
