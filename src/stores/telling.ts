import { computed } from 'vue'
import { standing } from '../domain/ticket/still-standing'
import type { Ticket } from '../domain/ticket/ticket'
import { handlerOf } from '../domain/ticket/handler'
import { mayAct } from '../domain/permission'
import { tellingsFor, type TellingFacts } from '../domain/ready-words'
import type { Telling } from '../domain/telling'
import { act } from './act'
import { copyText } from '../device/clipboard'
import { useEstate } from './estate'
import { usePhone } from './phone'

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

/** The community's own ready words, for whoever may set them. */
export const useTellingSetting = () => {
  const phone = usePhone()
  const estate = useEstate()
  return {
    mayEdit: mayAct(phone.person.roles, 'Community', 'amend'),
    /** Null puts the app's own back. */
    save: (tellings: readonly Telling[] | null) => {
      const { community } = estate
      if (!community) throw new Error('No community')
      const meant = tellings ? [...tellings] : null
      const fields = { tellings: { seen: community.tellings ?? null, meant } }
      return act(phone, [
        { kind: 'Community', record: community.id, act: { act: 'amend', fields } },
      ])
    },
  }
}
