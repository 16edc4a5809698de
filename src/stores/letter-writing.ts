import * as v from 'valibot'
import { computed, shallowReactive, toRefs } from 'vue'
import { calendarDaySchema, type CalendarDay } from '../domain/calendar-day'
import type { LetterId, OwnerLetter, OwnerLetterAct } from '../domain/letter/letter'
import { fillTemplate, FIRST_TEMPLATE, marksLeft } from '../domain/letter/first-template'
import type { LetterSheet } from '../domain/letter/sheet'
import { standing } from '../domain/ticket/still-standing'
import type { Ticket } from '../domain/ticket/ticket'
import { localDay } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface Written {
  salutation: string
  body: string
  signer: string
  datedOn: string
  /** The text this was written over. */
  of: string
}
export type LetterFault = 'salutation' | 'body' | 'marks' | 'signer' | 'datedOn'

/** `2026年11月24日`: a letter says the year, in the owner's language. */
export const letterDay = (day: string): string => {
  const [year = '', month = '', date = ''] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

const doneOf = ({ thread }: Ticket): string => {
  const last = standing(thread)
    .filter(({ kind }) => kind === 'resolved' || kind === 'verified')
    .at(-1)
  if (last?.kind === 'verified') return [last.words, last.way].filter(Boolean).join('\n')
  return last?.kind === 'resolved' ? last.words : ''
}

/** [LE2] A letter from its first word to a draft others approve; or written anew over the text that was seen. */
export const useLetterWriting = (ticket: Ticket, letter: OwnerLetter | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const today = localDay(phone.now(), estate.zone)
  const community = estate.communities.find(({ id }) => id === ticket.community)
  const home = estate.placeName(ticket.home ?? ticket.place)
  const begin = (): Omit<Written, 'of'> =>
    letter?.sheet ?? {
      salutation: `尊敬的${home.replaceAll(' ', '')}业主`,
      body: fillTemplate(community?.letterTemplate ?? FIRST_TEMPLATE, {
        received: letterDay(localDay(ticket.receivedAt, estate.zone)),
        matter: ticket.title,
        done: doneOf(ticket),
        contact: estate.staffName(ticket.firstResponsible),
      }),
      ...{ signer: phone.person.companyName, datedOn: today },
    }
  const written: Written = shallowReactive<Written>({
    ...begin(),
    of: letter?.written.change ?? '',
  })
  const draft = useKeptDraft<Written>(
    `ticket/${ticket.id}/letter${letter ? `/${letter.id}` : ''}`,
    {
      read: () => ({ ...written }),
      write: (kept) => Object.assign(written, kept),
    },
  )
  /** Somebody wrote it anew since this draft was begun: what is saved now would come too late. */
  const isOlder = computed(() => !!letter && written.of !== letter.written.change)

  const faults = computed<readonly LetterFault[]>(() => [
    ...(written.salutation.trim() ? [] : (['salutation'] as const)),
    ...(written.body.trim() ? [] : (['body'] as const)),
    ...(marksLeft(written.body).length > 0 ? (['marks'] as const) : []),
    ...(written.signer.trim() ? [] : (['signer'] as const)),
    ...(v.is(calendarDaySchema, written.datedOn) ? [] : (['datedOn'] as const)),
  ])
  const sheetOf = (): LetterSheet => ({
    ...{ salutation: written.salutation.trim(), body: written.body.trim() },
    ...{ signer: written.signer.trim(), datedOn: written.datedOn as CalendarDay },
  })
  const save = async (): Promise<string | null> => {
    if (faults.value.length > 0 || isOlder.value) return null
    const id = letter?.id ?? (phone.newId() as LetterId)
    const sheet = sheetOf()
    const deed: OwnerLetterAct = letter
      ? { act: 'rewrite', of: letter.written.change, sheet }
      : { act: 'write', community: ticket.community, ticket: ticket.id, sheet }
    const isSaved = await saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'OwnerLetter', record: id, act: deed }], { dropDrafts }),
      ),
    )
    return isSaved ? id : null
  }
  /** What was typed stays; it is said to be written over the newer text. */
  const goOn = () => {
    if (letter) written.of = letter.written.change
  }
  return {
    ...{ fields: toRefs(written), draft, faults, isOlder, goOn, save, failure, isBusy },
    marks: computed(() => marksLeft(written.body)),
  }
}
