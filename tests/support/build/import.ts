import type { CommunityId } from '../../../src/domain/community'
import type { ImportId, StaffId } from '../../../src/domain/id'
import { headOf } from '../../../src/domain/import/head'
import { linesOf } from '../../../src/domain/import/line'
import { planImport, type ImportAsked, type ImportPlan } from '../../../src/domain/import/plan'
import { unmerged, type ImportTable } from '../../../src/domain/import/table'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import type { OwnerFile } from '../../../src/domain/owner/owner-file'
import type { Place } from '../../../src/domain/place'
import { nameId, newId } from './ids'

export const tableOf = (...rows: readonly (readonly ImportTable['rows'][number][number][])[]) => ({
  ...{ name: '房屋', rows, merges: [] },
})

export const COMMUNITY = newId<CommunityId>()

/** What a table would do to an estate; everything new in it is accepted, every building held. */
export const planOf = (table: ImportTable, other: Partial<ImportAsked> = {}): ImportPlan => {
  const head = headOf(table)
  return planImport({
    lines: linesOf(unmerged(table), head.at, head.columns),
    ...{ places: [], files: [], community: COMMUNITY, importId: newId<ImportId>(), nameId },
    ...{ purpose: '物业服务联系', isAccepted: () => true, holds: () => true },
    ...other,
  })
}

/** The estate as it stands once a plan was carried out. */
export const carriedOut = (
  plan: ImportPlan,
  { places = [], files = [] }: { places?: readonly Place[]; files?: readonly OwnerFile[] } = {},
): { readonly places: readonly Place[]; readonly files: readonly OwnerFile[] } => {
  const placeById = new Map(places.map((place) => [place.id, place]))
  for (const place of [...plan.laid, ...plan.amended]) placeById.set(place.id, place)
  const fileById = new Map<string, OwnerFile>(files.map((file) => [file.id, file]))
  for (const [index, { record, act }] of plan.fileActs.entries()) {
    const context = {
      ...{ at: index + 1, by: newId<StaffId>(), change: newId<never>(), record, nameId },
    }
    const done = ownerFileKind.apply(fileById.get(record) ?? null, act, context)
    if (done.outcome !== 'applied') throw new Error(`${act.act} was ${done.outcome}`)
    fileById.set(record, done.record)
  }
  return { places: [...placeById.values()], files: [...fileById.values()] }
}
