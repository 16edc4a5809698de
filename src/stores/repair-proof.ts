import { ref, watchEffect, type Ref } from 'vue'
import { hashBlob } from '../device/hash'
import { paperText, signedSheet } from '../domain/repair/paper'
import type { RepairNote } from '../domain/repair/repair-note'

/** [RN6] Whether the hash kept with the signature is that of the sheet shown as signed; null while it is worked out. */
export const useSignedProof = (note: () => RepairNote | null | undefined): Ref<boolean | null> => {
  const holds = ref<boolean | null>(null)
  watchEffect((clean) => {
    const shown = note()
    const sheet = shown ? signedSheet(shown) : null
    holds.value = null
    if (!shown?.signed || !sheet) return
    let isOver = false
    clean(() => (isOver = true))
    const { sha256 } = shown.signed
    void hashBlob(new Blob([paperText(shown.id, sheet)])).then((found) => {
      if (!isOver) holds.value = found === sha256
    })
  })
  return holds
}
