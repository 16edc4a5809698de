import { computed } from 'vue'
import { newToken } from '../device/ids'
import type { CheckpointId } from '../domain/checkpoint'
import { mayAct } from '../domain/permission'
import { act } from './act'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** [CP1] A label's token: opaque, made here, replaced by whoever plans patrols. */
export const useLabel = () => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()

  const replace = (checkpoint: CheckpointId, reason: string): Promise<boolean> =>
    saving(() =>
      act(phone, [
        {
          ...{ kind: 'Checkpoint', record: checkpoint },
          act: { act: 'replaceToken', token: newToken(), reason },
        },
      ]),
    )

  return {
    ...{ replace, failure, isBusy },
    mayReplace: computed(() => mayAct(phone.person.roles, 'Checkpoint', 'replaceToken')),
    /** What a label says: an address a phone's own camera can open, ending in the token. */
    addressOf: (token: string) => `${location.origin}/c/${token}`,
  }
}
