import { ref } from 'vue'
import * as v from 'valibot'
import type { Result } from '../domain/result'
import { accountSchema, type Duty } from './accounts'
import { useServerCall, type ServerFailure } from './server-call'

const nothing = v.null()
const passwordSchema = v.object({ password: v.string() })

/** [AC2] What an administrator does to an account; one thing at a time, whatever is tapped twice. */
export const useAccountActs = (staff: () => string) => {
  const call = useServerCall()
  const isBusy = ref(false)
  const failure = ref<ServerFailure | null>(null)
  const path = (rest = '') => `/accounts/${staff()}${rest}`

  const once = async <Value>(
    work: () => Promise<Result<Value, ServerFailure>>,
  ): Promise<Value | undefined> => {
    if (isBusy.value) return undefined
    isBusy.value = true
    failure.value = null
    try {
      const done = await work()
      if (done.ok) return done.value
      failure.value = done.error
      return undefined
    } finally {
      isBusy.value = false
    }
  }
  /** Answers whether the server took it. */
  const did = async (rest: string, method: 'POST' | 'DELETE' = 'POST'): Promise<boolean> =>
    (await once(() => call(path(rest), { method, answer: nothing }))) === null

  return {
    ...{ isBusy, failure },
    /** [AC13] What comes and goes of their duties; whatever else they are stays. */
    amend: async (words: { readonly give?: readonly Duty[]; readonly take?: readonly Duty[] }) =>
      (await once(() => call(path(), { method: 'PATCH', body: words, answer: accountSchema }))) ??
      null,
    /** The one-time password, or null. */
    resetPassword: async (): Promise<string | null> => {
      const said = await once(() =>
        call(path('/password'), { method: 'POST', answer: passwordSchema }),
      )
      return said?.password ?? null
    },
    reopen: () => did('/reopen'),
    signOut: (session: string) => did(`/sessions/${session}`, 'DELETE'),
    signOutAll: () => did('/sessions', 'DELETE'),
  }
}
