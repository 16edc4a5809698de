import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { afterPaint } from '../device/after-paint'
import { openTable } from '../device/workbook/open-table'
import type { ImportId } from '../domain/id'
import type { Column } from '../domain/import/column'
import { headOf, likeliestTable, shapeOf } from '../domain/import/head'
import { cellKey, linesOf } from '../domain/import/line'
import { planImport, type ImportPlan } from '../domain/import/plan'
import { unmerged, type ImportFile, type Unreadable } from '../domain/import/table'
import type { OwnerFile } from '../domain/owner/owner-file'
import type { Place } from '../domain/place'
import type { Result } from '../domain/result'
import { homesScope } from '../domain/scope'
import type { ImportKept } from '../storage/import-kept'
import { readImportMeta, writeImportMeta } from '../storage/import-meta'
import { allFiles } from '../storage/owner-files'
import { useEstate } from './estate'
import { usePhone } from './phone'

type OpenTable = (file: Blob) => Promise<Result<ImportFile, Unreadable>>

const SHAPES_KEPT = 20

/** [IM1] A file on its way in: chosen, its columns named, its rows looked through. */
export const useImport = defineStore('import', () => {
  const { database, person, newId, nameId } = usePhone()
  const estate = useEstate()
  const isRead = ref(false)
  const isOpening = ref(false)
  const unreadable = ref<Unreadable | null>(null)
  const kept = shallowRef<ImportKept | null>(null)
  const plan = shallowRef<ImportPlan | null>(null)
  /** What the files are kept for, in words of the screen. */
  const purpose = ref('')
  let places: readonly Place[] = []
  let files: readonly OwnerFile[] = []

  const table = computed(() => kept.value?.tables[kept.value.at] ?? null)
  const head = computed(() => table.value && headOf(table.value))
  const rows = computed(() => (table.value ? unmerged(table.value) : []))
  const lines = computed(() =>
    kept.value && head.value
      ? linesOf(rows.value, head.value.at, kept.value.columns, kept.value.edits)
      : [],
  )

  const judge = () => {
    const { community } = estate
    const held = kept.value
    if (!held || !community || !held.isChecked) {
      plan.value = null
      return
    }
    const hasBuildings = places.some(({ kind, withdrawn }) => kind === 'building' && !withdrawn)
    const accepted = new Set(held.accepted)
    plan.value = planImport({
      ...{ lines: lines.value, places, files, community: community.id, importId: held.id },
      ...{ nameId, purpose: purpose.value },
      isAccepted: (building) => !hasBuildings || accepted.has(building),
      holds: (building) => person.scopes.includes(homesScope(building)),
    })
  }

  /** What is here already is read once, not again for every home that comes. */
  const lookAround = async () => {
    places = (await database.places.toArray()).map(({ record }) => record)
    files = await allFiles(database)
    judge()
  }
  const keep = async (change: Partial<ImportKept>) => {
    if (!kept.value) return
    kept.value = { ...kept.value, ...change }
    await writeImportMeta(database, 'importKept', kept.value)
  }
  const load = async (words: string) => {
    purpose.value = words
    kept.value ??= (await readImportMeta(database, 'importKept')) ?? null
    await lookAround()
    isRead.value = true
  }

  /** [IM5] As it was chosen for a file that looked like this, else as it is guessed. */
  const choose = async (at: number) => {
    const chosen = kept.value?.tables[at]
    if (!chosen) return
    const { titles, columns } = headOf(chosen)
    const shapes = (await readImportMeta(database, 'importColumns')) ?? []
    const known = shapes.find(([shape]) => shape === shapeOf(titles))?.[1]
    await keep({ at, columns: known ?? columns, edits: {}, accepted: [], isChecked: false })
    judge()
  }
  const open = async (file: File, read: OpenTable = openTable) => {
    if (isOpening.value) return
    isOpening.value = true
    unreadable.value = null
    try {
      const told = await read(file)
      if (!told.ok) {
        unreadable.value = told.error
        return
      }
      kept.value = {
        ...{ id: newId() as ImportId, fileName: file.name, ...told.value, at: 0 },
        ...{ columns: [], edits: {}, accepted: [], isChecked: false },
      }
      await choose(likeliestTable(told.value.tables))
      await lookAround()
    } finally {
      isOpening.value = false
    }
  }
  const setColumn = (index: number, column: Column | null) =>
    keep({ columns: (kept.value?.columns ?? []).map((each, at) => (at === index ? column : each)) })

  const check = async () => {
    if (!kept.value || !head.value) return
    const shape = shapeOf(head.value.titles)
    const shapes = ((await readImportMeta(database, 'importColumns')) ?? []).filter(
      ([known]) => known !== shape,
    )
    const now = [...shapes, [shape, kept.value.columns] as const].slice(-SHAPES_KEPT)
    await writeImportMeta(database, 'importColumns', now)
    await keep({ isChecked: true })
    await afterPaint()
    judge()
  }
  const editColumns = async () => {
    await keep({ isChecked: false })
    judge()
  }
  const edit = async (row: number, column: number, text: string) => {
    await keep({ edits: { ...kept.value?.edits, [cellKey(row, column)]: text } })
    judge()
  }
  const accept = async (building: string, isOne: boolean) => {
    const others = (kept.value?.accepted ?? []).filter((each) => each !== building)
    await keep({ accepted: isOne ? [...others, building] : others })
    judge()
  }
  /** [IM17] What was undone is taken in anew, if it is, as another import. */
  const renew = () => keep({ id: newId() as ImportId })
  const putAway = async () => {
    kept.value = null
    plan.value = null
    unreadable.value = null
    await writeImportMeta(database, 'importKept', null)
  }

  return {
    ...{ isRead, isOpening, unreadable, kept, table, head, rows, plan },
    ...{
      load,
      open,
      choose,
      setColumn,
      check,
      editColumns,
      edit,
      accept,
      renew,
      putAway,
      lookAround,
    },
  }
})
