import { computed } from 'vue'
import { standing } from '../domain/ticket/still-standing'
import type { Ticket } from '../domain/ticket/ticket'
import { handlerOf } from '../domain/ticket/handler'
import { tellingsFor, type TellingFacts } from '../domain/ready-words'
import type { Telling } from '../domain/telling'
import { copyText } from '../device/clipboard'
import { useEstate } from './estate'

const doneOf = ({ thread }: Ticket): string => {
  const resolved = standing(thread)
    .filter(({ kind }) => kind === 'resolved')
    .at(-1)
  return resolved && 'words' in resolved ? resolved.words.trim() : ''
}

/** [PR13] Ready words for telling an owner: the community's own, else those the app brings. */
export const useTellings = (
  ticket: () => Ticket,
  brought: () => readonly Telling[],
  /** When they hear next, in words; empty where no time was said. */
  when: () => string,
) => {
  const estate = useEstate()
  const facts = computed<TellingFacts>(() => {
    const { home, place, title } = ticket()
    return {
      ...{ place: estate.placeName(home ?? place), matter: title, when: when() },
      ...{ who: estate.staffName(handlerOf(ticket())), done: doneOf(ticket()) },
    }
  })
  const own = computed(
    () => estate.communities.find(({ id }) => id === ticket().community)?.tellings,
  )
  const phrases = computed(() => tellingsFor(ticket(), own.value ?? brought(), facts.value))
  return { phrases, copy: copyText }
}
