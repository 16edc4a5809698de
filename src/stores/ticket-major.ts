import { computed, ref, shallowReactive, toRefs } from 'vue'
import type { Community } from '../domain/community'
import type { TicketAct } from '../domain/ticket/act'
import { hasSomeoneToTell } from '../domain/ticket/closing'
import type { TELLING_CHANNELS } from '../domain/ticket/entry'
import { dueAs } from '../domain/ticket/clock-rule'
import type { Due, Ticket } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { useSaving } from './saving'
import { useTickets } from './ticket'
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
  const missing = computed<'reason' | 'told' | null>(() => {
    if (!written.reason.trim()) return 'reason'
    return mayTell.value && !written.told ? 'told' : null
  })

  const actsOf = (): readonly TicketAct[] => {
    const held = ticket()
    const { leader = null } = community.value ?? {}
    const { reason, words, told, channel, said, nextWord } = written
    const due = timedAs(held, 'major', community.value)
    const raised: TicketAct = {
      ...{ act: 'raise', reason: reason.trim(), words: words.trim(), leader, due },
    }
    if (!mayTell.value || told === 'later') return [raised]
    const nextWordAt = nextWord ? Number(nextWord) : null
    const how = { channel, reached: told === 'yes', words: said.trim(), nextWordAt }
    return [raised, { act: 'tellOwner', ...how }]
  }

  const save = async (): Promise<string | null> => {
    if (missing.value) return null
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
  return { fields, draft, community, majorReasons, mayTell, missing, save, isBusy, failure }
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
