import { computed, reactive, shallowRef } from 'vue'
import type { Weekday } from '../domain/calendar-day'
import { readDays, writeDays } from '../domain/clock/holiday-text'
import { FIGURES, type ClockSettings, type Escalation, type Figure } from '../domain/clock/timing'
import { HOURS, type Hours } from '../domain/clock/working-calendar'
import { clockSettingsOf, type Community } from '../domain/community'
import { DAY } from '../domain/instant'
import { mayAct } from '../domain/permission'
import { localDay } from '../domain/time-zone'
import { act } from './act'
import {
  clockText,
  ESCALATIONS,
  isInMinutes,
  minutesOfFigure,
  minutesOfStep,
  rangeOfFigure,
  rangeOfStep,
} from './clock-number'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

/** What stands on the page, as plain words: half a number typed is still kept. */
export type ClockWords = Record<string, string>

interface Begun {
  readonly words: ClockWords
  readonly aside: ClockWords | null
}

export type ClockFault =
  | { readonly kind: 'clock' | 'order' | 'weekdays' }
  | { readonly kind: 'number'; readonly least: number; readonly most: number }
  | { readonly kind: 'days'; readonly line: number; readonly text: string }
  | { readonly kind: 'both'; readonly text: string }

/** How long somebody is told that what they set came too late. */
const SHOWN = 7 * DAY

const clockMinutes = (text: string): number | null => {
  const found = /^(\d{1,2})[::]?(\d{2})$/.exec(text.trim())
  const minutes = found ? Number(found[1]) * 60 + Number(found[2]) : NaN
  return found && Number(found[2]) < 60 && minutes <= 1_440 ? minutes : null
}

export const wordsOf = (settings: ClockSettings, seen: number): ClockWords => {
  const { calendar, escalation } = settings
  const minutes = { ...settings.deadlines, ...settings.figures }
  const figures = FIGURES.map((each): [string, string] => [
    `figure.${each}`,
    String(isInMinutes(each) ? minutes[each] : Math.round((minutes[each] / 60) * 100) / 100),
  ])
  const hours = FIGURES.map((each): [string, string] => [`hours.${each}`, settings.hours[each]])
  const steps = ESCALATIONS.map((each): [string, string] => [each, String(escalation[each])])
  return {
    ...Object.fromEntries([...figures, ...hours, ...steps]),
    weekdays: calendar.weekdays.join(','),
    workFrom: clockText(calendar.hours.from),
    workTo: clockText(calendar.hours.to),
    hasDuty: calendar.duty ? 'yes' : '',
    dutyFrom: clockText(calendar.duty?.from ?? 1_080),
    dutyTo: clockText(calendar.duty?.to ?? 540),
    daysOff: writeDays(calendar.daysOff),
    daysOn: writeDays(calendar.daysOn),
    seen: String(seen),
  }
}

/** 时限和工作日历 of one community, from what stands to what is meant. */
export const useClockSettings = (community: () => Community) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const words = reactive<ClockWords>({})
  const mayEdit = mayAct(phone.person.roles, 'Community', 'setClocks')
  /** As they stand now: what was begun is let go. */
  const begin = () =>
    Object.assign(words, wordsOf(clockSettingsOf(community()), community().deadlines.version))
  begin()
  /** What was typed before the newest took its place. */
  const aside = shallowRef<ClockWords | null>(null)
  const draft = useKeptDraft<Begun>(`clocks/${community().id}`, {
    read: () => ({ words: { ...words }, aside: aside.value }),
    write: (begun) => {
      Object.assign(words, begun.words)
      aside.value = begun.aside
    },
  })
  const takeNewest = () => {
    aside.value = { ...words }
    begin()
  }
  /** What was typed, now that the newest was seen. */
  const putBack = () => {
    Object.assign(words, aside.value, { seen: words['seen'] })
    aside.value = null
  }
  /** Somebody changed them since this page was begun. */
  const isOlder = computed(() => Number(words['seen']) !== community().deadlines.version)

  const textOf = (name: string) => words[name] ?? ''
  /** The last this person set, where somebody was faster. */
  const cameLate = computed(() => {
    const own = community().timing.changed.filter(({ by }) => by === phone.person.staff)
    const last = own.at(-1)
    return last && !last.stands && phone.tick.value - last.at < SHOWN ? last : null
  })

  const year = Number(localDay(phone.tick.value, community().zone).slice(0, 4))
  const minutesOf = (figure: Figure) => minutesOfFigure(figure, textOf(`figure.${figure}`))
  const stepOf = (name: keyof Escalation) => minutesOfStep(name, textOf(name))
  const off = computed(() => readDays(textOf('daysOff'), year))
  const on = computed(() => readDays(textOf('daysOn'), year))

  /** What of the page does not read, by its field. */
  const faults = computed<ReadonlyMap<string, ClockFault>>(() => {
    const found = new Map<string, ClockFault>()
    for (const each of FIGURES)
      if (minutesOf(each) === null)
        found.set(`figure.${each}`, { kind: 'number', ...rangeOfFigure(each) })
    for (const each of ESCALATIONS)
      if (stepOf(each) === null) found.set(each, { kind: 'number', ...rangeOfStep(each) })
    const clocks = ['workFrom', 'workTo', ...(textOf('hasDuty') ? ['dutyFrom', 'dutyTo'] : [])]
    for (const each of clocks)
      if (clockMinutes(textOf(each)) === null) found.set(each, { kind: 'clock' })
    if (!textOf('weekdays')) found.set('weekdays', { kind: 'weekdays' })
    if ((clockMinutes(textOf('workFrom')) ?? 0) >= (clockMinutes(textOf('workTo')) ?? 1_441))
      found.set('workTo', { kind: 'order' })
    for (const [name, read] of [['daysOff', off.value] as const, ['daysOn', on.value] as const]) {
      const [first] = read.unread
      if (first) found.set(name, { kind: 'days', ...first })
    }
    const both = on.value.days.find((day) => off.value.days.includes(day))
    if (both && !found.has('daysOn')) found.set('daysOn', { kind: 'both', text: both })
    return found
  })

  const settings = (): ClockSettings => {
    const minutes = Object.fromEntries(FIGURES.map((each) => [each, minutesOf(each) ?? 1])) as {
      readonly [Name in Figure]: number
    }
    const { urgentOnSite, ordinaryRepair, complaintFirstAnswer } = minutes
    const { majorToLeader, defect, hazard, ...figures } = minutes
    const { complaintVerify, complaintResolve, enquiry } = figures
    const { writtenAnswer, silenceOrdinary, silenceMajor } = figures
    const at = (name: string) => clockMinutes(textOf(name)) ?? 0
    return {
      deadlines: {
        ...{ urgentOnSite, ordinaryRepair, complaintFirstAnswer },
        ...{ majorToLeader, defect, hazard },
      },
      figures: {
        ...{ complaintVerify, complaintResolve, enquiry },
        ...{ writtenAnswer, silenceOrdinary, silenceMajor },
      },
      hours: Object.fromEntries(
        FIGURES.map((each) => [
          each,
          HOURS.find((known) => known === textOf(`hours.${each}`)) ?? ('always' satisfies Hours),
        ]),
      ) as ClockSettings['hours'],
      calendar: {
        weekdays: textOf('weekdays')
          .split(',')
          .map((each) => Number(each) as Weekday),
        hours: { from: at('workFrom'), to: at('workTo') },
        duty: textOf('hasDuty') ? { from: at('dutyFrom'), to: at('dutyTo') } : null,
        daysOff: [...off.value.days],
        daysOn: [...on.value.days],
      },
      escalation: Object.fromEntries(
        ESCALATIONS.map((each) => [each, stepOf(each) ?? 1]),
      ) as Escalation,
    }
  }

  /** False: something does not read, somebody changed them since, or it was not saved, as `faults` or `failure` say. */
  const save = async (): Promise<boolean> => {
    const held = community()
    if (faults.value.size > 0 || isOlder.value) return false
    const deed = { act: 'setClocks', settings: settings(), seen: Number(words['seen']) } as const
    return saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'Community', record: held.id, act: deed }], { dropDrafts }),
      ),
    )
  }

  return {
    ...{ words, faults, draft, save, isBusy, failure, mayEdit, isOlder },
    ...{ aside, takeNewest, putBack, cameLate, off, on, year },
  }
}
