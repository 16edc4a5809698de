import { computed, type Ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { VISIT_CHANNELS, type VisitChannel } from '../../domain/visit/visit-fields'
import type { VisitedHome } from '../../domain/visit/visited-home'
import { useVisitWords } from '../../ui/visit/use-visit-words'

const LOOKS = {
  inspected: { icon: 'eye', tone: 'green' },
  met: { icon: 'check', tone: 'green' },
  notHome: { icon: 'dash', tone: 'plain' },
  refused: { icon: 'hand', tone: 'plain' },
  moved: { icon: 'forward', tone: 'plain' },
} as const

/** How somebody was met, and what there is to choose of what came of it. */
export const useResultOptions = (home: () => VisitedHome, channel: Readonly<Ref<VisitChannel>>) => {
  const { t } = useI18n()
  const { resultWords } = useVisitWords()
  const isVacant = computed(() => home().unit.occupancy === 'vacant')
  const channels = computed(() =>
    VISIT_CHANNELS.map((value) => ({ value, label: t(`visit.channel.${value}`) })),
  )
  const results = computed(() =>
    (['inspected', 'met', 'notHome', 'refused', 'moved'] as const)
      .filter((value) => value !== 'inspected' || (isVacant.value && channel.value === 'door'))
      .map((value) => ({
        ...{ value, ...LOOKS[value] },
        label: resultWords({ channel: channel.value, result: value }),
      })),
  )
  return { channels, results }
}
