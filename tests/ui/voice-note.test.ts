import { enableAutoUnmount, flushPromises } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import AppSounds from '../../src/ui/AppSounds.vue'
import AppVoiceNote from '../../src/ui/AppVoiceNote.vue'
import { soundTime } from '../../src/ui/sound-time'
import { byRole, mountPart, theOne } from './mount-part'

enableAutoUnmount(afterEach)

const note = { sha256: 'a', seconds: 7 }
const nothing = () => Promise.resolve(null)
const props = {
  ...{ sounds: [note], state: 'idle', seconds: 0, limit: 120, bytesOf: nothing },
}

describe('a voice note on the screen', () => {
  it('says how long it is in minutes and seconds', () => {
    expect([0, 7, 60, 102.9].map(soundTime)).toEqual(['0:00', '0:07', '1:00', '1:42'])
  })

  it('records and stops with one button, and says that it records', async () => {
    const part = mountPart(AppVoiceNote, { props: { ...props, sounds: [] } })
    theOne('button', '录一段语音').click()
    expect(part.emitted('record')).toHaveLength(1)
    await part.setProps({ state: 'recording', seconds: 12 })
    expect(byRole('status').map((each) => each.textContent)).toContain('正在录音')
    theOne('button', '停止录音 0:12 / 2:00').click()
    expect(part.emitted('stop')).toHaveLength(1)
  })

  it('deletes at once and offers to take that back', async () => {
    const part = mountPart(AppVoiceNote, { props })
    theOne('button', '删除第 1 段语音').click()
    expect(part.emitted('remove')).toEqual([['a']])
    await part.setProps({ sounds: [], undoable: true })
    theOne('button', '撤销').click()
    expect(part.emitted('undo')).toHaveLength(1)
  })

  it('offers no more than may be kept', () => {
    const sounds = ['a', 'b'].map((sha256) => ({ sha256, seconds: 1 }))
    mountPart(AppVoiceNote, { props: { ...props, sounds, most: 2 } })
    expect(byRole('button', '再录一段')).toEqual([])
    expect(document.body.textContent).toContain('最多录 2 段')
  })

  it('says so when its bytes are on another phone still, and cannot be deleted where it is read', async () => {
    mountPart(AppSounds, { props: { sounds: [note], bytesOf: nothing } })
    expect(byRole('button', '删除第 1 段语音')).toEqual([])
    theOne('button', '播放第 1 段语音,7 秒').click()
    await flushPromises()
    expect(byRole('alert').map((each) => each.textContent)).toEqual([
      '这段语音还没传到这部手机,有网时再听',
    ])
  })
})
