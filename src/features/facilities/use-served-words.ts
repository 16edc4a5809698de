import { useI18n } from 'petite-vue-i18n'
import type { FacilityId } from '../../domain/facility'
import type { Served } from '../../domain/serve/served'
import { useEstate } from '../../stores/estate'

/** [FA20] What is served, as one says it: 3栋 1–10 层. */
export const useServedWords = () => {
  const { t } = useI18n()
  const estate = useEstate()
  return (served: Served, nameOf: (id: FacilityId) => string): string => {
    if (served.kind === 'facility') return nameOf(served.facility) || t('serve.unknown')
    const place = estate.placeName(served.place) || t('serve.unknown')
    const { from, to } = served
    if (from !== null && to !== null) return t('serve.between', { place, from, to })
    if (from !== null) return t('serve.upFrom', { place, from })
    return to === null ? place : t('serve.upTo', { place, to })
  }
}
