import { computed } from 'vue'
import { newestForm, type Form } from '../domain/form/form'
import { useLive } from './live'
import { usePhone } from './phone'
import { useVisitDay } from './visit-day'

/** The questionnaires planners published, as this phone holds them; of each its newest version last. */
export const useQuestionnaires = () => {
  const { database } = usePhone()
  const held = useLive<readonly Form[] | null>(
    () => async () =>
      (await database.forms.toArray())
        .map(({ record }) => record)
        .filter(({ purpose }) => purpose === 'questionnaire'),
    null,
  )
  const newest = computed(() =>
    (held.value ?? []).filter((form) => newestForm(held.value ?? [], form.form) === form),
  )
  return { held, newest }
}

/** [VI21] The one this community asks at the door; null where it asks none. */
export const useQuestionnaire = () => {
  const day = useVisitDay()
  const { held } = useQuestionnaires()
  return computed<Form | null>(() => {
    const asked = day.value.rule.questionnaire
    return (asked && newestForm(held.value ?? [], asked)) ?? null
  })
}
