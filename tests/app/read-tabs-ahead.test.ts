import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createWording } from '../../src/app/i18n'
import { readTabsAhead } from '../../src/app/read-tabs-ahead'
import { createAppRouter } from '../../src/app/router'

beforeEach(() => history.replaceState(null, '', '/today'))

describe('the tabs, read ahead', () => {
  it('have their pages and words there before anybody taps one', async () => {
    const wording = createWording()
    const load = vi.spyOn(wording, 'load')
    const router = createAppRouter(true, wording)
    const pageOf = (path: string) => router.resolve(path).matched.at(-1)?.components?.['default']
    expect(pageOf('/tickets')).toBeTypeOf('function')
    await readTabsAhead(router, wording)
    for (const tab of ['/tickets', '/patrol', '/snap']) expect(pageOf(tab)).toBeTypeOf('object')
    expect(load).toHaveBeenCalledTimes(3)
  })

  it('one that does not come keeps no other back, and is asked for again later', async () => {
    const router = createAppRouter(true, createWording())
    const load = () => Promise.reject(new Error('no network'))
    await expect(readTabsAhead(router, { load })).resolves.toBeUndefined()
  })
})
