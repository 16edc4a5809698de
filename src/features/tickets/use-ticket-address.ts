import { watch } from 'vue'
import { useRoute, useRouter, type LocationQuery } from 'vue-router'
import { useTicketList } from '../../stores/ticket-list'
import { useTicketLook, type TicketLook } from '../../stores/ticket-look'

const KEYS = ['view', 'kind', 'place', 'order', 'as'] as const
type Key = (typeof KEYS)[number]

const text = (query: LocationQuery, key: Key): string | null => {
  const value = query[key]
  return typeof value === 'string' && value ? value : null
}

/** [DK5] The filter stands in the address, but neither words searched for nor a person: those may name somebody. */
export const useTicketAddress = () => {
  const route = useRoute()
  const router = useRouter()
  const list = useTicketList()
  const { look, show } = useTicketLook()

  const written = ({ view, kind, place, order, shape }: TicketLook) => ({
    ...(view === list.usual ? {} : { view }),
    ...(kind ? { kind } : {}),
    ...(place ? { place } : {}),
    ...(order ? { order: `${order.by}${order.isDown ? '-down' : ''}` } : {}),
    ...(shape === 'list' ? {} : { as: shape }),
  })
  const read = (query: LocationQuery): TicketLook => {
    const [by = '', down = ''] = (text(query, 'order') ?? '').split('-')
    return {
      ...{ view: text(query, 'view') ?? list.usual, kind: text(query, 'kind') },
      ...{ place: text(query, 'place'), shape: text(query, 'as') ?? 'list' },
      ...{ handler: null, words: '' },
      order: by ? { by, isDown: down === 'down' } : null,
    }
  }
  if (KEYS.some((key) => text(route.query, key))) {
    const { handler, words } = look.value
    show({ ...read(route.query), handler, words })
  }
  watch(
    look,
    (now) => {
      const others = Object.entries(route.query).filter(([key]) => !KEYS.includes(key as Key))
      void router.replace({ query: { ...Object.fromEntries(others), ...written(now) } })
    },
    { immediate: true },
  )
}
