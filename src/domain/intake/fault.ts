import type { Channel } from '../ticket/intake'
import type { TicketKind } from '../ticket/ticket'

/** What the form holds, as far as it can be wrong. */
export interface Checked {
  readonly kind: TicketKind | ''
  readonly channel: Channel
  readonly words: string
  /** A photo or a voice note says it too. */
  readonly isShown: boolean
  readonly answers: readonly { readonly answer: string }[]
  readonly name: string
  readonly phone: string
  /** The home as it was typed, and the one found for it. */
  readonly unit: string
  readonly home: string | null
  readonly place: string | null
  readonly spot: string
  readonly happened: string
  readonly wanted: string
  /** Empty where no day was named. */
  readonly suitDay: string
  readonly suitFrom: string
  readonly suitTo: string
  readonly number: string
  readonly answerBy: string
  readonly said: string
  readonly isMajor: boolean
  readonly reason: string
}

/** How many characters each may hold. */
export const MOST = {
  ...{ words: 4_000, wanted: 500, happened: 120, spot: 120, name: 60, number: 60 },
  ...{ said: 4_000, answer: 200, reason: 60 },
} as const

const FIELDS = [
  ...(['kind', 'words', 'answer', 'name', 'phone', 'unit', 'place', 'spot', 'happened'] as const),
  ...(['wanted', 'suits', 'number', 'answerBy', 'reason', 'said'] as const),
]
export type FaultField = (typeof FIELDS)[number]

export type FaultKind =
  'missing' | 'too-long' | 'letters' | 'no-such-home' | 'half-said' | 'ends-before-it-starts'

export interface Fault {
  readonly kind: FaultKind
  /** How much it is, and how much it may be; 0 where that is not what is wrong. */
  readonly length: number
  readonly most: number
}

export type Faults = Readonly<Partial<Record<FaultField, Fault>>>

const is = (kind: FaultKind): Fault => ({ kind, length: 0, most: 0 })

const isBlank = (text: string) => text.trim() === ''

const lengths = (form: Checked): Faults => {
  const answer = form.answers.reduce((most, each) => Math.max(most, each.answer.length), 0)
  const held = {
    ...{ words: form.words.length, wanted: form.wanted.length, happened: form.happened.length },
    ...{ spot: form.spot.length, name: form.name.length, number: form.number.length },
    ...{ said: form.said.length, answer, reason: form.reason.length },
  }
  const fields = Object.keys(MOST) as (keyof typeof MOST)[]
  return Object.fromEntries(
    fields
      .filter((field) => held[field] > MOST[field])
      .map((field) => [field, { kind: 'too-long', length: held[field], most: MOST[field] }]),
  )
}

const LETTERS = /\p{L}/u
/** The longest number a caller's record holds. */
const NUMBER = 30

const phoneFault = (phone: string): Fault | null => {
  if (LETTERS.test(phone)) return is('letters')
  return phone.length > NUMBER ? { kind: 'too-long', length: phone.length, most: NUMBER } : null
}

const suitsFault = ({ suitDay, suitFrom, suitTo }: Checked): Fault | null => {
  if (suitDay === '') return null
  if (suitFrom === '' || suitTo === '') return is('half-said')
  return suitFrom < suitTo ? null : is('ends-before-it-starts')
}

const isNowhere = ({ home, unit, place, spot }: Checked) =>
  home === null && isBlank(unit) && place === null && isBlank(spot)

/** [IN7] What is wrong, each at its field, in the order they stand on the page. */
export const faultsOf = (form: Checked): Faults => {
  const found: Partial<Record<FaultField, Fault | null>> = {
    kind: form.kind === '' ? is('missing') : null,
    words: isBlank(form.words) && !form.isShown ? is('missing') : null,
    phone: phoneFault(form.phone),
    unit: form.home === null && !isBlank(form.unit) ? is('no-such-home') : null,
    place: isNowhere(form) ? is('missing') : null,
    suits: suitsFault(form),
    ...(form.channel === 'hotline'
      ? {
          number: isBlank(form.number) ? is('missing') : null,
          answerBy: form.answerBy === '' ? is('missing') : null,
        }
      : {}),
    reason: form.isMajor && isBlank(form.reason) ? is('missing') : null,
  }
  const long = lengths(form)
  return Object.fromEntries(
    FIELDS.flatMap((field) => {
      const fault = long[field] ?? found[field]
      return fault ? [[field, fault]] : []
    }),
  )
}
