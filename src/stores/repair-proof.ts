import { ref, watchEffect, type Ref } from 'vue'
import { hashBlob } from '../device/hash'
import { paperText } from '../domain/repair/paper'
import type { NameUnder, RepairNote } from '../domain/repair/repair-note'
import type { RepairSheet } from '../domain/repair/repair-sheet'

interface Signed {
  readonly note: RepairNote
  readonly name: NameUnder
  readonly sheet: RepairSheet
}

/** [RN6] Whether the hash kept with a name is that of the sheet it is shown under; null while it is worked out. */
export const useSignedProof = (signed: () => Signed | null): Ref<boolean | null> => {
  const holds = ref<boolean | null>(null)
  watchEffect((clean) => {
    const shown = signed()
    holds.value = null
    if (!shown) return
    let isOver = false
    clean(() => (isOver = true))
    const { note, name, sheet } = shown
    void hashBlob(new Blob([paperText(note.id, sheet)])).then((found) => {
      if (!isOver) holds.value = found === name.sha256
    })
  })
  return holds
}
