import { isCalendarDay, type CalendarDay } from '../domain/calendar-day'
import type { FacilityFields, MaintenancePlan } from '../domain/facility'
import type { Photo } from '../domain/photo'
import type { PlaceId } from '../domain/place'

/** What stands on the page where a facility is written down or amended. */
export interface FacilityValue {
  name: string
  place: PlaceId | null
  system: FacilityFields['system'] | ''
  maker: string
  model: string
  serial: string
  installedOn: string
  warrantyUntil: string
  isCertified: boolean
  certificate: string
  expiresOn: string
  isMaintained: boolean
  contractor: string
  every: string
  unit: MaintenancePlan['unit']
  nextOn: string
}

export interface FacilityPictures {
  readonly photos: readonly Photo[]
  readonly certificate: readonly Photo[]
}

export const BLANK: FacilityValue = {
  ...{ name: '', place: null, system: '', maker: '', model: '', serial: '', installedOn: '' },
  ...{ warrantyUntil: '', isCertified: false, certificate: '', expiresOn: '' },
  ...{ isMaintained: false, contractor: '', every: '1', unit: 'month', nextOn: '' },
}

export const facilityValueOf = (held: FacilityFields): FacilityValue => {
  const { name, place, system, maker, model, serial, certificate, maintenance } = held
  return {
    ...{ name, place, system, maker, model, serial },
    ...{ installedOn: held.installedOn ?? '', warrantyUntil: held.warrantyUntil ?? '' },
    ...{ isCertified: certificate !== null, certificate: certificate?.number ?? '' },
    ...{ expiresOn: certificate?.expiresOn ?? '', isMaintained: maintenance !== null },
    ...{ contractor: maintenance?.contractor ?? '', unit: maintenance?.unit ?? 'month' },
    ...{ every: String(maintenance?.every ?? 1), nextOn: held.nextMaintenanceOn ?? '' },
  }
}

const dayOf = (text: string): CalendarDay | null => (isCalendarDay(text) ? text : null)
const EVERY = /^\s*\d{1,3}\s*$/
const MOST_DAYS = 366
const countOf = (text: string): number => Number(text.normalize('NFKC'))
const isCount = (text: string): boolean =>
  EVERY.test(text.normalize('NFKC')) && countOf(text) >= 1 && countOf(text) <= MOST_DAYS

/** What is wrong, by the field it stands at. */
export const facilityFaults = (
  value: FacilityValue,
): Readonly<Record<string, string | undefined>> => {
  const { isCertified, isMaintained, installedOn, warrantyUntil } = value
  const wrong: Record<string, boolean> = {
    ...{ name: !value.name.trim(), place: !value.place, system: !value.system },
    warrantyUntil: !!installedOn && !!warrantyUntil && warrantyUntil < installedOn,
    expiresOn: isCertified && !isCalendarDay(value.expiresOn),
    contractor: isMaintained && !value.contractor.trim(),
    every: isMaintained && !isCount(value.every),
    nextOn: isMaintained && !isCalendarDay(value.nextOn),
  }
  return Object.fromEntries(
    Object.keys(wrong).flatMap((name) => (wrong[name] ? [[name, name]] : [])),
  )
}

/** As it would be saved; null where what must be said is not. */
export const facilityFieldsOf = (
  value: FacilityValue,
  pictures: FacilityPictures,
): FacilityFields | null => {
  const { place, system, expiresOn } = value
  if (!place || !system || Object.keys(facilityFaults(value)).length > 0) return null
  const expires = dayOf(expiresOn)
  return {
    ...{ place, system, name: value.name.trim(), maker: value.maker.trim() },
    ...{ model: value.model.trim(), serial: value.serial.trim(), photos: pictures.photos },
    ...{ installedOn: dayOf(value.installedOn), warrantyUntil: dayOf(value.warrantyUntil) },
    certificate:
      value.isCertified && expires
        ? { number: value.certificate.trim(), expiresOn: expires, photos: pictures.certificate }
        : null,
    maintenance: value.isMaintained
      ? { contractor: value.contractor.trim(), every: countOf(value.every), unit: value.unit }
      : null,
    nextMaintenanceOn: value.isMaintained ? dayOf(value.nextOn) : null,
  }
}
