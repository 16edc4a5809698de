import { beforeEach, describe, expect, it } from 'vitest'
import { createWording } from '../../src/app/i18n'
import { createAppRouter } from '../../src/app/router'
import { ownPath } from '../../src/features/sign-in/sign-in-target'

const TOKEN = 'PumpPumpPumpPump'
beforeEach(() => history.replaceState(null, '', '/sign-in'))

const arriveAt = async (wanted: string, isSignedIn = false): Promise<string> => {
  const router = createAppRouter(isSignedIn, createWording())
  await router.push(wanted)
  return router.currentRoute.value.fullPath
}

describe('the way in', () => {
  it('[CI5] remembers through signing in where a label led', async () => {
    const path = await arriveAt(`/c/${TOKEN}`)
    expect(path).toBe(`/sign-in?to=/c/${TOKEN}`)
    expect(await arriveAt(path, true)).toBe(`/c/${TOKEN}`)
  })

  it('[CI5] remembers nothing where nothing is asked for, and no page that is none of ours', async () => {
    expect(await arriveAt('/today')).toBe('/sign-in')
    expect(await arriveAt('/nowhere/at/all')).toBe('/sign-in')
    expect(await arriveAt('/me?from=desk')).toBe('/sign-in?to=/me?from=desk')
  })

  it('says that there is no such page, where none answers, and leaves the address to be read', async () => {
    const router = createAppRouter(true, createWording())
    await router.push('/tickts/12?view=open')
    expect(router.currentRoute.value).toMatchObject({
      ...{ fullPath: '/tickts/12?view=open', meta: { isNowhere: true } },
    })
    await router.push('/')
    expect(router.currentRoute.value).toMatchObject({ fullPath: '/today', meta: {} })
  })

  it('[CI5] is never led out of the app by an address somebody wrote', async () => {
    const router = createAppRouter(true, createWording())
    const strange = [
      ...['https://example.com/c/x', '//example.com/today', '/\\example.com/today', 'today'],
      ...['javascript:alert(1)', '/', '/sign-in?to=/today', '/nowhere', '', null, ['/me'], 7],
    ]
    expect(strange.map((wanted) => ownPath(router, wanted))).toEqual(strange.map(() => null))
    const signedIn = strange.map((wanted) => `/sign-in?to=${encodeURIComponent(String(wanted))}`)
    for (const path of signedIn.slice(0, 4)) expect(await arriveAt(path, true)).toBe('/today')
    expect(ownPath(router, `/c/${TOKEN}`)).toBe(`/c/${TOKEN}`)
  })
})
