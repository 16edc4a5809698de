import type { CompanyId } from '../../src/domain/id'
import { eraseAgain, eraseRecord } from '../acceptance/erase-record'
import type { ServerParts } from '../http/environment'
import type { Erasure } from '../store/stored'

type EraseParts = Pick<ServerParts, 'store' | 'photos' | 'photoRegister' | 'ledger' | 'services'>

const dropFiles = async (parts: EraseParts, company: CompanyId, hashes: readonly string[]) => {
  const known = await parts.photoRegister.known(company, hashes)
  for (const sha256 of hashes) if (!known.has(sha256)) await parts.photos.remove(company, sha256)
}

/** [SY26] Erases a record and the files of photos that only it named; null where there is none. */
export const erase = async (
  parts: EraseParts,
  company: CompanyId,
  wanted: Erasure,
): Promise<Erasure | null> => {
  const erasure = await eraseRecord(parts.store, company, wanted, {
    ...parts.services,
    writeDown: (whole) => parts.ledger.append({ company, erasure: whole }),
  })
  if (erasure) await dropFiles(parts, company, erasure.photos)
  return erasure
}

/**
 * [SY27] Before anybody is answered: what the ledger names and the database forgot is erased again, and
 * files a crash left behind go. Answers how many were done again.
 */
export const eraseForgotten = async (
  parts: EraseParts,
): Promise<{ readonly again: number; readonly torn: number }> => {
  const { lines, torn } = await parts.ledger.read()
  let again = 0
  for (const { company, erasure } of lines) {
    if (await eraseAgain(parts.store, company, erasure, parts.services)) again += 1
    await dropFiles(parts, company, erasure.photos)
  }
  return { again, torn }
}
