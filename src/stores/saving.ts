import { ref } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Result } from '../domain/result'
import { isWhole } from '../storage/whole'
import type { SaveFailure } from '../storage/save-acts'
import { usePhone } from './phone'

/** One save at a time: a second tap does nothing; a failure becomes words with a way out. */
export const useSaving = () => {
  const { t } = useI18n()
  const { database } = usePhone()
  const isBusy = ref(false)
  const failure = ref('')

  /** [ST11] What cannot be done on a phone whose memory was emptied is not a colleague's doing. */
  const wordsOf = async ({ kind }: SaveFailure): Promise<string> => {
    const isEmptied = kind === 'refused' && !(await isWhole(database))
    return t(`error.save.${isEmptied ? 'storage-emptied' : kind}`)
  }

  const saving = async (work: () => Promise<Result<unknown, SaveFailure>>): Promise<boolean> => {
    if (isBusy.value) return false
    isBusy.value = true
    failure.value = ''
    try {
      const saved = await work()
      if (!saved.ok) failure.value = await wordsOf(saved.error)
      return saved.ok
    } finally {
      isBusy.value = false
    }
  }

  return { isBusy, failure, saving }
}
