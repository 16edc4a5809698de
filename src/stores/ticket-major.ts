import { computed, ref, shallowReactive, toRefs } from 'vue'
import type { Community } from '../domain/community'
import { MOST } from '../domain/intake/fault'
import type { TicketAct } from '../domain/ticket/act'
import { hasSomeoneToTell } from '../domain/ticket/closing'
import type { TELLING_CHANNELS } from '../domain/ticket/entry'
import { mayRaise, toLeaderOf } from '../domain/ticket/raise'
import { dueAs } from '../domain/ticket/clock-rule'
import type { Due, Ticket } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useSaving } from './saving'
import { usePlainWords } from './plain-words'
import { useCaller, useTickets } from './ticket'
import { ticketDraftKey } from './ticket-draft'
import { useTopics } from './topics'

interface Raised {
  reason: string
  words: string
  told: 'yes' | 'no' | 'later' | null
  channel: (typeof TELLING_CHANNELS)[number]
  said: string
  nextWord: string
}

type RaiseField = 'reason' | 'words' | 'told' | 'said'
export type RaiseFault = 'missing' | { readonly length: number; readonly most: number }

const MOST_OF = { reason: MOST.reason, words: MOST.words, said: MOST.said } as const

const faultOf = (field: keyof typeof MOST_OF, text: string, isNeeded: boolean) => {
  const most = MOST_OF[field]
  const { length } = text.trim()
  if (length > most) return { [field]: { length, most } }
  return isNeeded && length === 0 ? { [field]: 'missing' as const } : {}
}

const useCommunity = (ticket: () => Ticket) => {
  const estate = useEstate()
  return computed(() => estate.communities.find(({ id }) => id === ticket().community) ?? null)
}

/** The clocks of that gravity, from when those it has began. */
const timedAs = (held: Ticket, gravity: Ticket['gravity'], community: Community | null): Due =>
  community ? dueAs(held, gravity, community) : held.due

/** [MJ2] To the leader, and the owner told why and when they hear. */
export const useTicketRaise = (ticket: () => Ticket) => {
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const community = useCommunity(ticket)
  const { majorReasons } = useTopics(() => community.value)
  const written: Raised = shallowReactive<Raised>({
    ...{ reason: '', words: '', told: null, channel: 'phone', said: '', nextWord: '' },
  })
  const draft = useKeptDraft<Raised>(ticketDraftKey(ticket().id, 'raise'), {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const mayTell = computed(() => hasSomeoneToTell(ticket()) && tickets.mayDo('tellOwner'))
  const caller = useCaller(ticket)
  const plain = usePlainWords()
  /** What of the form cannot be kept so, by its field. */
  const faults = computed<Partial<Record<RaiseField, RaiseFault>>>(() => ({
    ...faultOf('reason', written.reason, true),
    ...faultOf('words', written.words, false),
    ...(mayTell.value && !written.told ? { told: 'missing' } : {}),
    ...(mayTell.value ? faultOf('said', written.said, false) : {}),
  }))

  const actsOf = (): readonly TicketAct[] => {
    const held = ticket()
    const { told, channel, nextWord } = written
    const name = caller.value?.name ?? ''
    const [reason, words, said] = [written.reason, written.words, written.said].map((each) =>
      plain(each, name),
    ) as [string, string, string]
    const due = timedAs(held, 'major', community.value)
    const raised: TicketAct = {
      ...{ act: 'raise', reason, words, ...toLeaderOf(community.value), due },
    }
    if (!mayTell.value || told === 'later') return [raised]
    const nextWordAt = nextWord ? Number(nextWord) : null
    const how = { channel, reached: told === 'yes', words: said, nextWordAt }
    return [raised, { act: 'tellOwner', ...how }]
  }

  const save = async (): Promise<string | null> => {
    if (Object.keys(faults.value).length > 0) return null
    let change: string | null = null
    await saving(async () => {
      const acts = actsOf().map((act) => ({ record: ticket().id, act }))
      const saved = await draft.handIn((dropDrafts) => tickets.save(acts, { dropDrafts }))
      if (saved.ok) change = saved.value[0] ?? null
      return saved
    })
    return change
  }
  const fields = toRefs(written)
  return { fields, draft, community, majorReasons, mayTell, faults, save, isBusy, failure }
}

/** [MJ2] Where it lies with somebody who leads no more: to the leader of today, with the same reason. */
export const useRaiseOn = (ticket: () => Ticket) => {
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const community = useCommunity(ticket)
  /** To whom it would go; null where it is with them already, or known. */
  const leader = computed(() => {
    const { major } = ticket()
    const { leader } = toLeaderOf(community.value)
    const isOn = major?.heededAt === null && mayRaise(ticket(), leader)
    return isOn && tickets.mayDo('raise') ? leader : null
  })
  const save = async (): Promise<void> => {
    const held = ticket()
    const { major, due } = held
    if (!major || !leader.value) return
    const act: TicketAct = {
      ...{ act: 'raise', reason: major.reason, words: '', ...toLeaderOf(community.value), due },
    }
    await saving(() => tickets.save([{ record: held.id, act }]))
  }
  return { leader, save, isBusy, failure }
}

/** [MJ4] The leader says that they know, and what to do; the work has its own clock again. */
export const useTicketHeed = (ticket: () => Ticket) => {
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const community = useCommunity(ticket)
  const words = ref('')
  const isOrdinary = ref(false)
  const draft = useKeptDraft(ticketDraftKey(ticket().id, 'heed'), {
    read: () => ({ words: words.value, isOrdinary: isOrdinary.value }),
    write: (value) => {
      words.value = value.words
      isOrdinary.value = value.isOrdinary
    },
  })
  const save = async (): Promise<string | null> => {
    let change: string | null = null
    await saving(async () => {
      const held = ticket()
      const due = timedAs(held, isOrdinary.value ? 'ordinary' : 'major', community.value)
      const act: TicketAct = {
        ...{ act: 'heed', words: words.value.trim(), isOrdinary: isOrdinary.value, due },
      }
      const saved = await draft.handIn((dropDrafts) =>
        tickets.save([{ record: held.id, act }], { dropDrafts }),
      )
      if (saved.ok) change = saved.value[0] ?? null
      return saved
    })
    return change
  }
  return { words, isOrdinary, draft, save, isBusy, failure }
}
