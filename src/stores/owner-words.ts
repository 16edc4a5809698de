import { shallowReactive, toRefs } from 'vue'
import type { OwnerFileAct } from '../domain/owner/act'
import type { OwnerFile } from '../domain/owner/owner-file'
import type { PlaceId } from '../domain/place'
import type { Result } from '../domain/result'
import type { SaveExtras, SaveFailure } from '../storage/save-acts'
import { useKeptDraft } from './kept-draft'
import { useOwnerFileActs } from './owner-file'
import { useSaving } from './saving'

export type WordsFor =
  | { readonly what: 'note' }
  | { readonly what: 'reveal'; readonly number: string; readonly nth: number }
  | { readonly what: 'withdraw'; readonly note: string }
  | { readonly what: 'look' | 'withdrawPaper'; readonly paper: string }

const ofWhat = (wanted: WordsFor): string => {
  if (wanted.what === 'note') return ''
  if (wanted.what === 'reveal') return String(wanted.nth)
  return 'note' in wanted ? wanted.note : wanted.paper
}

const deedOf = (wanted: Exclude<WordsFor, { what: 'reveal' | 'look' }>, words: string) => {
  if (wanted.what === 'note') return { act: 'note', words }
  return wanted.what === 'withdraw'
    ? { act: 'withdrawNote', note: wanted.note, why: words }
    : { act: 'withdrawPaper', paper: wanted.paper, why: words }
}

/** One line that an act needs: a fact, or a reason; kept until it is saved. */
export const useOwnerWords = (home: PlaceId, file: OwnerFile, wanted: WordsFor) => {
  const acts = useOwnerFileActs()
  const { failure, isBusy, saving } = useSaving()
  const written: { words: string } = shallowReactive<{ words: string }>({ words: '' })
  const of = ofWhat(wanted)
  const draft = useKeptDraft<{ words: string }>(`owner/${home}//${file.id}/${wanted.what}/${of}`, {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const send = (extras: SaveExtras): Promise<Result<unknown, SaveFailure>> => {
    const words = written.words.trim()
    if (wanted.what === 'reveal') return acts.reveal(file, wanted.number, words, extras)
    if (wanted.what === 'look') return acts.look(file, wanted.paper, words, extras)
    return acts.save(file, deedOf(wanted, words) as OwnerFileAct, extras)
  }
  const save = async (): Promise<boolean> =>
    written.words.trim() !== '' &&
    (await saving(() => draft.handIn((dropDrafts) => send({ dropDrafts }))))
  return { ...toRefs(written), draft, save, failure, isBusy }
}
