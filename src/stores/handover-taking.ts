import { computed, ref, shallowRef } from 'vue'
import type { HandoverId, ShiftHandover } from '../domain/handover/handover'
import { countedDifferences, namesPhone } from '../domain/handover/question'
import type { StaffId } from '../domain/id'
import { signatureFault, type Signature } from '../domain/signature'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface TakingDraft {
  readonly taker: string
  readonly counted: readonly { readonly index: number; readonly found: number | null }[]
  readonly words: string
  readonly signature: Signature | undefined
}

/** [HO3] Taking a handover over: on the giver's phone by somebody named, on one's own by oneself. */
export const useTaking = (handover: ShiftHandover) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const isGivers = handover.giver === phone.person.staff
  const named = handover.to.by === 'person' ? handover.to.staff : ''
  const taker = ref<string>(isGivers ? named : phone.person.staff)
  const counted = shallowRef<TakingDraft['counted']>([])
  const words = ref('')
  const signature = shallowRef<Signature | undefined>()
  const draft = useKeptDraft<TakingDraft>(`taking/${handover.id}`, {
    read: () => ({
      ...{ taker: taker.value, counted: counted.value, words: words.value },
      signature: signature.value,
    }),
    write: (value) => {
      taker.value = value.taker
      counted.value = value.counted
      words.value = value.words
      signature.value = value.signature
    },
  })

  const foundOf = (index: number): number | null => {
    const own = counted.value.find((each) => each.index === index)
    return own ? own.found : (handover.items[index]?.count ?? null)
  }
  const count = (index: number, found: number | null) => {
    counted.value = [...counted.value.filter((each) => each.index !== index), { index, found }]
  }
  const differences = computed(() =>
    countedDifferences(
      handover.items,
      Object.fromEntries(counted.value.map(({ index, found }) => [String(index), found])),
    ),
  )
  const fault = computed(() => {
    if (taker.value === '' || taker.value === handover.giver) return 'taker' as const
    if (counted.value.some(({ found }) => found === null || !Number.isInteger(found) || found < 0))
      return 'count' as const
    return namesPhone(words.value) ? ('phone' as const) : signatureFault(signature.value)
  })

  const take = async (): Promise<boolean> => {
    await draft.endUnfinished()
    const signed = signature.value
    if (fault.value !== null || !signed) return false
    const record: HandoverId = handover.id
    const told = { taker: taker.value as StaffId, signature: signed, words: words.value.trim() }
    const deed = { act: 'take' as const, from: handover.status, ...told }
    const whole = { ...deed, differences: differences.value }
    const photos = draft.photosOf(signed.picture ? [signed.picture] : [])
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'ShiftHandover', record, act: whole }], { dropDrafts, photos }),
      ),
    )
  }

  return {
    ...{ draft, isGivers, taker, words, signature, foundOf, count, differences },
    ...{ fault, take, failure, isBusy },
  }
}
