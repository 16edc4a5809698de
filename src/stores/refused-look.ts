import { attachmentsOf, type CheckpointVisitAct } from '../domain/checkpoint-visit'
import type { Answer } from '../domain/form/answer'
import type { Instant } from '../domain/instant'
import type { TicketAct } from '../domain/ticket/act'
import type { PhoneDatabase } from '../storage/phone-database'
import { writeDraft } from '../storage/draft'
import { recordKey } from '../storage/record-key'
import type { RefusedWork } from '../storage/refused-work'
import { visitDraftKey, type VisitDraft } from './checkpoint-draft'

type Look = Extract<CheckpointVisitAct, { act: 'record' }>

/** [EX6] The look among what was refused, with whatever it made; null where there is none. */
export const lookIn = ({ acts }: RefusedWork): Look | null => {
  const looks = acts.filter(({ kind }) => kind === 'CheckpointVisit')
  const [only] = looks
  const act = only?.act as CheckpointVisitAct | undefined
  return looks.length === 1 && act?.act === 'record' ? act : null
}

/** Who waits to hear of what was found, as the tickets said that were refused with it. */
const ownersOf = async (
  { outbox }: PhoneDatabase,
  answers: readonly Answer[],
): Promise<NonNullable<VisitDraft['owners']>> => {
  const found = await Promise.all(
    answers.map(async ({ item, remedy }) => {
      if (remedy?.kind !== 'ticket') return []
      const items = await outbox.where('key').equals(recordKey('Ticket', remedy.ticket)).toArray()
      const acts = items.map(({ change }) => change.act as unknown as TicketAct)
      const home = acts.flatMap((act) => (act.act === 'receive' ? (act.home ?? []) : [])).at(0)
      const words = acts.flatMap((act) => (act.act === 'tellOwner' ? (act.nextWordAt ?? []) : []))
      return home ? [[item, { home, nextWord: String(words[0] ?? '') }] as const] : []
    }),
  )
  return Object.fromEntries(found.flat())
}

/**
 * [EX6] The stop as it was when it was finished, to be looked at and finished anew. Answers where;
 * `begun` where that stop is being looked at again already, which stays as it is.
 */
export const reopenLook = async (
  database: PhoneDatabase,
  look: Look,
  replaces: readonly number[],
  now: Instant,
): Promise<`/${string}` | 'begun'> => {
  const key = visitDraftKey(look.round, look.checkpoint)
  const { checkIn, answers, said = '', form, isNightCheck = false, community } = look
  const value: VisitDraft = {
    ...{ checkIn, answers, said, form, replaces, owners: await ownersOf(database, answers) },
    begunAt: { community, isNightCheck },
  }
  const isFree = await database.transaction(
    'rw',
    [database.drafts, database.photos],
    async (): Promise<boolean> => {
      if (await database.drafts.get(key)) return false
      for (const ref of attachmentsOf(checkIn, answers)) {
        const blob = (await database.photos.get(ref.sha256))?.blob
        if (blob) await writeDraft(database, `${key}/photo/${ref.sha256}`, { blob, ref }, now)
      }
      await writeDraft(database, key, value, now)
      return true
    },
  )
  return isFree ? `/patrol/rounds/${look.round}/stops/${look.checkpoint}` : 'begun'
}
