import { useI18n } from 'petite-vue-i18n'
import type { Round, RoundEntry } from '../../domain/round'
import { tooSoonAfter } from '../../domain/round-judgement'
import { useEstate } from '../../stores/estate'
import type { RoundView } from '../../stores/patrol'
import { usePhone } from '../../stores/phone'

type EntryOf<Kind extends RoundEntry['kind']> = Extract<RoundEntry, { kind: Kind }>

const entriesOf = <Kind extends RoundEntry['kind']>(round: Round | null, kind: Kind) =>
  (round?.thread ?? []).filter((entry): entry is EntryOf<Kind> => entry.kind === kind)

/** What is to be known of a round in words: handed over, made up, ended early, too soon after another. */
export const useRoundFacts = () => {
  const { t } = useI18n()
  const { person } = usePhone()
  const estate = useEstate()

  const factsOf = ({ round, endedAt }: RoundView): readonly string[] => {
    const handed = entriesOf(round, 'handedOver').map(({ by, to, reason }) => {
      const names = { name: estate.staffName(by), to: estate.staffName(to) }
      const isToMe = endedAt === null && to === person.staff
      return t(isToMe ? 'round.handedToMe' : 'round.handedTo', { ...names, reason })
    })
    const made = entriesOf(round, 'started').flatMap(({ why }) =>
      why ? [t('round.madeUpBecause', { reason: why })] : [],
    )
    const ended = entriesOf(round, 'endedEarly').map(({ reason }) =>
      t('patrol.endedBecause', { reason }),
    )
    const soon = tooSoonAfter(round)
    const spaced =
      soon === null ? [] : [t('round.tooSoon', { n: soon, least: round?.spacing?.least ?? 0 })]
    return [...handed, ...made, ...ended, ...spaced]
  }
  return { factsOf }
}
