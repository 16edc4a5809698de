import type { Unit } from '../home/matrix'
import type { AnyAct } from '../kind-table'
import type { OwnerFileAct } from '../owner/act'
import type { OwnerFile } from '../owner/owner-file'
import type { Place, PlaceAct, PlaceId } from '../place'
import { isSame } from '../same'

/** Why something of an import stays: changed since, in use since, or joined to a file there was. */
export type Stay = 'changed' | 'used' | 'joined'
export interface ImportUndo {
  readonly acts: readonly {
    readonly kind: 'Place' | 'OwnerFile'
    readonly record: string
    readonly act: AnyAct
  }[]
  readonly stays: Readonly<Record<Stay, number>>
}

export interface UndoAsked {
  /** Everything the import did, as it was done. */
  readonly changes: readonly { id: string; kind: string; record: string; act: { act: string } }[]
  readonly place: (id: string) => Place | undefined
  readonly file: (id: string) => OwnerFile | undefined
  readonly before: readonly Unit[]
  /** Whether something was done at a place or about it. */
  readonly isNamed: (place: PlaceId) => boolean
  readonly places: readonly Place[]
  readonly files: readonly OwnerFile[]
}

const isUntouched = ({ notes, dials, reveals, kept, stamps, ties }: OwnerFile): boolean =>
  [...notes, ...dials, ...reveals, ...kept, ...Object.keys(stamps)].length === 0 &&
  ties.every(({ leftOn }) => !leftOn)

/** What the act set and nobody set since is set back; null where all of it was. */
const backOf = (file: OwnerFile, change: string, act: OwnerFileAct): OwnerFileAct | Stay | null => {
  if (act.act === 'tie') {
    if (!act.seen) return 'joined'
    const isOurs = file.stamps[act.home]?.change === change
    return isOurs ? { ...act, seen: act.meant, meant: act.seen } : 'changed'
  }
  if (act.act !== 'amend') return 'joined'
  const fields = Object.entries(act.fields).flatMap(([name, edit]) =>
    edit && file.stamps[name]?.change === change
      ? [[name, { seen: edit.meant, meant: edit.seen }] as const]
      : [],
  )
  if (fields.length === 0) return 'changed'
  return { act: 'amend', fields: Object.fromEntries(fields) }
}

const DEPTH: Readonly<Record<Place['kind'], number>> = {
  ...{ unit: 0, area: 0, entrance: 1, building: 2, zone: 3 },
}

/**
 * [IM17] Takes back of an import what nobody changed or used since. Homes before what they lie in: a
 * building of which something stays, stays.
 */
export const undoOf = (asked: UndoAsked): ImportUndo => {
  const acts: ImportUndo['acts'][number][] = []
  const stays = { changed: 0, used: 0, joined: 0 }
  const opened = new Set(
    asked.changes.filter(({ act }) => act.act === 'open').map(({ record }) => record),
  )
  const goes = new Set<string>()
  const isBack = new Set<string>()
  for (const { id, kind, record, act } of [...asked.changes].reverse()) {
    const file = kind === 'OwnerFile' ? asked.file(record) : undefined
    if (!file || file.withdrawn) continue
    if (opened.has(record)) {
      if (act.act !== 'open') continue
      if (isUntouched(file)) {
        acts.push({ kind: 'OwnerFile', record, act: { act: 'withdraw' } })
        goes.add(record)
      } else stays.changed += 1
      continue
    }
    const back = backOf(file, id, act as OwnerFileAct)
    if (typeof back === 'string') stays[back] += 1
    else if (back) acts.push({ kind: 'OwnerFile', record, act: back })
  }
  const lived = new Set(
    asked.files.flatMap(({ id, withdrawn, ties }) =>
      withdrawn || goes.has(id) ? [] : ties.map(({ home }) => home),
    ),
  )
  const inside = new Map<string, number>()
  for (const { within, withdrawn } of asked.places)
    if (within && !withdrawn) inside.set(within, (inside.get(within) ?? 0) + 1)
  const places = asked.changes
    .filter(({ kind }) => kind === 'Place')
    .map(({ act }) => act as PlaceAct)
    .flatMap((act) => (act.act === 'withdraw' ? [] : act))
    .sort((a, b) => DEPTH[a.place.kind] - DEPTH[b.place.kind])
  const before = new Map(asked.before.map((unit) => [unit.id, unit]))
  for (const { act, place } of places) {
    const held = asked.place(place.id)
    if (!held || held.withdrawn || isBack.has(place.id)) continue
    isBack.add(place.id)
    const was = before.get(place.id)
    const push = (deed: PlaceAct) => acts.push({ kind: 'Place', record: place.id, act: deed })
    if (!isSame(held, place)) stays.changed += 1
    else if (act === 'amend') {
      if (was) push({ act: 'amend', place: was })
    } else if (asked.isNamed(place.id) || lived.has(place.id)) stays.used += 1
    else if ((inside.get(place.id) ?? 0) === 0) {
      push({ act: 'withdraw', seen: held })
      if (place.within) inside.set(place.within, (inside.get(place.within) ?? 1) - 1)
    }
  }
  return { acts, stays }
}
