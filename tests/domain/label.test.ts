import { describe, expect, it } from 'vitest'
import { checkpointKind, type Checkpoint, type CheckpointAct } from '../../src/domain/checkpoint'
import { readLabel } from '../../src/domain/label'
import { mayAct } from '../../src/domain/permission'
import type { ActContext } from '../../src/domain/record-kind'
import { nameId, newId } from '../support/build/ids'

const point = (name: string, token: string, community: Checkpoint['community']): Checkpoint => ({
  ...{ id: newId(), community, name, place: newId(), facility: null, form: newId(), token },
})
const [ours, theirs] = [newId<Checkpoint['community']>(), newId<Checkpoint['community']>()]
const pump = point('泵房', 'PumpPumpPumpPump', ours)
const lobby = point('大堂', 'LobbyLobbyLobby0', ours)
const garage = point('地库', 'GarageGarage0000', ours)
const far = point('青禾门岗', 'QingheQingheGate', theirs)
const KNOWN = [pump, lobby, garage, far]
const NEW = 'FreshFreshFresh0'

const context = (record: string): ActContext => ({
  ...{ at: 7, by: newId(), change: newId(), record, nameId },
})
const apply = (before: Checkpoint | null, act: CheckpointAct, at = context(pump.id)) =>
  checkpointKind.apply(before, act, at)
const replaced = (before: Checkpoint, token = NEW, at = context(before.id)): Checkpoint => {
  const done = apply(before, { act: 'replaceToken', token, reason: '被人拍走了' }, at)
  if (done.outcome !== 'applied') throw new Error(done.outcome)
  return done.record
}
const read = (scanned: string, known = KNOWN) =>
  readLabel(scanned, pump, [pump.id, lobby.id], known).kind

describe('a label', () => {
  it('[CI3] is told apart with no network: here, this round, elsewhere, another community', () => {
    expect(read(`https://mengya.test/c/${pump.token}`)).toBe('here')
    expect(read(pump.token)).toBe('here')
    expect(read(lobby.token)).toBe('onRound')
    expect(read(garage.token)).toBe('elsewhere')
    expect(read(far.token)).toBe('otherCommunity')
  })

  it('[CI3] of ours that this phone does not know is not called a stranger, and a stranger is', () => {
    expect(read('https://mengya.test/c/NobodyKnowsThis0')).toBe('unknown')
    expect(read('NobodyKnowsThis0')).toBe('unknown')
    expect(read('https://u.wechat.com/NobodyKnowsThis0')).toBe('foreign')
    expect(read('parcel locker 7')).toBe('foreign')
    expect(read('')).toBe('foreign')
  })

  it('[CP1] replaced no longer checks anybody in, and says since when; the new one does', () => {
    const fresh = replaced(pump)
    const known = [fresh, lobby]
    expect(read(pump.token, known)).toBe('withdrawn')
    expect(readLabel(pump.token, fresh, [], known)).toMatchObject({ at: 7, checkpoint: fresh })
    expect(read(NEW, known)).toBe('here')
    expect(fresh.withdrawn).toMatchObject([{ token: pump.token, reason: '被人拍走了' }])
  })

  it('[CP1] replaced twice by one act is replaced once; an old token never comes back', () => {
    const at = context(pump.id)
    const once = replaced(pump, NEW, at)
    expect(replaced(once, NEW, at)).toEqual(once)
    const back = apply(once, { act: 'replaceToken', token: pump.token, reason: '找到了' })
    expect(back.outcome).toBe('noted')
  })

  it('[CP2] a late change of name by somebody who saw the old label keeps the new one', () => {
    const fresh = replaced(pump)
    const amended = apply(fresh, { act: 'amend', checkpoint: { ...pump, name: '消防泵房' } })
    expect(amended).toMatchObject({
      outcome: 'applied',
      record: { name: '消防泵房', token: NEW, withdrawn: fresh.withdrawn },
    })
  })

  it('[PE1] is replaced by whoever plans patrols, and by nobody else', () => {
    const may = (role: 'steward' | 'supervisor') => mayAct([role], 'Checkpoint', 'replaceToken')
    expect([may('steward'), may('supervisor')]).toEqual([false, true])
  })
})
