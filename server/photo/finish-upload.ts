import type { CompanyId, StaffId } from '../../src/domain/id'
import { photoVerified } from '../acceptance/photo-verified'
import type { ServerParts } from '../http/environment'
import { readMark } from './photo-bytes'
import { isPhotoType, looksLike } from './photo-type'

/** What tus keeps of an upload. */
export interface TusUpload {
  readonly id: string
  readonly size?: number | undefined
  readonly offset?: number | undefined
  readonly metadata?: Readonly<Record<string, string | null>> | undefined
}

/** The metadata as it was checked when the upload began, and whose it is. */
export const labelOf = ({ metadata }: TusUpload) => {
  const [company = '', staff = ''] = (metadata?.['owner'] ?? '').split(' ')
  return {
    sha256: metadata?.['sha256'] ?? '',
    type: metadata?.['filetype'] ?? '',
    company: company as CompanyId,
    staff: staff as StaffId,
  }
}

export const ownerOf = (company: string, staff: string) => `${company} ${staff}`

export const isWhole = ({ size, offset }: TusUpload): boolean =>
  size !== undefined && offset === size

/**
 * [WI9] The bytes decide: their hash and how they begin. False when they are not what was said, and
 * nothing is left of them. A crash on the way leaves the upload whole, to be finished when it is asked
 * about again; what was sent goes last.
 */
export const finishUpload = async (parts: ServerParts, upload: TusUpload): Promise<boolean> => {
  const { sha256, type, company, staff } = labelOf(upload)
  const mark = await readMark(await parts.uploads.read(upload.id))
  const isRight = isPhotoType(type) && looksLike(type, mark.head) && mark.sha256 === sha256
  if (isRight) {
    const photo = { sha256, bytes: upload.size ?? 0, type, staff, verifiedAt: parts.services.now() }
    await parts.photos.keep(company, sha256, await parts.uploads.read(upload.id))
    await photoVerified(parts.store, company, photo, parts.services.newMark())
    parts.watch.lookSoon()
  }
  await parts.uploads.remove(upload.id)
  return isRight
}
