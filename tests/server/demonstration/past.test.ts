import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { fillDemonstration } from '../../../server/demonstration/fill'
import { CHECKLISTS } from '../../../server/demonstration/checklists'
import { DEMONSTRATION_PASSWORD } from '../../../server/demonstration/people'
import type { CheckpointVisit } from '../../../src/domain/checkpoint-visit'
import type { Form } from '../../../src/domain/form/form'
import { abnormalItems, answersById, missingAnswers } from '../../../src/domain/form/fill'
import type { AnyRecord } from '../../../src/domain/kind-table'
import type { CompanyId } from '../../../src/domain/id'
import type { Round } from '../../../src/domain/round'
import { paperText, sheetSigned } from '../../../src/domain/repair/paper'
import { namesOf, type RepairNote } from '../../../src/domain/repair/repair-note'
import { sheetFaults } from '../../../src/domain/repair/sheet-fault'
import { judgeRound } from '../../../src/domain/round-judgement'
import { WITHIN } from '../../../src/domain/position'
import type { ShiftHandover } from '../../../src/domain/handover/handover'
import { isRead, type WeeklySheet } from '../../../src/domain/weekly-sheet/weekly-sheet'
import { leftOut, lineFault } from '../../../src/domain/wrap-up/question'
import type { WrapUp } from '../../../src/domain/wrap-up/wrap-up'
import { untoldOf } from '../../../src/domain/ticket/closing'
import type { Place } from '../../../src/domain/place'
import { localDay } from '../../../src/domain/time-zone'
import { appointmentOf } from '../../../src/domain/visit/appointment'
import type { OwnerVisit } from '../../../src/domain/visit/owner-visit'
import { visitRuleOf } from '../../../src/domain/visit/usual-rule'
import { homeClocks } from '../../../src/domain/visit/visit-clock'
import { clockState } from '../../../src/domain/visit/visit-state'
import type { Ticket } from '../../../src/domain/ticket/ticket'
import type { Row } from '../../../src/protocol/row'
import { isGone } from '../../../src/protocol/row'
import { HttpClient } from '../../support/http-client'
import { testServer, type TestServer } from '../../support/server'

let server: TestServer
let rows: Row[]
let requests = 0

const recordsOf = <Thing extends AnyRecord>(kind: string): readonly Thing[] =>
  rows.flatMap((row) => (isGone(row) || row.kind !== kind ? [] : [row.record as Thing]))

beforeAll(async () => {
  server = await testServer()
  const { parts } = server
  await fillDemonstration({ ...parts, now: parts.services.now() })
  const zhou = new HttpClient(server.url)
  await zhou.signIn('zhoujie', DEMONSTRATION_PASSWORD)
  rows = []
  for (let cursor: string | null = null, more = true; more; requests += 1) {
    const answer = await zhou.sync([], { want: 2_000, cursor })
    rows.push(...answer.rows)
    ;({ cursor, more } = answer)
  }
})
afterAll(() => server.close())

describe('the past of the demonstration', () => {
  it('comes to a new phone in few requests', () => {
    expect(rows.length).toBeLessThan(10_000)
    expect(requests).toBeLessThanOrEqual(6)
  })

  it('was walked by the checklists: every stop complete, what is abnormal counted', () => {
    const checklists = recordsOf<Form>('Form').filter(({ purpose }) => purpose === 'checklist')
    const forms = new Map(checklists.map((form) => [form.id, form]))
    expect(forms.size).toBe(CHECKLISTS.length)
    const faults = recordsOf<CheckpointVisit>('CheckpointVisit').flatMap((visit) => {
      const form = forms.get(visit.form)
      if (!form) return [`${visit.id} has no form`]
      const answers = answersById(visit.answers)
      const missing = missingAnswers(form, answers).map(
        ({ item, why }) => `${form.title} ${item} ${why}`,
      )
      const isCounted = abnormalItems(form, answers).length === visit.abnormal
      return isCounted ? missing : [...missing, `${visit.id} miscounted`]
    })
    expect([...new Set(faults)]).toEqual([])
  })

  it('is mostly in time, with rounds late, missed, ended early and made up among them', () => {
    const now = server.parts.services.now()
    const rounds = recordsOf<Round>('Round')
    const counts = new Map<string, number>()
    for (const round of rounds) {
      const judgement = judgeRound(round, round, now)
      counts.set(judgement, (counts.get(judgement) ?? 0) + 1)
    }
    for (const judgement of ['late', 'endedEarly', 'madeUp'])
      expect(counts.get(judgement) ?? 0).toBeGreaterThan(5)
    expect((counts.get('done') ?? 0) / rounds.length).toBeGreaterThan(0.85)
  })

  it('has visits to homes, paid and free, signed and not, and one put right and signed again', () => {
    const notes = recordsOf<RepairNote>('RepairNote')
    expect(new Set(notes.map(({ sheet }) => sheet.charge))).toEqual(
      new Set(['own', 'warranty', 'common', 'courtesy']),
    )
    for (const note of notes) {
      const lacks = { attendance: note.sheet.isDifficult && !note.attended.length }
      const signature = note.sheet.home !== null && !note.signed
      expect(sheetFaults(note.sheet, note.written.at, { ...lacks, signature })).toEqual([])
      for (const name of namesOf(note)) {
        const sheet = sheetSigned(note, name)
        const text = sheet ? paperText(note.id, sheet) : ''
        expect(createHash('sha256').update(text).digest('hex')).toBe(name.sha256)
      }
    }
    expect(notes.some(({ signedBefore }) => signedBefore.length > 0)).toBe(true)
    expect(notes.some(({ sheet, signed }) => sheet.home && !signed)).toBe(true)
  })

  it('was now and then handed over, and keeps the windows and spacing its plans ask for', () => {
    const rounds = recordsOf<Round>('Round')
    const isHandedOver = ({ thread }: Round) => thread.some(({ kind }) => kind === 'handedOver')
    expect(rounds.some(isHandedOver)).toBe(true)
    expect(rounds.some(({ spacing }) => spacing)).toBe(true)
    expect(rounds.some(({ stops }) => stops.some(({ window }) => window))).toBe(true)
  })

  it('was checked in by position where the sky is open, within reach of the point', () => {
    const fixes = recordsOf<CheckpointVisit>('CheckpointVisit').flatMap(({ checkIn }) =>
      checkIn.by === 'position' ? [checkIn.position] : [],
    )
    expect(fixes.length).toBeGreaterThan(10)
    expect(fixes.every(({ distance }) => distance !== null && distance <= WITHIN)).toBe(true)
  })

  it('leaves nobody waiting for the word that a ticket was cancelled or declined', () => {
    const ended = recordsOf<Ticket>('Ticket').filter(({ thread }) =>
      thread.some(({ kind }) => kind === 'cancelled' || kind === 'declined'),
    )
    expect(ended.length).toBeGreaterThan(0)
    expect(ended.filter((ticket) => untoldOf(ticket).length > 0).map(({ title }) => title)).toEqual(
      [],
    )
  })

  it('has tickets of every kind and way to end, and each step took effect when it was done', () => {
    const tickets = recordsOf<Ticket>('Ticket')
    const tally = (of: (ticket: Ticket) => readonly string[]) => {
      const counts = new Map<string, number>()
      for (const each of tickets.flatMap(of)) counts.set(each, (counts.get(each) ?? 0) + 1)
      return counts
    }
    const steps = tally(({ thread }) => thread.map(({ kind }) => kind))
    for (const step of [
      'putOff',
      'returned',
      'transferred',
      'reopened',
      'cancelled',
      'told',
      'declined',
      'engaged',
      'joined',
      'tookIn',
    ])
      expect(steps.get(step) ?? 0, step).toBeGreaterThan(0)
    expect(steps.get('late') ?? 0).toBe(0)
    expect(tally(({ kind }) => [kind]).size).toBe(8)
  })

  it('shows no photo that is not on the shelf', async () => {
    const missing = rows.filter((row) => !isGone(row) && row.photosMissing)
    expect(missing).toEqual([])
    const [photo] = recordsOf<Ticket>('Ticket').flatMap(({ photos }) => photos)
    const [community] = await server.database.sql<{ company: CompanyId }[]>`
      select company from photo limit 1`
    if (!photo || !community) throw new Error('There is no photo')
    const length = await server.parts.photos.lengthOf(community.company, photo.sha256)
    expect(length).toBe(photo.bytes)
  })

  it('[WU7] [HO6] [WS8] ends its days and its week: nothing left out, counted by both, read', () => {
    const tickets = recordsOf<Ticket>('Ticket')
    const wrapUps = recordsOf<WrapUp>('WrapUp')
    expect(wrapUps).toHaveLength(18)
    for (const wrapUp of wrapUps) {
      // What was given to them only after they had gone through their day is none they left out.
      const had = ({ takenBy, firstResponsible, thread }: Ticket) =>
        [takenBy, firstResponsible].includes(wrapUp.staff) ||
        thread.some(
          ({ kind, at }) => ['assigned', 'accepted'].includes(kind) && at <= wrapUp.savedAt,
        )
      expect(leftOut(wrapUp, tickets.filter(had))).toEqual([])
      const open = wrapUp.lines.filter(({ status }) => status !== 'closed')
      expect(open.filter((line) => lineFault(line) !== null)).toEqual([])
    }
    const handovers = recordsOf<ShiftHandover>('ShiftHandover')
    expect(handovers.map(({ status }) => status)).toEqual(['taken', 'taken', 'taken'])
    const [sheet] = recordsOf<WeeklySheet>('WeeklySheet')
    expect(sheet && isRead(sheet)).toBe(true)
    const taken = sheet?.figures.find(({ figure }) => figure === 'taken')?.value
    expect(sheet?.counted.filter((each) => each.in.includes('taken'))).toHaveLength(taken ?? -1)
  })

  it('[VI5] knows most homes, is behind with some, and has tried a few in vain', () => {
    const now = server.parts.services.now()
    const [zone, today] = ['Asia/Shanghai', localDay(now, 'Asia/Shanghai')]
    const rule = visitRuleOf(null)
    const visits = new Map<string, OwnerVisit[]>()
    for (const visit of recordsOf<OwnerVisit>('OwnerVisit'))
      visits.set(visit.home, [...(visits.get(visit.home) ?? []), visit])
    const units = recordsOf<Place>('Place').flatMap((place) => (place.kind === 'unit' ? place : []))
    const states = units.map((unit) => {
      const { door } = homeClocks(unit, visits.get(unit.id) ?? [], rule, zone, today)
      return clockState(door, rule, today)
    })
    const share = (state: string) => states.filter((each) => each === state).length / units.length
    expect(share('met') + share('soon')).toBeGreaterThan(0.6)
    for (const state of ['overdue', 'unreached']) expect(share(state)).toBeGreaterThan(0.02)
    expect([...visits.values()].flat().some(({ result }) => result === 'notHome')).toBe(true)
    expect([...visits.values()].some((all) => appointmentOf(all) !== null)).toBe(true)
  })
})
