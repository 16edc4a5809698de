import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { DAY, MINUTE } from '../domain/instant'
import { isOverseer } from '../domain/overseer'
import type { PlaceId } from '../domain/place'
import { givenOf, wordsGiven, type Given } from '../domain/promise/given'
import { promisesSince, ticketsWithWord } from '../storage/promise-list'
import { useEstate } from './estate'
import { useLive } from './live'
import { usePhone } from './phone'

export const PROMISE_VIEWS = [
  ...(['mine', 'asked', 'overdue', 'adrift', 'open', 'kept', 'late'] as const),
  ...(['broken', 'released'] as const),
] as const
export type PromiseView = (typeof PROMISE_VIEWS)[number]

/** How far back what has ended is listed and counted. */
const SHOWN_DAYS = 30
const SHOWN = SHOWN_DAYS * DAY

/** A promise with what it is found and grouped by. */
export interface ListedPromise extends Given {
  readonly building: PlaceId | null
  /** The ticket's title, where it is a word agreed on one. */
  readonly title: string
}

const isUnkept = ({ fate }: Given) => fate === 'open' || fate === 'overdue'

/** The promises this person may see, as somebody left the list: filter and words stay. */
export const usePromiseList = defineStore('promiseList', () => {
  const { database, person, tick } = usePhone()
  const estate = useEstate()
  const oversees = isOverseer(person.roles)
  const minute = computed(() => Math.floor(tick.value / MINUTE) * MINUTE)
  const day = computed(() => Math.floor(tick.value / DAY) * DAY)
  const read = useLive(() => {
    const since = day.value - SHOWN
    return async () => ({
      promises: await promisesSince(database, since),
      tickets: await ticketsWithWord(database),
    })
  }, null)

  const buildingOf = (home: PlaceId | null): PlaceId | null => estate.buildingAt(home)?.id ?? null

  const all = computed<readonly ListedPromise[]>(() => {
    const now = minute.value
    const { promises = [], tickets = [] } = read.value ?? {}
    const listed = (each: Given, title: string): ListedPromise => ({
      ...{ ...each, title, building: buildingOf(each.home) },
    })
    return [
      ...promises.map((promise) => listed(givenOf(promise, now), '')),
      ...tickets.flatMap((ticket) =>
        wordsGiven(ticket, now).map((word) => listed(word, ticket.title)),
      ),
    ].filter((each) => isUnkept(each) || (each.settledAt ?? 0) >= day.value - SHOWN)
  })

  const isAdrift = (each: Given) =>
    isUnkept(each) && estate.staff.some(({ id, active }) => id === each.keeper && !active)
  const isMine = ({ keeper }: Given) => keeper === person.staff
  const isIn = (view: PromiseView, each: ListedPromise): boolean => {
    switch (view) {
      case 'mine':
        return isMine(each) && isUnkept(each)
      case 'asked':
        return each.askedOf === person.staff
      case 'adrift':
        return isAdrift(each)
      case 'open':
        return isUnkept(each)
      case 'overdue':
        return each.fate === 'overdue' && (oversees || isMine(each))
      default:
        return each.fate === view && (oversees || isMine(each))
    }
  }

  const view = ref<PromiseView>('mine')
  const words = ref('')
  /** Where the long list stood when it was left; whoever draws it knows what `place` is. */
  const stood = shallowRef<{ readonly key: string; readonly place: unknown } | null>(null)
  const counts = computed(
    () =>
      Object.fromEntries(
        PROMISE_VIEWS.map((each) => [each, all.value.filter((one) => isIn(each, one)).length]),
      ) as Readonly<Record<PromiseView, number>>,
  )

  const textOf = (each: ListedPromise) =>
    [each.words, each.title, estate.placeName(each.home), estate.staffName(each.keeper)]
      .join(' ')
      .toLowerCase()
  const hasAll = (each: ListedPromise) =>
    words.value
      .toLowerCase()
      .split(/\s+/u)
      .every(
        (word) => textOf(each).includes(word) || textOf(each).replaceAll(' ', '').includes(word),
      )
  const rows = computed(() =>
    all.value
      .filter((each) => isIn(view.value, each) && hasAll(each))
      .sort((one, other) =>
        isUnkept(one) ? one.dueAt - other.dueAt : (other.settledAt ?? 0) - (one.settledAt ?? 0),
      ),
  )
  const mine = computed(() => all.value.filter(isMine))

  return {
    ...{ view, words, stood, counts, rows, all, mine, oversees, days: SHOWN_DAYS },
    isRead: computed(() => read.value !== null),
  }
})
