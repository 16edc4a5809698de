import { failed, ok, type Result } from '../domain/result'
import { readMeta } from '../storage/meta'
import {
  saveActs,
  type ActToSave,
  type Author,
  type SaveExtras,
  type SaveFailure,
} from '../storage/save-acts'
import type { Phone } from './phone'
import { withRoom } from './room'

const authorOf = async ({ person, database, now, newId, nameId }: Phone): Promise<Author> => ({
  staff: person.staff,
  at: now(),
  clockOffset: (await readMeta(database, 'clockOffset')) ?? null,
  ...{ newId, nameId },
})

/** Every act of staff goes through here: saved first, sent when there is a network. */
export const act = async (
  phone: Phone,
  acts: readonly ActToSave[],
  extras: SaveExtras = {},
): Promise<Result<readonly string[], SaveFailure>> => {
  let ids: readonly string[] = []
  const failure = await withRoom<SaveFailure>(phone, async () => {
    const saved = await saveActs(phone.database, acts, await authorOf(phone), extras)
    if (!saved.ok) return saved.error
    ids = saved.value
    return null
  })
  if (failure) return failed(failure)
  phone.sync.wake()
  return ok(ids)
}
