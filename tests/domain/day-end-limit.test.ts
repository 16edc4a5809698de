import * as v from 'valibot'
import { expect, it } from 'vitest'
import type { CommunityId } from '../../src/domain/community'
import { calendarDay } from '../../src/domain/calendar-day'
import { HANDOVER_LIMITS, handoverActs } from '../../src/domain/handover/handover'
import { roundIdSchema } from '../../src/domain/round-id'
import { SIGNATURE_LIMITS } from '../../src/domain/signature'
import { FIGURES, WEEKLY_LIMITS, weeklySheetKind } from '../../src/domain/weekly-sheet/weekly-sheet'
import { WRAP_UP_LIMITS, wrapUpKind } from '../../src/domain/wrap-up/wrap-up'
import { LIMITS } from '../../src/protocol/version'
import { newId } from '../support/build/ids'

/** What stands around an act in its change. */
const AROUND = 2_048
const text = (length: number) => '物'.repeat(length)
const many = <Line>(most: number, line: () => Line) => Array.from({ length: most }, line)
const [staff, community] = [newId<string>(), newId<CommunityId>()]

const strokePoints = Math.floor(SIGNATURE_LIMITS.points / SIGNATURE_LIMITS.strokes)
const signature = {
  ...{ name: text(SIGNATURE_LIMITS.name), confirmed: true, signedAt: 1_790_000_000_000 },
  strokes: many(SIGNATURE_LIMITS.strokes, () => many(strokePoints * 2, () => 1_000)),
  picture: {
    ...{ sha256: 'a'.repeat(64), width: 4_000, height: 4_000, bytes: 1_048_576 },
    takenAt: 1_790_000_000_000,
  },
}

const saving = {
  ...{ act: 'save', community, staff, day: calendarDay(2026, 11, 24), open: 9_999 },
  lines: many(WRAP_UP_LIMITS.lines, () => ({
    ...{ ticket: newId(), status: 'resolved', told: 'notTold' },
    ...{ why: text(WRAP_UP_LIMITS.words), next: text(WRAP_UP_LIMITS.words) },
  })),
  promises: many(WRAP_UP_LIMITS.promises, () => ({
    ...{ promise: newId(), fate: 'released' },
    ...{ why: text(WRAP_UP_LIMITS.words), next: text(WRAP_UP_LIMITS.words) },
  })),
  words: text(4_000),
}

const words = text(HANDOVER_LIMITS.words)
const giving = {
  ...{ act: 'give', community, to: { by: 'post', post: text(40), roles: [] }, signature },
  items: many(HANDOVER_LIMITS.items, () => ({
    ...{ sort: 'radio', name: text(HANDOVER_LIMITS.name), count: 9_999 },
  })),
  renovators: many(HANDOVER_LIMITS.homes, () => ({ place: newId(), count: 9_999, words })),
  quiet: many(HANDOVER_LIMITS.homes, () => ({ place: newId(), words })),
  tickets: many(HANDOVER_LIMITS.tickets, () => ({ ticket: newId(), words })),
  rounds: many(HANDOVER_LIMITS.rounds, () => ({
    ...{ round: v.parse(roundIdSchema, newId()), name: text(120), words },
  })),
  words: text(4_000),
}
const taking = {
  ...{ act: 'take', from: 'withdrawn', taker: staff, signature, words: text(4_000) },
  differences: many(HANDOVER_LIMITS.items, () => ({
    ...{ what: text(HANDOVER_LIMITS.name), told: 9_999, found: 9_999, words },
  })),
}

const sending = {
  ...{ act: 'send', community, staff, week: calendarDay(2026, 11, 23), to: newId(), signature },
  figures: FIGURES.map((figure) => ({ figure, value: 99_999, phone: 99_998 })),
  counted: many(WEEKLY_LIMITS.counted, () => ({ record: newId(), in: [...FIGURES] })),
  reasons: many(WEEKLY_LIMITS.lines, () => ({
    ...{ ticket: newId(), words: text(WEEKLY_LIMITS.words) },
  })),
  words: text(4_000),
}

it.each([
  ['[WU1] a wrap-up saved', wrapUpKind.acts.save, saving],
  ['[HO2] a handover given', handoverActs.give, giving],
  ['[HO6] a handover taken', handoverActs.take, taking],
  ['[WS1] a weekly sheet sent', weeklySheetKind.acts.send, sending],
])('%s fits one change at its largest', (_name, schema, act) => {
  expect(v.safeParse(schema, act).issues?.[0]?.message).toBeUndefined()
  expect(Buffer.byteLength(JSON.stringify(act))).toBeLessThan(LIMITS.changeBytes - AROUND)
})
