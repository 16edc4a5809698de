import { useLocalStorage } from '@vueuse/core'
import { defineStore } from 'pinia'
import { shallowRef, watch } from 'vue'
import { askNoticePermission, noticePermission, showNotice } from '../device/notice'
import { callsOf, type Call } from '../domain/today/need'
import { takeUnrung } from '../storage/rung'
import { useFeedback } from './feedback'
import { usePhone } from './phone'
import { useToday, type TodayMatter } from './today'

export type TodayCall = Call<TodayMatter>

/** What is said of a call in words, and where touching it leads. */
export interface CallWords {
  readonly title: string
  /** The same for the system's notice: nothing an owner was told, a locked screen shows it to anybody. */
  readonly notice: string
  readonly path: string
}

const TAG = 'mengya'

/** [TD8] While the app is open the phone rings by itself, each matter once. */
export const useRing = defineStore('ring', () => {
  const { database, person, now } = usePhone()
  const today = useToday()
  const feedback = useFeedback()
  const isOn = useLocalStorage('mengya/ring', true)
  const permission = shallowRef(noticePermission())
  /** What was rung for and nobody has touched yet. */
  const shown = shallowRef<readonly TodayCall[]>([])

  /** Watches the day for as long as the app is open; `wordsOf` tells a call in the language shown. */
  const watchDay = (wordsOf: (calls: readonly TodayCall[]) => CallWords) =>
    watch(
      () => (today.isRead ? callsOf(today.matters, person.staff) : null),
      async (calls) => {
        if (!calls) return
        const fresh = await takeUnrung(database, calls, now())
        const news = calls.filter(({ id }) => fresh.has(id))
        if (news.length === 0 || !isOn.value) return
        shown.value = news
        feedback.ring()
        const { notice, path } = wordsOf(news)
        await showNotice(notice, TAG, path)
      },
      { immediate: true },
    )

  return {
    ...{ isOn, permission, shown, watchDay },
    dismiss: () => (shown.value = []),
    ask: async () => (permission.value = await askNoticePermission()),
  }
})
