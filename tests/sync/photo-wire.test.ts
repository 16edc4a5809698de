import { describe, expect, it } from 'vitest'
import { failureOf } from '../../src/sync/photo-wire'

const answered = (status: number, body: string) => ({
  originalResponse: { getStatus: () => status, getBody: () => body, getHeader: () => undefined },
})

describe('[SY1] an upload that tus gave up', () => {
  it('under a colleague’s session is said as what it is', () => {
    const body = JSON.stringify({ error: { kind: 'other-person', message: '' } })
    expect(failureOf(answered(409, body))).toEqual({ is: 'other-person' })
  })

  it('is trouble where a part did not fit, or something else spoke', () => {
    expect(failureOf(answered(409, ''))).toEqual({ is: 'trouble' })
    expect(failureOf(answered(409, '{"error":{"kind":"sequence-gap"}}'))).toEqual({ is: 'trouble' })
    expect(failureOf(answered(409, '<html>'))).toEqual({ is: 'trouble' })
  })

  it('without an answer is offline', () => {
    expect(failureOf(new Error('cut'))).toEqual({ is: 'offline' })
  })
})
