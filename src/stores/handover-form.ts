import { computed, ref, shallowRef } from 'vue'
import type { Community } from '../domain/community'
import {
  HANDOVER_LIMITS,
  type HandoverId,
  type Receiver,
  type ShiftHandover,
} from '../domain/handover/handover'
import { namesPhone } from '../domain/handover/question'
import type { StaffId } from '../domain/id'
import type { RoundId } from '../domain/round-id'
import { signatureFault, type Signature } from '../domain/signature'
import { isOpen } from '../domain/ticket/question'
import { localDay } from '../domain/time-zone'
import { dayEndOf } from '../domain/usual-day-end'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { useLive } from './live'
import { usePatrol } from './patrol'
import { usePhone } from './phone'
import { usePlainWords } from './plain-words'
import type { RoundView } from './round-view'
import { useSaving } from './saving'
import { useWrapUpDay } from './wrap-up'

type Items = ShiftHandover['items']
type Renovators = ShiftHandover['renovators']
type Quiet = ShiftHandover['quiet']

interface HandoverDraft {
  readonly to: string
  readonly items: Items
  readonly renovators: Renovators
  readonly quiet: Quiet
  /** Tickets and rounds left out, and words of one's own, by id. */
  readonly out: readonly string[]
  readonly said: readonly { readonly id: string; readonly words: string }[]
  readonly words: string
  readonly signature: Signature | undefined
}

const UNFINISHED: readonly string[] = ['due', 'overdue', 'underway']

/** [HO7] A handover being written: what is unfinished comes along by itself, and may be left out. */
export const useHandoverForm = (community: Community) => {
  const phone = usePhone()
  const patrol = usePatrol()
  const day = localDay(phone.now(), community.zone)
  const { saved, tickets } = useWrapUpDay(community, day)
  const { failure, isBusy, saving } = useSaving()
  const to = ref('')
  const items = shallowRef<Items>([])
  const renovators = shallowRef<Renovators>([])
  const quiet = shallowRef<Quiet>([])
  const out = shallowRef<readonly string[]>([])
  const said = shallowRef<HandoverDraft['said']>([])
  const words = ref('')
  const signature = shallowRef<Signature | undefined>()
  const draft = useKeptDraft<HandoverDraft>(`handover/${community.id}`, {
    read: () => ({
      ...{ to: to.value, items: items.value, renovators: renovators.value, quiet: quiet.value },
      ...{ out: out.value, said: said.value, words: words.value, signature: signature.value },
    }),
    write: (value) => {
      to.value = value.to
      items.value = value.items
      renovators.value = value.renovators
      quiet.value = value.quiet
      out.value = value.out
      said.value = value.said
      words.value = value.words
      signature.value = value.signature
    },
  })

  const posts = dayEndOf(community).posts
  const open = computed(() => (tickets.value ?? []).filter(isOpen))
  const communityOf = ({ planned, round }: RoundView) => (round ?? planned?.plan)?.community
  const rounds = computed(() =>
    patrol.mine.filter(
      (each) => UNFINISHED.includes(each.judgement) && communityOf(each) === community.id,
    ),
  )
  /** Who spoke on each ticket: what is handed over everybody of the community may read. */
  const callers = useLive<ReadonlyMap<string, string>>(() => {
    const ids = open.value.map(({ id }) => id)
    return async () => {
      const held = await phone.database.callers.where('ticket').anyOf(ids).toArray()
      return new Map(held.map(({ record }) => [record.ticket, record.name]))
    }
  }, new Map())
  const plain = usePlainWords()
  const nextOf = (id: string) =>
    plain(
      saved.value?.lines.find(({ ticket }) => ticket === id)?.next ?? '',
      callers.value.get(id) ?? '',
    )
  const saidOf = (id: string) => said.value.find((each) => each.id === id)?.words ?? nextOf(id)
  const say = (id: string, text: string) => {
    said.value = [...said.value.filter((each) => each.id !== id), { id, words: text }]
  }
  const isIn = (id: string) => !out.value.includes(id)
  const put = (id: string, isWanted: boolean) => {
    const others = out.value.filter((each) => each !== id)
    out.value = isWanted ? others : [...others, id]
  }

  const receiver = computed<Receiver | null>(() => {
    const [by, ...rest] = to.value.split('/')
    const name = rest.join('/')
    if (by === 'person') return { by, staff: name as StaffId }
    const post = posts.find((each) => each.name === name)
    return post ? { by: 'post', post: post.name, roles: post.roles } : null
  })
  const passing = computed(() => ({
    items: items.value.filter(({ name }) => name.trim() !== ''),
    renovators: renovators.value,
    quiet: quiet.value,
    tickets: open.value
      .filter(({ id }) => isIn(id))
      .slice(0, HANDOVER_LIMITS.tickets)
      .map(({ id }) => ({ ticket: id, words: saidOf(id).trim() })),
    rounds: rounds.value
      .filter(({ id }) => isIn(id))
      .slice(0, HANDOVER_LIMITS.rounds)
      .map(({ id, name }) => ({ round: id as RoundId, name, words: saidOf(id).trim() })),
    words: words.value.trim(),
  }))
  const fault = computed(() => {
    if (!receiver.value) return 'to' as const
    const { tickets: passed, rounds: left, renovators: inside, quiet: calm } = passing.value
    const lines = [...passed, ...left, ...inside, ...calm, { words: words.value }]
    if (lines.some((line) => namesPhone(line.words))) return 'phone' as const
    return signatureFault(signature.value)
  })

  /** The handover it became; null where something is still missing, or it could not be saved. */
  const give = async (): Promise<HandoverId | null> => {
    await draft.endUnfinished()
    const [receives, signed] = [receiver.value, signature.value]
    if (fault.value !== null || !receives || !signed) return null
    const record = phone.newId() as HandoverId
    const whole = { community: community.id, to: receives, signature: signed, ...passing.value }
    const deed = { act: 'give' as const, ...whole }
    const photos = draft.photosOf(signed.picture ? [signed.picture] : [])
    const isSaved = await saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'ShiftHandover', record, act: deed }], { dropDrafts, photos }),
      ),
    )
    return isSaved ? record : null
  }

  return {
    ...{ draft, posts, to, items, renovators, quiet, words, signature, open, rounds },
    ...{
      saidOf,
      say,
      isIn,
      put,
      fault,
      give,
      failure,
      isBusy,
      isRead: computed(() => tickets.value !== null),
    },
  }
}
