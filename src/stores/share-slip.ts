import { ref } from 'vue'
import { shareFile } from '../device/share-file'
import { drawSlip, type Slip } from '../device/slip/draw-slip'

/** A slip on its way to the owner as a picture; one at a time. */
export const useShareSlip = () => {
  const isBusy = ref(false)
  const isBroken = ref(false)
  const share = async (slip: Slip, name: string): Promise<void> => {
    if (isBusy.value) return
    isBusy.value = true
    try {
      const picture = await drawSlip(slip)
      isBroken.value = picture === null
      if (picture) await shareFile(new File([picture], name, { type: picture.type }))
    } finally {
      isBusy.value = false
    }
  }
  return { isBusy, isBroken, share }
}
