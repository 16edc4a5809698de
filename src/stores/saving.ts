import { ref } from 'vue'
import { useI18n } from 'vue-i18n'
import type { Result } from '../domain/result'
import type { SaveFailure } from '../storage/save-acts'

/** One save at a time: a second tap does nothing; a failure becomes words with a way out. */
export const useSaving = () => {
  const { t } = useI18n()
  const isBusy = ref(false)
  const failure = ref('')

  const saving = async (work: () => Promise<Result<unknown, SaveFailure>>): Promise<boolean> => {
    if (isBusy.value) return false
    isBusy.value = true
    failure.value = ''
    try {
      const saved = await work()
      if (!saved.ok) failure.value = t(`error.save.${saved.error.kind}`)
      return saved.ok
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, failure, saving }
}
