import { describe, expect, it } from 'vitest'
import type { ChangeId, StaffId } from '../../../src/domain/id'
import { MINUTE } from '../../../src/domain/instant'
import type { OwnerFileAct, OwnerFileActOf } from '../../../src/domain/owner/act'
import { ownerFileKind } from '../../../src/domain/owner/apply'
import { lookedUntil } from '../../../src/domain/owner/paper'
import type { Photo } from '../../../src/domain/photo'
import type { PlaceId } from '../../../src/domain/place'
import { newId } from '../../support/build/ids'
import { day, fileStory, openFile } from '../../support/build/owner-file'

const HOME = newId<PlaceId>()
const photo = { sha256: 'a'.repeat(64) } as Photo
const paper = (over: Partial<OwnerFileActOf<'paper'>> = {}): OwnerFileActOf<'paper'> => ({
  ...{ act: 'paper', sort: 'renovation', title: '装修许可', on: day('2026-11-01'), until: null },
  ...{ agreed: true, photos: [photo], ...over },
})

describe('[OF17] papers', () => {
  it('are pictured where they agreed, and who they are is never', () => {
    const { file, outcomes } = fileStory(openFile(HOME), [
      [2, paper()],
      [3, paper({ agreed: false })],
      [4, paper({ sort: 'identity' })],
      [5, paper({ sort: 'identity', photos: [] })],
    ])
    expect(outcomes).toEqual(['applied', 'refused', 'refused', 'applied'])
    expect(file.papers.map(({ sort }) => sort)).toEqual(['renovation', 'identity'])
    expect(ownerFileKind.photosOf(file)).toEqual([photo])
  })

  it('withdrawn stay struck through, and their pictures go', () => {
    const change = newId<ChangeId>()
    const withdraw: OwnerFileAct = { act: 'withdrawPaper', paper: change, why: '装修取消了' }
    const { file, outcomes } = fileStory(openFile(HOME), [
      [2, paper(), newId<StaffId>(), change],
      [3, withdraw],
      [4, withdraw],
    ])
    expect(outcomes).toEqual(['applied', 'applied', 'noted'])
    expect(file.papers).toMatchObject([{ title: '装修许可', withdrawn: { at: 3 }, photos: [] }])
    expect(ownerFileKind.photosOf(file)).toEqual([])
  })

  it('are seen for minutes by whoever said why, and by nobody else', () => {
    const [change, by, other] = [newId<ChangeId>(), newId<StaffId>(), newId<StaffId>()]
    const { file } = fileStory(openFile(HOME), [
      [2, paper(), other, change],
      [3, { act: 'look', paper: change, why: '核对范围', minutes: 5 }, by],
    ])
    expect(lookedUntil(file, change, by)).toBe(3 + 5 * MINUTE)
    expect(lookedUntil(file, change, other)).toBe(0)
    expect(file.looks).toMatchObject([{ by, why: '核对范围', paper: change }])
  })
})
