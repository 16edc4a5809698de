import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { mayAct } from '../../domain/permission'
import { ownerPromiseKind } from '../../domain/promise/apply'
import type { OwnerPromise } from '../../domain/promise/promise'
import type { Staff } from '../../domain/staff'
import { useEstate } from '../../stores/estate'
import { usePhone } from '../../stores/phone'

/** [PR8] Who may be asked to take a promise over: whoever tells owners and is given to see it. */
export const usePromiseColleagues = (promise: () => OwnerPromise) => {
  const { t } = useI18n()
  const { person } = usePhone()
  const estate = useEstate()
  return computed(() => {
    const { keeper, building } = promise()
    const scope = ownerPromiseKind.scopeOf(promise())
    const sees = ({ roles, scopes }: Staff) =>
      scopes?.includes(scope) ?? (building === null || roles.some((role) => role !== 'engineer'))
    const others = estate.staff.filter(
      (each) =>
        each.active &&
        each.id !== keeper &&
        mayAct(each.roles, 'OwnerPromise', 'takeOver') &&
        sees(each),
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
