import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'
import type { Sound } from '../domain/sound'
import type { Channel } from '../domain/ticket/intake'
import type { TicketKind } from '../domain/ticket/ticket'

/** What stands on the page where an owner's words are taken down, and is kept while they are. */
export interface IntakeValue {
  channel: Channel
  kind: TicketKind | ''
  words: string
  title: string
  photos: readonly Photo[]
  sounds: readonly Sound[]
  /** Whether the pictures tell who it is; null where nobody said, and the channel decides. */
  areTelling: boolean | null
  topic: string
  answers: readonly { readonly question: string; readonly answer: string }[]
  readBack: boolean
  name: string
  phone: string
  /** Which home it concerns, as typed, and as found. */
  unit: string
  home: PlaceId | null
  place: PlaceId | null
  facility: string
  spot: string
  happened: string
  wanted: string
  urgent: boolean
  suitDay: string
  suitFrom: string
  suitTo: string
  number: string
  answerBy: string
  isMajor: boolean
  reason: string
  said: string
  nextWord: string
  handler: string
  responsible: string
}

export const BLANK_INTAKE: IntakeValue = {
  ...{ channel: 'phone', kind: '', words: '', title: '', photos: [], sounds: [] },
  areTelling: null,
  ...{ topic: '', answers: [], readBack: false, name: '', phone: '', unit: '', home: null },
  ...{ place: null, facility: '', spot: '', happened: '', wanted: '', urgent: false },
  ...{ suitDay: '', suitFrom: '09:00', suitTo: '11:00', number: '', answerBy: '' },
  ...{ isMajor: false, reason: '', said: '', nextWord: '', handler: '', responsible: '' },
}

/** Chats, letters and what the office sends on carry names. */
const TELLING: readonly Channel[] = ['wechat', 'letter', 'hotline']

export const tellsWho = ({ areTelling, channel }: Pick<IntakeValue, 'areTelling' | 'channel'>) =>
  areTelling ?? TELLING.includes(channel)

/** [IN12] What is kept with who spoke, for those who hear owners only. */
export const isWithCaller = (value: IntakeValue, mayNote: boolean) => ({
  photos: mayNote && value.photos.length > 0 && tellsWho(value),
  sounds: mayNote && value.sounds.length > 0,
})
