import { useI18n } from 'petite-vue-i18n'
import type { Instant } from '../../domain/instant'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import type { RefusedWork } from '../../stores/refused-work'
import { useTimeWords } from '../../ui/time/use-time-words'
import { useRawWords } from '../../ui/use-raw-words'
import { attachedTo, saidIn } from './said-in'

/** One act the server did not take, with what it is known by. */
export interface Shown {
  readonly kind: string
  /** What its record is called, where that is known here. */
  readonly of?: string
  readonly at: Instant
  readonly why: RefusedWork['why']
  readonly acts: readonly { readonly act: string }[]
}

/** [EX5] What was refused, in words. */
export const useRefusedWords = () => {
  const { t } = useI18n()
  const rawWords = useRawWords()
  const estate = useEstate()
  const { tick } = usePhone()
  const { moment } = useTimeWords()

  const kindOf = (kind: string) =>
    rawWords(`state.record.${kind}`) ? t(`state.record.${kind}`) : t('upload.refusal.unknown-kind')

  const titleOf = ({ kind, of, acts }: Shown): string => {
    const steps = acts.flatMap(({ act }) =>
      kind === 'Ticket' && rawWords(`ticket.step.${act}`) ? [t(`ticket.step.${act}`)] : [],
    )
    return [of ?? kindOf(kind), ...steps].join(' · ')
  }
  const factsOf = ({ at, why, acts }: Shown): string => {
    const attached = attachedTo(acts)
    return [
      moment(at, tick.value, estate.zone),
      ...(attached > 0 ? [t('upload.unsent.refused.photos', { n: attached })] : []),
      t(`upload.refusal.${why}`),
    ].join(' · ')
  }
  const saidBy = ({ acts }: Shown): string => [...new Set(saidIn(acts))].join(' / ')
  return { titleOf, factsOf, saidBy }
}
