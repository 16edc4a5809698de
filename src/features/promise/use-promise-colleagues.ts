import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { mayAct } from '../../domain/permission'
import type { OwnerPromise } from '../../domain/promise/promise'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'

/** Who may be asked to take a promise over: whoever tells owners, and of a home, whoever serves homes. */
export const usePromiseColleagues = (promise: () => OwnerPromise) => {
  const { t } = useI18n()
  const { person } = usePhone()
  const estate = useEstate()
  return computed(() => {
    const { keeper, building } = promise()
    const may = (roles: Parameters<typeof mayAct>[0]) =>
      mayAct(roles, 'OwnerPromise', 'takeOver') &&
      (building === null || roles.some((role) => role !== 'engineer'))
    const others = estate.staff.filter(
      ({ id, active, roles }) => active && id !== keeper && may(roles),
    )
    const mine = others.filter(({ id }) => id === person.staff)
    const rest = others.filter(({ id }) => id !== person.staff)
    return [
      { value: '', label: t('promise.pickPerson') },
      ...[...mine, ...rest].map(({ id, name, roles }) => ({
        value: id,
        label: [name, ...roles.map((role) => t(`state.role.${role}`))].join(' · '),
      })),
    ]
  })
}
