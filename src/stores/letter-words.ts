import { computed, shallowReactive, toRefs } from 'vue'
import * as v from 'valibot'
import { calendarDaySchema, type CalendarDay } from '../domain/calendar-day'
import type { OwnerLetter, SENDINGS } from '../domain/letter/letter'
import { localDay } from '../domain/time-zone'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import type { LetterActs, LetterDeed } from './letter'
import { usePhone } from './phone'

interface Written {
  words: string
  how: (typeof SENDINGS)[number]
  on: string
  who: string
}

/** What a step on a letter asks: words back, a reason, or how and when it went. */
export const useLetterWords = (
  deed: 'sendBack' | 'send' | 'withdraw',
  letter: OwnerLetter,
  acts: LetterActs,
) => {
  const phone = usePhone()
  const estate = useEstate()
  const today = localDay(phone.now(), estate.zone)
  const written: Written = shallowReactive<Written>({
    ...{ words: '', how: 'post', on: today, who: phone.person.name },
  })
  const draft = useKeptDraft<Written>(`letter/${letter.id}/${deed}`, {
    read: () => ({ ...written }),
    write: (kept) => Object.assign(written, kept),
  })
  const missing = computed<'words' | 'on' | 'future' | 'who' | null>(() => {
    if (deed !== 'send') return written.words.trim() ? null : 'words'
    if (!v.is(calendarDaySchema, written.on)) return 'on'
    if (written.on > today) return 'future'
    return written.who.trim() ? null : 'who'
  })
  const deedOf = (): LetterDeed => {
    if (deed === 'sendBack') return { act: deed, words: written.words.trim() }
    if (deed === 'withdraw') return { act: deed, reason: written.words.trim() }
    const { how, on, who } = written
    return { act: deed, how, on: on as CalendarDay, who: who.trim() }
  }
  const save = async (told: string): Promise<boolean> => {
    if (missing.value) return false
    let isSaved = false
    await draft.handIn(async (dropDrafts) => {
      isSaved = await acts.doTo(deedOf(), { dropDrafts, told })
      return { ok: isSaved }
    })
    return isSaved
  }
  return { fields: toRefs(written), draft, missing, save }
}
