import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkpointVisitKind, picturesOf } from '../../src/domain/checkpoint-visit'
import type { CheckpointVisit } from '../../src/domain/checkpoint-visit'
import type { Answer } from '../../src/domain/form/answer'
import {
  answersById,
  answersToHandIn,
  missingAnswers,
  restNormal,
} from '../../src/domain/form/fill'
import { formKind } from '../../src/domain/form/form'
import { repeatedAnswer } from '../../src/domain/form/repeat'
import type { ActContext } from '../../src/domain/record-kind'
import {
  MOST_SIGNATURES,
  pathOfSignature,
  pointsOf,
  SIGNATURE_LIMITS,
  signatureSchema,
  strokeOf,
  strokeSchema,
  withStroke,
  type Signature,
  type Stroke,
} from '../../src/domain/signature'
import { fitAct } from '../../src/protocol/fit-act'
import { LIMITS } from '../../src/protocol/version'
import { formOf, itemOf } from '../support/build/form'
import { nameId, newId } from '../support/build/ids'
import { look, photoRef } from '../support/build/patrol'
import { signatureOf } from '../support/build/signature'

const sign = itemOf('signature', {})
const picture = { sha256: 'f'.repeat(64), width: 800, height: 400, bytes: 6_000, takenAt: 1 }

const whyOf = (signature?: Signature, required = true) => {
  const form = formOf(itemOf('signature', { required }))
  const answer: Answer = { item: sign.id, value: null, ...(signature ? { signature } : {}) }
  return missingAnswers(form, answersById([answer]))[0]?.why
}

const glass = fc.record({
  x: fc.double({ min: -50, max: 400, noNaN: true }),
  y: fc.double({ min: -50, max: 250, noNaN: true }),
})

describe('a signature', () => {
  it('[SG1] is a name with the hand, or with its bearer’s confirmation', () => {
    expect(whyOf()).toBe('signature')
    expect(whyOf(signatureOf({ name: '', strokes: [] }))).toBe('signature')
    expect(whyOf(signatureOf({ strokes: [] }))).toBe('signature')
    expect(whyOf(signatureOf({ name: ' ' }))).toBe('signer')
    expect(whyOf(signatureOf({ name: '', strokes: [], confirmed: true }))).toBe('signer')
    expect(whyOf(signatureOf())).toBeUndefined()
    expect(whyOf(signatureOf({ strokes: [], confirmed: true }))).toBeUndefined()
  })

  it('[SG1] half given is asked for its other half, also where none is required', () => {
    expect(whyOf(undefined, false)).toBeUndefined()
    expect(whyOf(signatureOf({ name: '', strokes: [] }), false)).toBeUndefined()
    expect(whyOf(signatureOf({ strokes: [] }), false)).toBe('signature')
    expect(whyOf(signatureOf({ name: '' }), false)).toBe('signer')
  })

  it('[SG2] keeps the way of any stroke, on the pad and within bounds', () => {
    fc.assert(
      fc.property(fc.array(glass, { minLength: 1, maxLength: 600 }), (points) => {
        const stroke = strokeOf(points, 350)
        expect(v.is(strokeSchema, stroke)).toBe(true)
        expect(stroke.length).toBeLessThanOrEqual(SIGNATURE_LIMITS.strokePoints * 2)
        const ends = (of: Stroke) => [of.slice(0, 2), of.slice(-2)]
        const all = points.map((point) => strokeOf([point], 350))
        expect(ends(stroke)).toEqual(ends(all.flat()))
        // The same box on another phone: the same stroke.
        expect(strokeOf(pointsOf(stroke, 900), 900)).toEqual(stroke)
      }),
    )
  })

  it('[SG2] takes no stroke beyond its room, and loses none before', () => {
    const long = Array.from({ length: 240 }, (_, at) => at)
    let strokes: readonly Stroke[] = []
    for (let next = withStroke(strokes, long); next; next = withStroke(strokes, long))
      strokes = next
    expect(strokes).toHaveLength(Math.floor(SIGNATURE_LIMITS.points / 120))
    const dots = Array.from({ length: SIGNATURE_LIMITS.strokes }, (): Stroke => [1, 2])
    expect(withStroke(dots, [3, 4])).toBeNull()
    expect(withStroke(dots.slice(1), [3, 4])?.at(-1)).toEqual([3, 4])
  })

  it('[FO14] five of the fullest fit one change with forty photos; a form asks for no more', () => {
    const strokes = Array.from({ length: 80 }, (): Stroke => Array.from({ length: 20 }, () => 1000))
    const signature = signatureOf({ name: '欧'.repeat(SIGNATURE_LIMITS.name), strokes, picture })
    const answers = [
      ...Array.from({ length: MOST_SIGNATURES }, (_, at) => ({ item: `s${at}`, signature })),
      { item: 'photo', photos: Array.from({ length: 40 }, () => photoRef('a')) },
    ]
    expect(JSON.stringify(fitAct({ answers })).length).toBeLessThan(LIMITS.changeBytes / 2)
    const of = (count: number) =>
      formOf(...Array.from({ length: count }, (_, at) => itemOf('signature', { id: `s${at}` })))
    const publish = (count: number) => {
      const form = of(count)
      const context: ActContext = { at: 1, by: newId(), change: newId(), record: form.id, nameId }
      return formKind.apply(null, { act: 'publish', form }, context).outcome
    }
    expect([publish(MOST_SIGNATURES), publish(MOST_SIGNATURES + 1)]).toEqual(['applied', 'refused'])
  })

  it('[FO7] [FO13] [FO14] is never given by 「其余正常」 nor taken over from last time', () => {
    const form = formOf(sign, look('door', '门'))
    expect(restNormal(form, answersById([]), new Set()).map(({ item }) => item)).toEqual(['door'])
    const last: Answer = { item: sign.id, value: null, signature: signatureOf() }
    expect(repeatedAnswer(sign, last)).toBeNull()
  })

  it('[FO8] is handed in whole, the name without spaces around it; none is nothing handed in', () => {
    const handed = (signature: Signature) =>
      answersToHandIn(formOf(sign), answersById([{ item: sign.id, value: null, signature }]))
    expect(handed(signatureOf({ name: ' 王大山 ', picture }))).toEqual([
      { item: sign.id, value: null, signature: signatureOf({ picture }) },
    ])
    expect(handed(signatureOf({ name: '', strokes: [] }))).toEqual([])
  })

  it('[SG4] names its picture to be sent, and is no picture of the place', () => {
    const answers: Answer[] = [
      { item: 'view', value: null, photos: [photoRef('a')] },
      { item: sign.id, value: null, signature: signatureOf({ picture }) },
      { item: 'other', value: null, signature: signatureOf() },
    ]
    const visit: CheckpointVisit = {
      ...{ id: newId(), community: newId(), round: newId(), checkpoint: newId(), form: newId() },
      ...{ checkIn: { by: 'qr', at: 1 }, answers, abnormal: 0, change: newId(), visitedAt: 1 },
      ...{ visitedBy: newId(), voided: null },
    }
    const hashes = (named: readonly { readonly sha256: string }[]) =>
      named.map(({ sha256 }) => sha256[0])
    expect(hashes(checkpointVisitKind.photosOf(visit))).toEqual(['a', 'f'])
    expect(hashes(picturesOf(visit.checkIn, answers))).toEqual(['a'])
    expect(v.is(signatureSchema, signatureOf({ picture }))).toBe(true)
  })

  it('[SG2] is drawn alike at any size; a dot is drawn too', () => {
    expect(pathOfSignature([[500, 500]], 800)).toBe('M400 200L400 200')
    expect(pathOfSignature([[0, 0, 1000, 1000]], 100)).toBe('M0 0L100 50')
    const curved = [[0, 0, 500, 1000, 1000, 0]]
    expect(pathOfSignature(curved, 100)).toBe('M0 0Q50 50 75 25L100 0')
    expect(pathOfSignature(curved, 1000)).toBe('M0 0Q500 500 750 250L1000 0')
  })
})
