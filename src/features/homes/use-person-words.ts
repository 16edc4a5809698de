import { useI18n } from 'petite-vue-i18n'
import type { HomePerson } from '../../domain/owner/question'

/** A person's facts, each only where it is known. */
export const usePersonWords = () => {
  const { t } = useI18n()
  const tieWords = ({ tie }: HomePerson): string =>
    [
      tie.share !== null && tie.share < 100 ? t('owner.shareOf', { n: tie.share }) : '',
      tie.leftOn && tie.since ? t('owner.fromTo', { since: tie.since, left: tie.leftOn }) : '',
      tie.leftOn && !tie.since ? t('owner.leftOn', { day: tie.leftOn }) : '',
      !tie.leftOn && tie.since ? t('owner.sinceDay', { day: tie.since }) : '',
      !tie.leftOn && tie.until ? t('owner.untilDay', { day: tie.until }) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  const factsOf = ({ file }: HomePerson) =>
    [
      { key: 'address', value: file.address },
      { key: 'hours', value: file.hours },
      {
        key: 'household',
        value: file.household === null ? '' : t('owner.people', { n: file.household }),
      },
      { key: 'occupation', value: file.occupation },
      { key: 'plates', value: file.plates.join(' · ') },
      { key: 'pets', value: file.pets },
      { key: 'language', value: file.language },
      {
        key: 'consent',
        value: [t(`owner.consentIs.${file.consent}`), file.consentOn ?? '', file.purpose]
          .filter(Boolean)
          .join(' · '),
      },
    ]
      .filter(({ value }) => value !== '')
      .map((fact) => ({ ...fact, label: t(`owner.field.${fact.key}`) }))
  return { tieWords, factsOf }
}
