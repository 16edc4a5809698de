// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createPinia, setActivePinia } from 'pinia'

class Ear {
  static heard: number[] = []
  readonly state = 'running'
  readonly currentTime = 0
  readonly destination = {}
  createGain() {
    const gain = { setValueAtTime: () => gain, exponentialRampToValueAtTime: () => gain }
    return { gain, connect: (to: unknown) => to }
  }
  createOscillator() {
    const frequency = { value: 0 }
    return {
      ...{ frequency, connect: (to: unknown) => to, stop: () => undefined },
      start: () => Ear.heard.push(frequency.value),
    }
  }
}

const hand = vi.fn()
beforeEach(() => {
  Ear.heard = []
  hand.mockClear()
  localStorage.clear()
  vi.stubGlobal('AudioContext', Ear)
  vi.stubGlobal('navigator', { vibrate: hand })
  setActivePinia(createPinia())
})
afterEach(() => vi.unstubAllGlobals())

const open = async () => (await import('../../src/stores/feedback')).useFeedback()

describe('sounds and pulses', () => {
  it('tells success from failure by ear and by hand', async () => {
    const feedback = await open()
    feedback.success()
    const [well, pulse] = [Ear.heard, hand.mock.calls[0]]
    Ear.heard = []
    feedback.failure()
    expect(well.length).toBeGreaterThan(0)
    expect(Ear.heard).not.toEqual(well)
    expect(hand.mock.calls[1]).not.toEqual(pulse)
  })

  it('is quiet where it was switched off, each by its own switch', async () => {
    const feedback = await open()
    feedback.hasSound = false
    feedback.ring()
    expect(Ear.heard).toEqual([])
    expect(hand).toHaveBeenCalledTimes(1)
    feedback.hasPulse = false
    feedback.hasSound = true
    feedback.ring()
    expect(Ear.heard.length).toBeGreaterThan(0)
    expect(hand).toHaveBeenCalledTimes(1)
  })
})
