import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import { Hono, type Context } from 'hono'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { randomBytes } from 'node:crypto'
import * as v from 'valibot'
import type { CompanyId, StaffId } from '../../src/domain/id'
import { sha256Schema } from '../../src/domain/photo'
import { LIMITS } from '../../src/protocol/version'
import { photoVerified } from '../acceptance/photo-verified'
import type { Env, ServerParts } from '../http/environment'
import { WireFailure } from '../http/wire-failure'
import { checkPerson } from '../http/require-session'
import { hashFile, headOfFile } from '../photo/photo-shelf'
import { isPhotoType, looksLike } from '../photo/photo-type'

const OWNER = 'x-mengya-owner'
const WRONG_BYTES = 460

const refuse = (status_code: number, body: string) => {
  throw { status_code, body: `${body}\n` }
}

interface Upload {
  readonly id: string
  readonly size?: number | undefined
  readonly metadata?: Record<string, string | null> | undefined
}

const ownerOf = (company: string, staff: string) => `${company} ${staff}`

const checkNew = (upload: Upload): void => {
  const { sha256 = '', filetype = '' } = upload.metadata ?? {}
  if (!v.is(sha256Schema, sha256) || !isPhotoType(filetype ?? '')) refuse(400, 'sha256, filetype')
  if (upload.size === undefined || upload.size < 1) refuse(400, 'length')
  if ((upload.size ?? 0) > LIMITS.photoBytes) refuse(413, 'too large')
}

/** [WI8] The bytes decide: their hash and how they begin. Anything else starts again from nothing. */
const finish = async (parts: ServerParts, files: FileStore, upload: Upload): Promise<void> => {
  const path = join(parts.photos.uploads, upload.id)
  const { sha256 = '', filetype = '', owner = '' } = upload.metadata ?? {}
  const [company = '', staff = ''] = (owner ?? '').split(' ')
  const isRight =
    isPhotoType(filetype ?? '') &&
    looksLike(filetype as Parameters<typeof looksLike>[0], await headOfFile(path)) &&
    (await hashFile(path)) === sha256
  if (!isRight) {
    await files.remove(upload.id)
    refuse(WRONG_BYTES, 'wrong bytes')
  }
  await parts.photos.keep(company as CompanyId, sha256 ?? '', path)
  await rm(`${path}.json`, { force: true })
  const photo = {
    sha256: sha256 ?? '',
    bytes: upload.size ?? 0,
    type: filetype ?? '',
    staff: staff as StaffId,
    verifiedAt: parts.services.now(),
  }
  await photoVerified(parts.store, company as CompanyId, photo, parts.services.newMark())
  parts.watch.lookSoon()
}

const tusServer = (parts: ServerParts): Server => {
  const files = new FileStore({ directory: parts.photos.uploads })
  return new Server({
    path: '/api/v1/uploads',
    relativeLocation: true,
    datastore: files,
    maxSize: LIMITS.photoBytes,
    allowedOrigins: [parts.settings.publicUrl],
    disableTerminationForFinishedUploads: true,
    namingFunction: () => randomBytes(18).toString('base64url'),
    async onIncomingRequest(request, id) {
      if (!id || request.method === 'POST') return
      const held = await files.getUpload(id).catch(() => null)
      if (held?.metadata?.['owner'] !== request.headers.get(OWNER)) refuse(404, 'not found')
    },
    onUploadCreate(request, upload) {
      checkNew(upload)
      const owner = request.headers.get(OWNER)
      return Promise.resolve({ metadata: { ...upload.metadata, owner } })
    },
    async onUploadFinish(_request, upload) {
      await finish(parts, files, upload)
      return {}
    },
  })
}

/** Our rights stand in front: the owner travels in a header no client can set. */
const asOwned = (c: Context<Env>): Request => {
  const { company, staff } = c.get('session')
  const headers = new Headers(c.req.raw.headers)
  headers.set(OWNER, ownerOf(company, staff))
  return new Request(c.req.raw, { headers })
}

/** tus 1.0.0, creation and termination. Reading goes through `/photos` and its rights. */
export const uploadRoutes = (parts: ServerParts): Hono<Env> => {
  const tus = tusServer(parts)
  const handle = (c: Context<Env>): Promise<Response> => {
    checkPerson(c)
    if (c.req.method === 'GET') throw new WireFailure('not-found')
    return tus.handleWeb(asOwned(c))
  }
  return new Hono<Env>().all('/', handle).all('/:id', handle)
}
