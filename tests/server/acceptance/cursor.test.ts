import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { thinMarks } from '../../../server/acceptance/cursor'

/** The marks of a cursor that was renewed at each of these versions. */
const renewedAt = (versions: readonly number[]) =>
  versions.reduce<readonly { version: number; mark: string }[]>(
    (marks, version) => thinMarks([{ version, mark: `m${version}` }, ...marks]),
    [],
  )

describe('[SY18] the marks of a cursor', () => {
  it('are never more than 32, newest first, the newest always among them, each as it was given', () => {
    const growing = fc
      .array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 400 })
      .map((steps) => {
        let version = 0
        return steps.map((step) => (version += step))
      })
    fc.assert(
      fc.property(growing, (versions) => {
        const marks = renewedAt(versions)
        expect(marks.length).toBeLessThanOrEqual(32)
        expect(marks[0]?.version).toBe(versions.at(-1))
        expect(marks.map(({ version }) => version)).toEqual(
          marks.map(({ version }) => version).sort((a, b) => b - a),
        )
        for (const { version, mark } of marks) {
          expect(versions).toContain(version)
          expect(mark).toBe(`m${version}`)
        }
      }),
    )
  })

  it('reach far back: a restore to any past version finds one that is not much older', () => {
    const last = 20_000
    const marks = renewedAt(Array.from({ length: last }, (_, index) => index + 1))
    for (const back of [1, 10, 100, 1_000, 10_000]) {
      const common = marks.find(({ version }) => version <= last - back)
      expect(common, `${back} back`).toBeDefined()
      expect(last - (common?.version ?? 0)).toBeLessThanOrEqual(back * 4)
    }
  })
})
