import type { Telling, TellingOccasion } from './telling'
import type { Ticket } from './ticket/ticket'

export const TELLING_FACTS = ['place', 'matter', 'who', 'when', 'done'] as const
export type TellingFact = (typeof TELLING_FACTS)[number]
/** What of the ticket stands in a phrase; empty where it says nothing of it. */
export type TellingFacts = Readonly<Record<TellingFact, string>>

/** How a phrase marks where a fact goes, as whoever edits it sees and types it. */
export const FACT_MARKS: TellingFacts = {
  place: '【地点】',
  matter: '【事情】',
  who: '【谁来】',
  when: '【什么时候】',
  done: '【做了什么】',
}

/** [PR13] What a ticket gives occasion to say: bad news has its words as well as good. */
export const occasionsOf = ({ kind, status }: Ticket): readonly TellingOccasion[] => {
  if (kind === 'praise') return ['praise']
  if (status === 'resolved' || status === 'closed') return ['done', 'bad']
  if (status === 'putOff') return ['waiting', 'bad']
  return status === 'received' ? ['received', 'bad'] : ['coming', 'bad']
}

/** [PR13] A phrase with the facts in it; null where it speaks of one that is not known. */
export const fillTelling = (words: string, facts: TellingFacts): string | null => {
  const isWhole = TELLING_FACTS.every((fact) => facts[fact] || !words.includes(FACT_MARKS[fact]))
  if (!isWhole) return null
  return TELLING_FACTS.reduce(
    (filled, fact) => filled.replaceAll(FACT_MARKS[fact], () => facts[fact]),
    words,
  )
}

/** Those for the ticket's occasions, filled; good news before bad. */
export const tellingsFor = (
  ticket: Ticket,
  tellings: readonly Telling[],
  facts: TellingFacts,
): readonly string[] =>
  occasionsOf(ticket).flatMap((on) =>
    tellings
      .filter((each) => each.on === on)
      .flatMap(({ words }) => fillTelling(words, facts) ?? []),
  )
