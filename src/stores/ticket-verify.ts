import { computed, shallowReactive, shallowRef, toRefs } from 'vue'
import type { VERIFIED } from '../domain/ticket/entry'
import { type TELLING_CHANNELS } from '../domain/ticket/entry'
import type { Photo } from '../domain/photo'
import type { TicketAct } from '../domain/ticket/act'
import { hasSomeoneToTell } from '../domain/ticket/closing'
import type { Ticket } from '../domain/ticket/ticket'
import { useKeptDraft } from './kept-draft'
import { usePhotoTaking } from './photo-taking'
import { useSaving } from './saving'
import { useShots } from './shots'
import { useTickets } from './ticket'
import { ticketDraftKey } from './ticket-draft'

interface Written {
  finding: (typeof VERIFIED)[number] | null
  words: string
  way: string
  /** When somebody works on it; empty where that is not known. */
  workAt: string
  told: 'yes' | 'no' | 'later' | null
  channel: (typeof TELLING_CHANNELS)[number]
  said: string
  nextWord: string
  photos: readonly Photo[]
}

export type VerifyMissing = 'finding' | 'words' | 'told'

/** [IN8] 复清: found out later, with a time of its own, and the owner told when and how. */
export const useTicketVerify = (ticket: () => Ticket) => {
  const tickets = useTickets()
  const { failure, isBusy, saving } = useSaving()
  const change = shallowRef<string | null>(null)
  const written: Written = shallowReactive<Written>({
    ...{ finding: null, words: '', way: '', workAt: '', told: null, channel: 'phone' },
    ...{ said: '', nextWord: '', photos: [] },
  })
  const fields = toRefs(written)
  const draft = useKeptDraft<Written>(ticketDraftKey(ticket().id, 'verify'), {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const shots = useShots(
    fields.photos,
    usePhotoTaking(draft, () => ticket().title),
  )
  const mayTell = computed(() => hasSomeoneToTell(ticket()) && tickets.mayDo('tellOwner'))
  const missing = computed<VerifyMissing | null>(() => {
    if (!written.finding) return 'finding'
    if (!written.words.trim()) return 'words'
    return mayTell.value && !written.told ? 'told' : null
  })

  const actsOf = (): readonly TicketAct[] => {
    const { finding, words, way, workAt, told, channel, said, nextWord, photos } = written
    const found: TicketAct = {
      ...{ act: 'verify', finding: finding ?? 'so', words: words.trim(), way: way.trim() },
      ...{ workAt: workAt ? Number(workAt) : null, photos: [...photos] },
    }
    if (!mayTell.value || told === 'later') return [found]
    const nextWordAt = nextWord ? Number(nextWord) : null
    const how = { channel, reached: told === 'yes', words: said.trim(), nextWordAt }
    return [found, { act: 'tellOwner', ...how }]
  }

  /** The change it became; null when it was not saved. */
  const save = async (): Promise<string | null> => {
    if (missing.value) return null
    await saving(async () => {
      const acts = actsOf().map((act) => ({ record: ticket().id, act }))
      const photos = draft.photosOf([...written.photos])
      const saved = await draft.handIn((dropDrafts) => tickets.save(acts, { photos, dropDrafts }))
      if (saved.ok) change.value = saved.value[0] ?? null
      return saved
    })
    return change.value
  }
  return { fields, draft, shots, mayTell, missing, save, isBusy, failure }
}
