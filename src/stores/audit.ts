import { computed, reactive, ref, shallowRef, watch } from 'vue'
import { addDays, type CalendarDay } from '../domain/calendar-day'
import { instantOf, localDay } from '../domain/time-zone'
import { auditAnswerSchema, type AuditLine, type AuditSort } from '../protocol/audit'
import { useEstate } from './estate'
import { usePhone } from './phone'
import { useServerCall, type ServerFailure } from './server-call'

export type { AuditLine } from '../protocol/audit'
export { AUDIT_SORTS } from '../protocol/audit'

const USUAL_DAYS = 30
const DAY_SHAPE = /^\d{4}-\d\d-\d\d$/

export interface AuditWanted {
  by: string
  about: string
  sort: AuditSort | ''
  from: string
  until: string
}

/** [AC15] Who saw and changed what, as the server has it: narrowed, page by page, the newest first. */
export const useAudit = (begun: Partial<AuditWanted>) => {
  const { now } = usePhone()
  const { zone } = useEstate()
  const call = useServerCall()
  const today = localDay(now(), zone)
  const wanted = reactive<AuditWanted>({
    ...{ by: '', about: '', sort: '', from: addDays(today, -USUAL_DAYS), until: today },
    ...begun,
  })
  const lines = shallowRef<readonly AuditLine[] | null>(null)
  const before = ref<string | null>(null)
  const total = ref(0)
  const trouble = ref<ServerFailure | null>(null)
  const isBusy = ref(false)
  let turn = 0

  const question = computed(() => {
    const asked = new URLSearchParams()
    for (const name of ['by', 'about', 'sort'] as const)
      if (wanted[name] !== '') asked.set(name, wanted[name])
    if (DAY_SHAPE.test(wanted.from))
      asked.set('from', String(Math.max(0, instantOf(wanted.from as CalendarDay, 0, zone))))
    if (DAY_SHAPE.test(wanted.until))
      asked.set('until', String(instantOf(addDays(wanted.until as CalendarDay, 1), 0, zone)))
    return asked.toString()
  })
  const pageOf = (asked: string, after: string | null, want: number) => {
    const page = new URLSearchParams(asked)
    page.set('want', String(want))
    if (after !== null) page.set('before', after)
    return call(`/audit?${page.toString()}`, { answer: auditAnswerSchema })
  }

  const ask = async (isMore = false) => {
    turn += 1
    const mine = turn
    isBusy.value = true
    const page = await pageOf(question.value, isMore ? before.value : null, 50)
    // Something else was asked meanwhile: that answer counts.
    if (mine !== turn) return
    isBusy.value = false
    trouble.value = page.ok ? null : page.error
    if (!page.ok) return
    lines.value = isMore ? [...(lines.value ?? []), ...page.value.lines] : page.value.lines
    before.value = page.value.before
    if (page.value.total !== null) total.value = page.value.total
  }
  watch(question, () => void ask(), { immediate: true })

  /** All of them a piece at a time, for a file: each call goes on where the one before ended. */
  const reader = () => {
    const asked = question.value
    let at: string | null = null
    return async (from: number, to: number): Promise<readonly AuditLine[]> => {
      if (from > 0 && at === null) return []
      const page = await pageOf(asked, at, to - from)
      if (!page.ok) throw new Error(page.error)
      at = page.value.before
      return page.value.lines
    }
  }
  return {
    ...{ wanted, lines, total, trouble, isBusy, ask, reader },
    hasMore: computed(() => before.value !== null),
    more: () => ask(true),
  }
}
