import { ref } from 'vue'
import { readDraft } from '../storage/draft'
import { useKeptDraft } from './kept-draft'
import type { Phone } from './phone'

interface MakeUpDraft {
  readonly why: string
}

export const makeUpKey = (round: string): string => `make-up/${round}`

/** [RD10] Why a round is walked after its window: asked once, kept until the act that begins it. */
export const useMakeUp = (round: string) => {
  const why = ref('')
  const kept = useKeptDraft<MakeUpDraft>(makeUpKey(round), {
    read: () => ({ why: why.value }),
    write: (draft) => (why.value = draft.why),
  })
  return { ...kept, why }
}

export const readMakeUp = async (phone: Phone, round: string): Promise<{ why?: string }> => {
  const draft = (await readDraft(phone.database, makeUpKey(round))) as MakeUpDraft | undefined
  return draft?.why ? { why: draft.why } : {}
}
