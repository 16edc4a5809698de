import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { checkpointVisitKind, type CheckpointVisit } from '../../src/domain/checkpoint-visit'
import { answerSchema } from '../../src/domain/form/answer'
import { answersById, missingAnswers } from '../../src/domain/form/fill'
import type { Form } from '../../src/domain/form/form'
import type { ActContext } from '../../src/domain/record-kind'
import { MOST_SOUNDS, SOUND_LIMITS, soundSchema, soundsSchema } from '../../src/domain/sound'
import { ticketKind } from '../../src/domain/ticket/apply'
import { newId, nameId } from '../support/build/ids'
import { look, photoRef } from '../support/build/patrol'
import { soundRef } from '../support/build/sound'
import { receiveTicket } from '../support/build/ticket'

const hashes = (named: readonly { readonly sha256: string }[]) =>
  named.map(({ sha256 }) => sha256[0])

describe('voice notes', () => {
  it('[SO1] are two minutes and 8 MiB at most, five to one answer, of the two types phones write', () => {
    const isOne = (over: object) => v.is(soundSchema, { ...soundRef('a'), ...over })
    expect(isOne({ seconds: SOUND_LIMITS.seconds })).toBe(true)
    expect(isOne({ seconds: 600 })).toBe(false)
    expect(isOne({ seconds: 0 })).toBe(false)
    expect(isOne({ bytes: SOUND_LIMITS.bytes })).toBe(true)
    expect(isOne({ bytes: SOUND_LIMITS.bytes + 1 })).toBe(false)
    expect(isOne({ type: 'audio/mp4' })).toBe(true)
    expect(isOne({ type: 'audio/webm;codecs=opus' })).toBe(false)
    const many = Array.from({ length: MOST_SOUNDS + 1 }, () => soundRef('a'))
    expect(v.is(soundsSchema, many.slice(1))).toBe(true)
    expect(v.is(soundsSchema, many)).toBe(false)
  })

  it('[SO3] are named beside the photos of a visit and of a ticket; records without any still read', () => {
    const visit: CheckpointVisit = {
      ...{ id: newId(), community: newId(), round: newId(), checkpoint: newId(), form: newId() },
      ...{ checkIn: { by: 'qr', at: 1 }, abnormal: 1, change: newId(), visitedAt: 1 },
      ...{ visitedBy: newId(), voided: null },
      answers: [
        { item: 'leak', value: 'abnormal', photos: [photoRef('a')], sounds: [soundRef('b')] },
        { item: 'door', value: 'normal' },
      ],
    }
    expect(hashes(checkpointVisitKind.photosOf(visit))).toEqual(['a', 'b'])
    const context: ActContext = { at: 1, by: newId(), change: newId(), record: newId(), nameId }
    const born = (over: object) => {
      const done = ticketKind.apply(null, receiveTicket(newId(), newId(), over), context)
      if (done.outcome !== 'applied') throw new Error(done.outcome)
      return hashes(ticketKind.photosOf(done.record))
    }
    expect(born({ photos: [photoRef('c')], sounds: [soundRef('d')] })).toEqual(['c', 'd'])
    expect(born({})).toEqual([])
    expect(v.is(answerSchema, { item: 'leak', value: 'abnormal' })).toBe(true)
  })

  it('[SO4] [FO6] stand for the words a failed item asks for', () => {
    const form: Form = {
      ...{ id: newId(), form: newId(), version: 1, purpose: 'checklist', title: 't', source: '' },
      items: [look('leak', '渗漏', { onAbnormal: { photo: false, words: true } })],
    }
    const why = (over: object) =>
      missingAnswers(form, answersById([{ item: 'leak', value: 'abnormal', ...over }]))[0]?.why
    expect(why({})).toBe('words')
    expect(why({ sounds: [] })).toBe('words')
    expect(why({ sounds: [soundRef('a')] })).toBe('remedy')
  })
})
