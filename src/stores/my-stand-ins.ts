import { computed } from 'vue'
import * as v from 'valibot'
import { notOver } from '../domain/stand-in'
import { standInDutySchema, type StandInDuty } from '../protocol/stand-in-duty'
import { readMeta, writeMeta } from '../storage/meta'
import { useLive } from './live'
import { usePhone } from './phone'
import { useServerCall } from './server-call'

const answerSchema = v.object({ standIns: v.optional(v.array(standInDutySchema), []) })

/** [AC12] For whom one stands in, now and to come; without a network, as the server said it last. */
export const useMyStandIns = () => {
  const { database, tick } = usePhone()
  const call = useServerCall()
  const told = useLive<readonly StandInDuty[]>(
    () => async () => (await readMeta(database, 'standIns')) ?? [],
    [],
  )
  const ask = async () => {
    const asked = await call('/session', { answer: answerSchema })
    if (asked.ok) await writeMeta(database, 'standIns', asked.value.standIns)
  }
  void ask()
  return computed(() =>
    [...notOver(told.value, tick.value)].sort((a, b) => a.standIn.from - b.standIn.from),
  )
}
