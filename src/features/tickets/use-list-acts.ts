import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import { useRouter } from 'vue-router'
import { mayAct } from '../../domain/permission'
import { usePhone } from '../../stores/phone'
import { useRepairActs } from '../../stores/repair-note'

/** [IN11] What a list of tickets leads to besides, for those who may. */
export const useListActs = () => {
  const { t } = useI18n()
  const router = useRouter()
  const { person } = usePhone()
  const mayTakeDown = mayAct(person.roles, 'Caller', 'note')
  const mayWriteNote = useRepairActs().mayDo('write')
  const PLACES = { repair: '/repair-notes/new', book: '/tickets/book' } as const
  const others = computed(() => [
    ...(mayWriteNote
      ? [{ value: 'repair' as const, label: t('repair.begin'), icon: 'wrench' as const }]
      : []),
    ...(mayTakeDown
      ? [{ value: 'book' as const, label: t('ticket.book'), icon: 'note' as const }]
      : []),
  ])
  return {
    ...{ mayTakeDown, others },
    goTo: (place: keyof typeof PLACES) => router.push(PLACES[place]),
    takeDown: () => router.push('/tickets/new'),
  }
}
