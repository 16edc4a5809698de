import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { afterPaint } from '../device/after-paint'
import type { ImportId } from '../domain/id'
import type { ImportPlan } from '../domain/import/plan'
import { undoOf, type ImportUndo } from '../domain/import/undo'
import { changesOfImport, placesNamed } from '../storage/import-changes'
import type { ImportNote } from '../storage/import-kept'
import { readImportMeta, writeImportMeta } from '../storage/import-meta'
import { allFiles } from '../storage/owner-files'
import type { ActToSave, SaveFailure } from '../storage/save-acts'
import { act } from './act'
import { useBusy } from './busy'
import { useImport } from './import'
import { usePhone } from './phone'

export type { ImportNote }

/** A group stands or falls as one on the server, too; it holds no more. */
const MOST_IN_GROUP = 50

/** So many groups are saved at once: whatever follows the database is told so much more seldom. */
const GROUPS_AT_ONCE = 10

/** Of one building each, so that what is refused of one takes nothing of another with it. */
const groupsOf = (
  acts: readonly (ActToSave & { readonly of: string })[],
): readonly (readonly ActToSave[])[] => {
  const byBuilding = new Map<string, ActToSave[]>()
  for (const { of, ...each } of acts) byBuilding.set(of, [...(byBuilding.get(of) ?? []), each])
  return [...byBuilding.values()].flatMap((all) =>
    Array.from({ length: Math.ceil(all.length / MOST_IN_GROUP) }, (_, at) =>
      all.slice(at * MOST_IN_GROUP, (at + 1) * MOST_IN_GROUP),
    ),
  )
}

/** Places before those who live there, what holds a home before the home. */
const groupsOfPlan = ({ laid, amended, fileActs }: ImportPlan) => {
  const parents = new Map(laid.map(({ id, within }) => [id as string, within]))
  const outermost = (id: string): string => {
    const within = parents.get(id)
    return within ? outermost(within) : id
  }
  const places = laid.map((place) => ({
    ...{ kind: 'Place' as const, record: place.id, act: { act: 'lay' as const, place } },
    of: outermost(place.within ?? place.id),
  }))
  const changed = amended.map((place) => ({
    ...{ kind: 'Place' as const, record: place.id, act: { act: 'amend' as const, place } },
    of: 'amended',
  }))
  const people = fileActs.map((each) => ({
    ...{ kind: 'OwnerFile' as const, record: each.record, act: each.act, of: each.building },
  }))
  return [...groupsOf(places), ...groupsOf(changed), ...groupsOf(people)]
}

/** [IM15] [IM17] Takes a file in and takes it back, a group of acts at a time. */
export const useImportRun = defineStore('importRun', () => {
  const phone = usePhone()
  const { database, now } = phone
  const looked = useImport()
  const busy = useBusy()
  const going = shallowRef<{ done: number; of: number; isUndo: boolean } | null>(null)
  const failure = ref<SaveFailure['kind'] | ''>('')
  const isStopped = ref(false)
  const notes = shallowRef<readonly ImportNote[]>([])
  const undone = shallowRef<ImportUndo['stays'] | null>(null)
  const taken = shallowRef<ImportNote | null>(null)

  const loadNotes = async () => {
    notes.value = (await readImportMeta(database, 'imports')) ?? []
  }
  const write = async (note: ImportNote) => {
    const others = ((await readImportMeta(database, 'imports')) ?? []).filter(
      ({ id }) => id !== note.id,
    )
    notes.value = [...others, note]
    await writeImportMeta(database, 'imports', notes.value)
  }

  /** One group after the other; what is saved stays saved, wherever this ends. */
  const run = async (
    groups: readonly (readonly ActToSave[])[],
    isUndo: boolean,
    extras: { importId?: ImportId },
  ): Promise<boolean> => {
    const letGo = busy.hold()
    const all = groups.reduce((sum, { length }) => sum + length, 0)
    isStopped.value = false
    failure.value = ''
    let done = 0
    try {
      for (let at = 0; at < groups.length; at += GROUPS_AT_ONCE) {
        if (isStopped.value) return false
        going.value = { done, of: all, isUndo }
        const some = groups.slice(at, at + GROUPS_AT_ONCE)
        const acts = some.flat()
        const saved = await act(phone, acts, { groups: some, ...extras })
        if (!saved.ok) {
          failure.value = saved.error.kind
          return false
        }
        done += acts.length
        await afterPaint()
      }
      return true
    } finally {
      going.value = null
      letGo()
    }
  }

  const takeIn = async () => {
    const { kept, plan } = looked
    if (!kept || !plan || going.value) return
    undone.value = null
    const before = (await readImportMeta(database, 'imports'))?.find(({ id }) => id === kept.id)
    const places = new Map((await database.places.toArray()).map(({ id, record }) => [id, record]))
    const note: ImportNote = {
      ...{ id: kept.id, fileName: kept.fileName, at: now(), undone: null },
      homes: (before?.homes ?? 0) + plan.laid.filter(({ kind }) => kind === 'unit').length,
      people:
        (before?.people ?? 0) +
        plan.fileActs.filter(({ act: { act: name } }) => name === 'open').length,
      before: [
        ...(before?.before ?? []),
        ...plan.amended.flatMap(({ id }) => {
          const held = places.get(id)
          return held?.kind === 'unit' ? held : []
        }),
      ],
    }
    await write(note)
    const isWhole = await run(groupsOfPlan(plan), false, { importId: kept.id })
    const done = await changesOfImport(database, kept.id)
    const count = (name: string, kind?: string) =>
      done.filter(
        ({ act: { act: each, ...told } }) =>
          each === name && (!kind || (told['place'] as { kind?: string }).kind === kind),
      ).length
    const real = { ...note, homes: count('lay', 'unit'), people: count('open') }
    await write(real)
    const hasMore = plan.rows.some(({ fate }) => fate === 'bad' || fate === 'waits')
    if (isWhole && !hasMore) await looked.putAway()
    await looked.lookAround()
    taken.value = isWhole ? real : null
  }

  const undo = async (note: ImportNote) => {
    if (going.value) return
    taken.value = null
    const changes = await changesOfImport(database, note.id)
    const places = (await database.places.toArray()).map(({ record }) => record)
    const files = await allFiles(database)
    const placeById = new Map<string, (typeof places)[number]>(
      places.map((each) => [each.id, each]),
    )
    const fileById = new Map<string, (typeof files)[number]>(files.map((each) => [each.id, each]))
    const named = await placesNamed(database)
    const { acts, stays } = undoOf({
      ...{ changes, places, files, before: note.before },
      place: (id) => placeById.get(id),
      file: (id) => fileById.get(id),
      isNamed: (id) => named.has(id),
    })
    const groups = groupsOf(acts.map((each) => ({ ...each, of: each.kind })))
    if (!(await run(groups, true, {}))) return
    const stayed = stays.changed + stays.used + stays.joined
    await write({ ...note, undone: { at: now(), stayed } })
    if (looked.kept?.id === note.id) await looked.renew()
    await looked.lookAround()
    undone.value = stays
  }

  return {
    ...{ going, failure, notes, taken, undone, isStopped },
    ...{ loadNotes, takeIn, undo, stop: () => (isStopped.value = true) },
    again: () => {
      taken.value = null
      undone.value = null
      failure.value = ''
    },
  }
})
