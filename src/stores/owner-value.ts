import { isCalendarDay, type CalendarDay } from '../domain/calendar-day'
import type { CareNeed, Details, Relation, Terms } from '../domain/owner/detail'
import { isNumber, partsOf } from '../domain/owner/number'

type Consent = Details['consent']

/** What stands on the page where a file is opened or amended. Numbers held already stand in `phones`. */
export interface OwnerValue {
  name: string
  address: string
  relation: Relation
  share: string
  since: string
  until: string
  household: string
  occupation: string
  phones: readonly string[]
  newPhones: string
  plates: string
  pets: string
  language: string
  hours: string
  hasCare: boolean
  careWhen: readonly string[]
  careNeed: string
  careName: string
  carePhone: string
  newCarePhone: string
  agreedOn: string
  expiresOn: string
  purpose: string
  consent: Consent
  consentOn: string
}

export const ownerValueOf = (details: Details, terms: Terms): OwnerValue => {
  const { name, address, occupation, phones, plates, pets, language, hours, care } = details
  return {
    ...{ name, address, occupation, phones, pets, language, hours },
    relation: terms.relation,
    share: terms.share === null ? '' : String(terms.share),
    ...{ since: terms.since ?? '', until: terms.until ?? '' },
    household: details.household === null ? '' : String(details.household),
    ...{ newPhones: '', plates: plates.join('、'), hasCare: care !== null },
    ...{ careWhen: care?.when ?? [], careNeed: care?.need ?? '', careName: care?.callName ?? '' },
    ...{ carePhone: care?.callPhone ?? '', newCarePhone: '' },
    ...{ agreedOn: care?.agreedOn ?? '', expiresOn: care?.expiresOn ?? '' },
    ...{ purpose: details.purpose, consent: details.consent },
    consentOn: details.consentOn ?? '',
  }
}

const dayOf = (text: string): CalendarDay | null => (isCalendarDay(text) ? text : null)
const numberOf = (text: string): number | null => {
  const digits = text.normalize('NFKC').trim().replace(/[%%]$/u, '')
  return digits === '' ? null : Number(digits)
}
const phonesOf = ({ phones, newPhones }: OwnerValue) => [
  ...new Set([...phones, ...partsOf(newPhones)]),
]

export const termsOf = (value: OwnerValue): Terms => ({
  relation: value.relation,
  share: value.relation === 'owner' ? numberOf(value.share) : null,
  ...{ since: dayOf(value.since), until: dayOf(value.until) },
})

/** As it would be saved; asked only of what has no fault. */
export const detailsOf = (value: OwnerValue): Details => ({
  ...{ name: value.name.trim(), address: value.address.trim() },
  ...{ household: numberOf(value.household), occupation: value.occupation.trim() },
  ...{ phones: phonesOf(value), plates: partsOf(value.plates), pets: value.pets.trim() },
  ...{ language: value.language.trim(), hours: value.hours.trim() },
  care: value.hasCare
    ? {
        ...{ when: value.careWhen as readonly CareNeed[], need: value.careNeed.trim() },
        callName: value.careName.trim(),
        callPhone: value.newCarePhone.trim() || value.carePhone,
        agreedOn: value.agreedOn as CalendarDay,
        expiresOn: value.expiresOn as CalendarDay,
      }
    : null,
  ...{ purpose: value.purpose.trim(), consent: value.consent, consentOn: dayOf(value.consentOn) },
})

const MOST = { phones: 5, plates: 10, plate: 15, household: 50 }

/** What is wrong, by the field it stands at. */
export const ownerFaults = (value: OwnerValue): Readonly<Record<string, string | undefined>> => {
  const faults: Record<string, string> = {}
  const say = (field: string, isWrong: boolean, fault: string) => {
    if (isWrong) faults[field] ??= fault
  }
  say('name', !value.name.trim(), 'name')
  say('newPhones', !partsOf(value.newPhones).every(isNumber), 'phone')
  say('newPhones', phonesOf(value).length > MOST.phones, 'phones')
  const plates = partsOf(value.plates)
  say(
    'plates',
    plates.length > MOST.plates || plates.some((each) => each.length > MOST.plate),
    'plates',
  )
  const share = numberOf(value.share)
  const isShare = share === null || (share > 0 && share <= 100)
  say('share', value.relation === 'owner' && !isShare, 'share')
  say('until', !!value.since && !!value.until && value.until < value.since, 'until')
  const household = numberOf(value.household)
  const isCount = household === null || (Number.isInteger(household) && household >= 1)
  say('household', !isCount || (household ?? 0) > MOST.household, 'household')
  if (!value.hasCare) return faults
  say('careWhen', value.careWhen.length === 0, 'careWhen')
  say('careNeed', !value.careNeed.trim(), 'careNeed')
  say('newCarePhone', !!value.newCarePhone.trim() && !isNumber(value.newCarePhone), 'phone')
  say('agreedOn', !value.agreedOn, 'agreedOn')
  say('expiresOn', !value.expiresOn || value.expiresOn <= value.agreedOn, 'expiresOn')
  return faults
}
