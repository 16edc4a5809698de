import { MINUTE } from '../instant'
import { mergeParts, type PartEdit } from '../part-edit'
import type { PlaceId } from '../place'
import { applied, malformed, noted, type ActContext, type RecordKind } from '../record-kind'
import { isSame } from '../same'
import { homesScope } from '../scope'
import { entryOf, isInThread } from '../thread'
import { ownerFileActs, type OwnerFileAct, type OwnerFileActOf } from './act'
import { applyPaper } from './apply-paper'
import type { Terms } from './detail'
import { ownerFileId, ownerFileSchema, type OwnerFile, type Tie } from './owner-file'

const DIALS_KEPT = 100

/** [OF3] What was not changed is no edit. */
const merge = (file: OwnerFile, edits: readonly PartEdit[], context: ActContext) => {
  const changed = edits.filter(({ seen, meant }) => !isSame(seen, meant))
  const { isLost, standing, merged } = mergeParts(file, changed, context)
  return { standing, merged, outcome: isLost ? fieldLost : applied }
}
const fieldLost = (file: OwnerFile) => noted(file, 'field-lost')

const termsOf = ({ relation, share, since, until }: Terms): Terms => ({
  ...{ relation, share, since, until },
})

/** [OF4] Once the last tie ended the file is closed; what was stays with the home. */
const withTies = (file: OwnerFile, ties: readonly Tie[], at: number): OwnerFile => ({
  ...file,
  ties,
  closedAt: file.mergedInto || ties.every(({ leftOn }) => leftOn) ? (file.closedAt ?? at) : null,
})

const open = (act: OwnerFileActOf<'open'>, context: ActContext) => {
  const { record, at, by, nameId } = context
  const { act: _, ties, ...told } = act
  const isOnce = new Set(ties.map(({ home }) => home)).size === ties.length
  const id = ownerFileId(told.person, told.building, nameId)
  if (record !== id || !isOnce) return malformed
  return applied<OwnerFile>({
    ...{ id, ...told, ties: ties.map((tie) => ({ ...tie, leftOn: null })) },
    ...{ openedAt: at, openedBy: by, closedAt: null, stamps: {} },
    ...{ kept: [], settled: [], notes: [], dials: [], reveals: [], papers: [], looks: [] },
    ...{ handOuts: [], mergedInto: null },
  })
}

const leaveOrComeBack = (
  file: OwnerFile,
  home: PlaceId,
  leftOn: Tie['leftOn'],
  { at }: ActContext,
) => {
  const tie = file.ties.find((each) => each.home === home)
  if (!tie || !tie.leftOn === !leftOn) return noted(file, 'already-recorded')
  const ties = file.ties.map((each) => (each === tie ? { ...tie, leftOn } : each))
  return applied(withTies(file, ties, at))
}

const tie = (file: OwnerFile, act: OwnerFileActOf<'tie'>, context: ActContext) => {
  const { home, seen, meant } = act
  const known = file.ties.find((each) => each.home === home)
  const edit = { part: home, held: known ? termsOf(known) : null, seen, meant }
  const { standing, merged, outcome } = merge(file, [edit], context)
  const terms = home in standing ? meant : null
  const ties = known
    ? file.ties.map((each) => (each === known ? { ...each, ...terms } : each))
    : [...file.ties, { home, ...meant, leftOn: null }]
  return outcome(withTies({ ...file, ...merged }, ties, context.at))
}

/** Whatever somebody did with it since it was opened. */
const doneWith = (file: OwnerFile) => [
  ...[...file.notes, ...file.dials, ...file.reveals, ...file.kept, ...Object.values(file.stamps)],
  ...[...file.papers, ...file.looks, ...file.handOuts, ...file.settled],
  ...[...file.papers, ...file.notes].flatMap(({ withdrawn }) => withdrawn ?? []),
  ...(file.mergedInto ? [file.mergedInto] : []),
]

/** [OF12] What a colleague did meanwhile counts for more: then it stays. */
const withdraw = (file: OwnerFile, context: ActContext) => {
  if (doneWith(file).length > 0 || file.ties.some(({ leftOn }) => leftOn))
    return noted(file, 'came-too-late')
  return applied<OwnerFile>({ ...file, closedAt: context.at, withdrawn: entryOf(context) })
}

/** [OF13] The file is closed and keeps what it held; who comes to merge it again is late. */
const mergeInto = (file: OwnerFile, { into }: OwnerFileActOf<'mergeInto'>, context: ActContext) => {
  if (into === file.id) return malformed
  if (file.mergedInto) return noted(file, 'already-recorded')
  const mergedInto = { ...entryOf(context), into }
  return applied(withTies({ ...file, mergedInto }, file.ties, context.at))
}

const act = (file: OwnerFile, deed: OwnerFileAct, context: ActContext) => {
  const entry = entryOf(context)
  switch (deed.act) {
    case 'open':
      return noted(file, 'already-recorded')
    case 'amend': {
      const edits = Object.entries(deed.fields).flatMap(([part, edit]) =>
        edit ? [{ part, held: file[part as keyof typeof deed.fields], ...edit }] : [],
      )
      const { standing, merged, outcome } = merge(file, edits, context)
      return outcome({ ...file, ...standing, ...merged })
    }
    case 'tie':
      return tie(file, deed, context)
    case 'leave':
      return leaveOrComeBack(file, deed.home, deed.on, context)
    case 'comeBack':
      return leaveOrComeBack(file, deed.home, null, context)
    case 'withdraw':
      return withdraw(file, context)
    case 'note':
      return applied({
        ...file,
        notes: [...file.notes, { ...entry, words: deed.words, withdrawn: null }],
      })
    case 'withdrawNote': {
      const note = file.notes.find(({ change }) => change === deed.note)
      if (!note || note.withdrawn) return noted(file, 'already-voided')
      const withdrawn = { ...entry, why: deed.why }
      const notes = file.notes.map((each) => (each === note ? { ...note, withdrawn } : each))
      return applied({ ...file, notes })
    }
    case 'dial': {
      const dials = [...file.dials, { ...entry, tail: deed.tail }].slice(-DIALS_KEPT)
      return applied({ ...file, dials })
    }
    case 'reveal': {
      const { tail, why, minutes } = deed
      const reveal = { ...entry, tail, why, until: context.at + minutes * MINUTE }
      return applied({ ...file, reveals: [...file.reveals, reveal] })
    }
    case 'paper':
    case 'withdrawPaper':
    case 'look':
      return applyPaper(file, deed, context)
    case 'settle':
      return applied({
        ...file,
        settled: [...file.settled, { ...entry, of: deed.of, part: deed.part }],
      })
    case 'handOut': {
      const { how, why } = deed
      return applied({ ...file, handOuts: [...file.handOuts, { ...entry, how, why }] })
    }
    case 'mergeInto':
      return mergeInto(file, deed, context)
    case 'separate':
      if (!file.mergedInto) return noted(file, 'already-recorded')
      return applied(withTies({ ...file, mergedInto: null }, file.ties, context.at))
  }
}

export const ownerFileKind: RecordKind<OwnerFile, OwnerFileAct> = {
  kind: 'OwnerFile',
  record: ownerFileSchema,
  acts: ownerFileActs,
  creates: ['open'],
  apply: (file, deed, context) => {
    if (!file) return deed.act === 'open' ? open(deed, context) : malformed
    const { withdrawn, ...rest } = file
    if (isInThread([...doneWith(file), withdrawn ?? []].flat(), context)) return applied(file)
    if (!withdrawn) return act(file, deed, context)
    if (deed.act === 'withdraw' || deed.act === 'open') return noted(file, 'already-voided')
    return act({ ...rest, closedAt: null }, deed, context)
  },
  // [OF2] Names and numbers of people: for those who serve the building.
  scopeOf: ({ building }) => homesScope(building),
  settledAt: ({ closedAt }) => closedAt,
  // The building too: what was done there is asked for by it.
  about: ({ ties, building }) => [...ties.map(({ home }) => home), building],
  photosOf: ({ papers }) => papers.flatMap(({ photos }) => photos),
}
