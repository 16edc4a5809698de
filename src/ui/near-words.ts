import { useI18n } from 'petite-vue-i18n'

const KILOMETRE = 1_000

/** 离点位约 12 米(精度 ±8 米); beyond a kilometre in kilometres, a hundred metres at a time. */
export const useNearWords = () => {
  const { t } = useI18n()
  return (distance: number, accuracy: number): string =>
    distance < KILOMETRE
      ? t('checkIn.near.metres', { distance, accuracy: Math.round(accuracy) })
      : t('checkIn.near.kilometres', {
          distance: (distance / KILOMETRE).toFixed(1),
          accuracy: Math.round(accuracy),
        })
}
