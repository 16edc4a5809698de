import { shallowRef } from 'vue'
import * as v from 'valibot'
import type { Immutable } from '../domain/immutable'
import { useServerCall } from './server-call'

const answerSchema = v.object({
  sessions: v.array(
    v.object({
      ...{ id: v.string(), name: v.string(), since: v.number(), until: v.number() },
      own: v.boolean(),
    }),
  ),
})
export type AccountSession = Immutable<v.InferOutput<typeof answerSchema>['sessions'][number]>

/** [AC6] Where somebody is signed in; null while nobody said. */
export const useAccountSessions = (staff: () => string) => {
  const call = useServerCall()
  const sessions = shallowRef<readonly AccountSession[] | null>(null)
  const ask = async () => {
    const asked = await call(`/accounts/${staff()}/sessions`, { answer: answerSchema })
    sessions.value = asked.ok ? asked.value.sessions : null
  }
  void ask()
  return { sessions, ask }
}
