import { shallowReactive, toRefs } from 'vue'
import { failed } from '../domain/result'
import type { TicketAct } from '../domain/ticket/act'
import type { ClauseRef, SOLVED, WATCHES } from '../domain/ticket/after-closing'
import { dueOf } from '../domain/ticket/clock-rule'
import type { TicketDeed } from '../domain/ticket/deed'
import type { Ticket } from '../domain/ticket/ticket'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useTickets } from './ticket'
import { ticketDraftKey } from './ticket-draft'

/** One deed with fields of its own, kept as it is written, saved once. */
export const useDeedForm = <Written extends object>(
  ticket: () => Ticket,
  deed: TicketDeed,
  empty: Written,
) => {
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const written = shallowReactive({ ...empty }) as Written
  const draft = useKeptDraft<Written>(ticketDraftKey(ticket().id, deed), {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  /** The change it became; null when it was not saved, and `failure` says why. */
  const save = async (acts: readonly TicketAct[]): Promise<string | null> => {
    let change: string | null = null
    await saving(async () => {
      const saved = await draft.handIn((dropDrafts) =>
        tickets.save(
          acts.map((act) => ({ record: ticket().id, act })),
          { dropDrafts },
        ),
      )
      if (!saved.ok) return failed(saved.error)
      change = saved.value[0] ?? null
      return saved
    })
    return change
  }
  return { written, fields: toRefs(written), draft, save, failure, isBusy }
}

/** [CL1] What was learnt, asked before it closes. */
export const useLearntForm = (ticket: () => Ticket) => {
  const seen = ticket()
  const form = useDeedForm(ticket, 'close', {
    ...{ cause: '', lesson: '' },
    watch: null as (typeof WATCHES)[number] | null,
  })
  const { written } = form
  const missing = (): 'cause' | 'lesson' | 'watch' | null => {
    if (!written.cause.trim()) return 'cause'
    if (!written.lesson.trim()) return 'lesson'
    return written.watch ? null : 'watch'
  }
  const close = () => {
    const { watch } = written
    if (missing() || !watch) return Promise.resolve(null)
    const learnt = { cause: written.cause.trim(), lesson: written.lesson.trim(), watch }
    return form.save([{ act: 'close', from: seen.status, learnt }])
  }
  return { ...form, missing, close }
}

export const STARS = ['1', '2', '3', '4', '5'] as const

interface Asked {
  channel: 'phone' | 'door' | 'message'
  reached: 'yes' | 'no' | null
  solved: (typeof SOLVED)[number] | null
  score: (typeof STARS)[number] | null
  words: string
  opensAgain: boolean
}

/** [CL4] What the owner says some days later. */
export const useFollowUpForm = (ticket: () => Ticket) => {
  const phone = usePhone()
  const estate = useEstate()
  const tickets = useTickets()
  const form = useDeedForm<Asked>(ticket, 'followUp', {
    ...{ channel: 'phone', reached: null, solved: null, score: null },
    ...{ words: '', opensAgain: true },
  })
  const { written } = form
  const isUnsolved = () => written.reached === 'yes' && written.solved === 'no'
  const mayReopen = tickets.mayDo('reopen')
  const missing = (): 'reached' | 'solved' | 'score' | 'words' | null => {
    if (!written.reached) return 'reached'
    if (written.reached === 'no') return null
    if (!written.solved) return 'solved'
    if (!written.score) return 'score'
    return isUnsolved() && !written.words.trim() ? 'words' : null
  }
  const save = () => {
    if (missing()) return Promise.resolve(null)
    const { channel, solved, score, reached } = written
    const words = written.words.trim()
    const answer = reached === 'yes' && solved && score ? { solved, score: Number(score) } : null
    const acts: TicketAct[] = [{ act: 'followUp', channel, answer, words }]
    if (isUnsolved() && written.opensAgain && mayReopen) {
      const held = ticket()
      const community = estate.communities.find(({ id }) => id === held.community)
      const due = community ? { due: dueOf(held, phone.now(), community) } : {}
      acts.push({ act: 'reopen', from: 'closed', words, photos: [], ...due })
    }
    return form.save(acts)
  }
  return { ...form, isUnsolved, mayReopen, missing, followUp: save }
}

interface Outside {
  way: 'decline' | 'help'
  clause: ClauseRef | null
  words: string
}

/** [CO2] Outside the contract: refused, once it is confirmed, or helped all the same. */
export const useOutsideForm = (ticket: () => Ticket) => {
  const form = useDeedForm<Outside>(ticket, 'proposeDecline', {
    ...{ way: 'decline', clause: null, words: '' },
  })
  const { written } = form
  const missing = (): 'clause' | 'words' | null => {
    if (!written.clause) return 'clause'
    return written.words.trim() ? null : 'words'
  }
  const save = () => {
    const { clause } = written
    if (missing() || !clause) return Promise.resolve(null)
    const words = written.words.trim()
    return form.save([
      written.way === 'decline'
        ? { act: 'proposeDecline', words, clause }
        : { act: 'helpAnyway', words, clause },
    ])
  }
  return { ...form, missing, propose: save }
}

/** A deed that needs one word why: help all the same. */
export const useHelpForm = (ticket: () => Ticket) => {
  const form = useDeedForm(ticket, 'helpAnyway', { words: '' })
  const save = (clause: ClauseRef | null) => {
    const words = form.written.words.trim()
    if (!words) return Promise.resolve(null)
    return form.save([{ act: 'helpAnyway', words, clause }])
  }
  return { ...form, help: save }
}
