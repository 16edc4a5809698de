import { computed, ref, shallowReactive, type ComputedRef } from 'vue'
import { failed, ok, type Result } from '../domain/result'
import { isSame } from '../domain/same'
import { dropDraft } from '../storage/draft'
import { accountSchema, accountsSchema, openedSchema, type Account, type Duty } from './accounts'
import { accountFaults, dutiesMeant, dutyWords, type AccountWords } from './duty-words'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useServerCall, type ServerFailure } from './server-call'

interface Begun {
  readonly words: AccountWords
  /** Who it becomes: asked twice, the server opens no second. */
  readonly staff: string
}

interface Saved {
  readonly staff: string
  /** Of a new account; null where there is none to say. */
  readonly password: string | null
}

/** Of `malformed` there is one cause here: the account's name is somebody's already. */
type AccountFormFailure = ServerFailure | 'taken' | 'older'

/** [AC2] A new account, or the name and duties of one that is; what is typed stays until it is saved. */
export const useAccountForm = (account: ComputedRef<Account | null>) => {
  const { newId, database } = usePhone()
  const call = useServerCall()
  const held = account.value
  const words: { -readonly [Name in keyof AccountWords]: AccountWords[Name] } = shallowReactive({
    name: held?.name ?? '',
    account: held?.account ?? '',
    duties: held ? dutyWords(held.grants, newId) : [],
  })
  const staff = ref<string>(held?.staff ?? newId())
  const seen = held?.grants ?? []
  const draft = useKeptDraft<Begun>(held ? `account/${held.staff}` : 'account/new', {
    read: () => ({ words: { ...words }, staff: staff.value }),
    write: (begun) => {
      Object.assign(words, begun.words)
      staff.value = begun.staff
    },
  })
  const faults = computed(() => accountFaults(words, held === null))
  /** What they stand in for is given and taken elsewhere. */
  const grants = computed<readonly Duty[]>(() => [
    ...dutiesMeant(words.duties),
    ...(account.value?.grants.filter(({ standIn }) => standIn) ?? []),
  ])
  /** [AC2] Somebody else changed the duties since this page was opened. */
  const isOlder = computed(() => account.value !== null && !isSame(account.value.grants, seen))
  const hasChanged = computed(
    () => held === null || held.name !== words.name.trim() || !isSame(held.grants, grants.value),
  )

  /** Its answer was lost on the way: it is open, and only the password was not heard. */
  const isOpenAlready = async (): Promise<boolean> => {
    const all = await call('/accounts', { answer: accountsSchema })
    return all.ok && all.value.accounts.some((each) => each.staff === staff.value)
  }
  const open = async (): Promise<Result<Saved, AccountFormFailure>> => {
    const body = {
      ...{ staff: staff.value, account: words.account.trim(), name: words.name.trim() },
      grants: grants.value,
    }
    const opened = await call('/accounts', { method: 'POST', body, answer: openedSchema })
    if (opened.ok) return ok({ staff: opened.value.staff, password: opened.value.password })
    if (opened.error !== 'malformed') return failed(opened.error)
    return (await isOpenAlready()) ? ok({ staff: staff.value, password: null }) : failed('taken')
  }
  const amend = async (): Promise<Result<Saved, AccountFormFailure>> => {
    if (isOlder.value) return failed('older')
    const body = { name: words.name.trim(), grants: grants.value }
    const path = `/accounts/${staff.value}`
    const amended = await call(path, { method: 'PATCH', body, answer: accountSchema })
    return amended.ok ? ok({ staff: staff.value, password: null }) : amended
  }
  const failure = ref<AccountFormFailure | null>(null)
  const isBusy = ref(false)
  /** Null: something does not read, or the server did not take it. */
  const save = async (): Promise<Saved | null> => {
    if (isBusy.value || faults.value.size > 0) return null
    isBusy.value = true
    failure.value = null
    const saved = await draft.handIn(async ([...keys]) => {
      const done = held ? await amend() : await open()
      if (done.ok) for (const key of keys) await dropDraft(database, key)
      return done
    })
    isBusy.value = false
    if (saved.ok) return saved.value
    failure.value = saved.error
    return null
  }
  return { words, draft, faults, isOlder, hasChanged, failure, isBusy, save }
}
