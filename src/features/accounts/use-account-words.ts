import { useI18n } from 'petite-vue-i18n'
import { inForce } from '../../domain/stand-in'
import type { Account, Duty } from '../../stores/accounts'
import type { StandInLine } from '../../stores/stand-ins'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'
import { servesHomes } from '../../domain/served-building'
import { useTimeWords } from '../../ui/time/use-time-words'

/** An account in words: what its person does where, when they were last heard, how it stands. */
export const useAccountWords = () => {
  const { t } = useI18n()
  const { tick } = usePhone()
  const estate = useEstate()
  const { ago, moment } = useTimeWords()

  const communityName = (id: string): string =>
    estate.communities.find((each) => each.id === id)?.name ?? t('accounts.elsewhere')
  const buildingsOf = (duty: Duty): string => {
    if (!servesHomes(duty.role)) return ''
    const labels = duty.buildings.map((id) => estate.placeById.get(id)?.label ?? '').filter(Boolean)
    return labels.join(t('ui.comma')) || t('accounts.noBuilding')
  }
  const dutyOf = (duty: Duty): string =>
    t('accounts.dutyOf', {
      role: t(`state.role.${duty.role}`),
      community: communityName(duty.community),
    })
  const at = (instant: number) => moment(instant, tick.value, estate.zone)
  return {
    communityName,
    buildingsOf,
    duty: dutyOf,
    /** With the buildings it serves, where it serves any. */
    whole: (duty: Duty): string => [dutyOf(duty), buildingsOf(duty)].filter(Boolean).join(' · '),
    /** Until when, or from when too where it has not begun. */
    span: ({ isNow, from, until }: StandInLine): string =>
      isNow
        ? t('accounts.standIn.endsAt', { time: at(until) })
        : t('accounts.standIn.between', { from: at(from), until: at(until) }),
    roles: ({ grants }: Account): string =>
      [...new Set(inForce(grants, tick.value).map(({ role }) => t(`state.role.${role}`)))].join(
        t('ui.comma'),
      ) || t('accounts.noDuty'),
    heard: ({ heardAt }: Account): string =>
      heardAt === null ? t('accounts.neverHeard') : ago(heardAt, tick.value),
    state: ({ closedAt, sessions }: Account): string => {
      if (closedAt !== null) return t('accounts.state.closed')
      return sessions > 0 ? t('accounts.state.open', { n: sessions }) : t('accounts.state.out')
    },
  }
}
