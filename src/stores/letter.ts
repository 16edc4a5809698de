import { computed } from 'vue'
import { hashBlob } from '../device/hash'
import {
  letterState,
  permits,
  type OwnerLetter,
  type OwnerLetterAct,
} from '../domain/letter/letter'
import { letterText } from '../domain/letter/paper'
import { mayAct } from '../domain/permission'
import type { ActToSave } from '../storage/save-acts'
import { act } from './act'
import { useLive } from './live'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** One letter as the database has it now: null where there is none, undefined until it was looked up. */
export const useLetter = (id: () => string | null) => {
  const { database } = usePhone()
  return useLive<OwnerLetter | null | undefined>(() => {
    const wanted = id()
    return async () => (wanted ? ((await database.ownerLetters.get(wanted))?.record ?? null) : null)
  }, undefined)
}

/** Every letter about one ticket, the latest first. */
export const useLettersOf = (ticket: () => string) => {
  const { database } = usePhone()
  return useLive<readonly OwnerLetter[]>(() => {
    const wanted = ticket()
    return async () =>
      (await database.ownerLetters.where('ticket').equals(wanted).toArray())
        .map(({ record }) => record)
        .sort((one, other) => other.written.at - one.written.at)
  }, [])
}

export const useMayLetter = () => {
  const { person } = usePhone()
  return (name: OwnerLetterAct['act']) => mayAct(person.roles, 'OwnerLetter', name)
}

export const hashLetter = ({ id, sheet }: Pick<OwnerLetter, 'id' | 'sheet'>): Promise<string> =>
  hashBlob(new Blob([letterText(id, sheet)]))

type Later = Exclude<OwnerLetterAct, { act: 'write' | 'rewrite' }>
/** What somebody does to the letter before them; which text that is, and its hash, come by themselves. */
export type LetterDeed =
  | { readonly act: 'endorse' | 'approve' }
  | Omit<Extract<Later, { act: 'sendBack' }>, 'of'>
  | Omit<Extract<Later, { act: 'send' }>, 'of' | 'sha256'>
  | Extract<Later, { act: 'withdraw' }>

/** [LE3] [LE5] What can be done to a letter by whoever looks at it, from the text they saw. */
export const useLetterActs = (letter: () => OwnerLetter | null | undefined) => {
  const phone = usePhone()
  const may = useMayLetter()
  const { failure, isBusy, saving } = useSaving()
  const state = computed(() => {
    const shown = letter()
    return shown ? letterState(shown) : null
  })
  const can = (name: Later['act'] | 'rewrite'): boolean => {
    const shown = letter()
    return !!shown && may(name) && permits(shown, name)
  }
  const whole = async (shown: OwnerLetter, deed: LetterDeed): Promise<OwnerLetterAct> => {
    const of = shown.written.change
    if (deed.act === 'withdraw') return deed
    if (deed.act === 'sendBack') return { ...deed, of }
    return { ...deed, of, sha256: await hashLetter(shown) }
  }
  /** [LE6] Sent, the owner has been told in writing: both in one save. */
  const actsFor = (shown: OwnerLetter, deed: OwnerLetterAct, told: string): ActToSave[] => {
    const own: ActToSave = { kind: 'OwnerLetter', record: shown.id, act: deed }
    if (deed.act !== 'send') return [own]
    const tell = { act: 'tellOwner', channel: 'letter', reached: true, nextWordAt: null } as const
    return [own, { kind: 'Ticket', record: shown.ticket, act: { ...tell, words: told } }]
  }
  const doTo = (deed: LetterDeed, extras: { dropDrafts?: readonly string[]; told?: string } = {}) =>
    saving(async () => {
      const shown = letter()
      if (!shown) return { ok: false, error: { kind: 'refused' } }
      const { told = '', ...rest } = extras
      const acts = actsFor(shown, await whole(shown, deed), told)
      return act(phone, acts, { ...rest, whole: acts.length > 1 })
    })
  return { state, can, doTo, failure, isBusy }
}

export type LetterActs = ReturnType<typeof useLetterActs>
