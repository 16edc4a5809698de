import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createRouter, createMemoryHistory } from 'vue-router'
import { drawLook } from '../../src/app/look/draw-look'
import { keepToday } from '../../src/app/look/keep-today'
import { livingPage } from '../../src/app/look/living-page'
import { readLook } from '../../src/app/look/read-look'
import type { StaffId } from '../../src/domain/id'
import { saveActs } from '../../src/storage/save-acts'
import { dropLook, keepLook, takeLook } from '../../src/stores/look'
import type { Person } from '../../src/stores/phone'
import { rememberPerson } from '../../src/stores/remembered'
import { newId } from '../support/build/ids'
import { receiveTicket } from '../support/build/ticket'
import { at, PatrolPhone } from '../support/patrol-phone'
import { author } from '../support/phone-parts'
// What Today finds later is here before a test can end.
import '../../src/stores/find-errands'
import '../../src/stores/visit-errands'

const MORNING = 1_000
const ROUTES = [{ path: '/:rest(.*)*', component: { template: '<p />' } }]
const LOCK = 'mengya/lock/company/staff'
const PAGE = `<div class="phone" style="color:red" onclick="alert(1)"><main id="content">
  <a class="row" href="/tickets/1"><svg viewBox="0 0 24 24"><path d="M1 1"></path></svg><b></b></a>
  <span class="due" data-now="">还剩 2 小时</span></main></div>`
const HOSTILE = '<img src=x onerror="alert(1)"> 灯不亮'

const drawnPage = (): Element => {
  document.body.innerHTML = `<div id="app">${PAGE}</div>`
  const title = document.querySelector('b')
  if (title) title.textContent = HOSTILE
  return document.querySelector('.phone') as Element
}
const keep = (changed: object = {}) =>
  keepLook({
    ...{ from: MORNING, until: 2_000, lock: LOCK, root: { lang: 'zh-CN' } },
    drawn: readLook(drawnPage()),
    ...changed,
  })

/** A phone in the hand by daylight, unless said otherwise. */
const seenThrough = (matching = '') =>
  vi.stubGlobal('matchMedia', (query: string) => ({ matches: query === matching }))

beforeEach(() => {
  seenThrough()
  localStorage.clear()
  document.head.innerHTML = ''
  localStorage.setItem('mengya/person', '{"staff":"a"}')
})

afterEach(() => vi.unstubAllGlobals())

describe('[TD17] Today as it was last seen', () => {
  it('is drawn as it was, what somebody wrote as text, and without anything that acts', () => {
    keep()
    const look = takeLook(1_500)
    const drawn = drawLook(look?.drawn ?? '') as Element
    expect(drawn.querySelector('b')?.textContent).toBe(HOSTILE)
    expect(drawn.querySelector('img')).toBeNull()
    expect(drawn.querySelector('a')?.getAttribute('href')).toBe('/tickets/1')
    expect(drawn.querySelector('path')?.namespaceURI).toBe('http://www.w3.org/2000/svg')
    expect(drawn.querySelector('.due')?.hasAttribute('data-now')).toBe(true)
    const names = [drawn, ...drawn.querySelectorAll('*')].flatMap((each) =>
      each.getAttributeNames(),
    )
    expect(names.filter((name) => ['id', 'style', 'onclick'].includes(name))).toEqual([])
  })

  it.each([
    ['on the next day', () => takeLook(2_000)],
    ['before it was taken, by a clock put back', () => takeLook(MORNING - 1)],
    [
      'for somebody else',
      () => {
        localStorage.setItem('mengya/person', '{"staff":"b"}')
        return takeLook(1_500)
      },
    ],
    [
      'before a code is asked for',
      () => {
        localStorage.setItem(LOCK, '{}')
        return takeLook(1_500)
      },
    ],
    [
      'once another version of the app is here',
      () => {
        document.head.innerHTML = '<link rel="modulepreload" href="/assets/first-2.js" data-app>'
        return takeLook(1_500)
      },
    ],
    [
      'when nobody can read it',
      () => {
        localStorage.setItem('mengya/look', '{')
        return takeLook(1_500)
      },
    ],
  ])('is not shown %s, and is gone', (_when, take) => {
    keep()
    expect(take()).toBeNull()
    expect(localStorage.getItem('mengya/look')).toBeNull()
  })

  it('is not shown at a desk’s width, nor in another light', () => {
    keep()
    seenThrough('(min-width: 960px)')
    expect(takeLook(1_500)).toBeNull()
    seenThrough()
    expect(takeLook(1_500)).not.toBeNull()
    seenThrough('(prefers-color-scheme: dark)')
    expect(takeLook(1_500)).toBeNull()
  })

  it('is not kept for whoever has a code, nor lies about when the person leaves', () => {
    localStorage.setItem(LOCK, '{}')
    keep()
    expect(localStorage.getItem('mengya/look')).toBeNull()
    localStorage.removeItem(LOCK)
    keep()
    expect(localStorage.getItem('mengya/look')).not.toBeNull()
    rememberPerson(null)
    expect(localStorage.getItem('mengya/look')).toBeNull()
  })

  it('is kept for the person it shows, and not where somebody else came in another tab', async () => {
    const phone = await PatrolPhone.open()
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const keepAfter = async (person: Person) => {
      const router = createRouter({ history: createMemoryHistory(), routes: ROUTES })
      drawnPage()
      keepToday(phone.phone, router, () => 'Asia/Shanghai')
      await router.push('/today')
      rememberPerson(person)
      vi.runAllTimers()
      return localStorage.getItem('mengya/look')
    }
    const { person } = phone.phone
    expect(await keepAfter(person)).toContain(person.staff)
    expect(await keepAfter({ ...person, staff: newId<StaffId>() })).toBeNull()
    phone.close()
    expect(await keepAfter(person)).toBeNull()
    vi.useRealTimers()
  })

  it('goes with a database that is deleted under the open app', async () => {
    const phone = await PatrolPhone.open()
    const router = createRouter({ history: createMemoryHistory(), routes: ROUTES })
    keepToday(phone.phone, router, () => 'Asia/Shanghai')
    keep()
    phone.database.on('versionchange').fire(new Event('versionchange'))
    expect(localStorage.getItem('mengya/look')).toBeNull()
    phone.close()
  })

  it('goes with anything that is written', async () => {
    const phone = await PatrolPhone.open()
    const router = createRouter({ history: createMemoryHistory(), routes: [] })
    keepToday(phone.phone, router, () => 'Asia/Shanghai')
    keep()
    const { staff } = phone.phone.person
    const act = receiveTicket(phone.estate.community.id, staff)
    const acts = [{ kind: 'Ticket' as const, record: newId<string>(), act }]
    await saveActs(phone.database, acts, author(staff, at(8, 1)))
    await vi.waitFor(() => expect(localStorage.getItem('mengya/look')).toBeNull())
    phone.close()
  })
})

describe('[TD17] the living page', () => {
  const open = () => {
    const router = createRouter({ history: createMemoryHistory(), routes: ROUTES })
    drawnPage()
    const app = document.getElementById('app') as HTMLElement
    app.dataset['look'] = ''
    return { router, app, ...livingPage(router) }
  }
  const round = (name: string) => `<section aria-label="${name}"><button>开始</button></section>`

  it('takes its place once, and follows the link that was tapped', async () => {
    const { router, app, root, show } = open()
    app.querySelector('a')?.setAttribute('data-tapped', '')
    root.innerHTML = PAGE
    const pushed = vi.spyOn(router, 'push')
    show()
    show()
    expect(document.getElementById('app')).toBe(root)
    expect(pushed.mock.calls).toEqual([['/tickets/1']])
    await router.isReady()
  })

  it('presses the button that was tapped, and none where it is not sure which', () => {
    const { app, root, show } = open()
    app.innerHTML = round('早班') + round('晚班')
    app.querySelectorAll('button')[1]?.setAttribute('data-tapped', '')
    root.innerHTML = round('早班') + round('晚班')
    const pressed: string[] = []
    for (const button of root.querySelectorAll('button'))
      button.addEventListener('click', () =>
        pressed.push(button.closest('section')?.getAttribute('aria-label') ?? ''),
      )
    show()
    expect(pressed).toEqual(['晚班'])
    const twice = open()
    twice.app.innerHTML = round('早班')
    twice.app.querySelector('button')?.setAttribute('data-tapped', '')
    twice.root.innerHTML = round('早班') + round('早班')
    twice.root.addEventListener('click', () => pressed.push('twice'))
    twice.show()
    expect(pressed).toEqual(['晚班'])
  })

  it('presses nothing where two in the picture were alike and one of them is left', () => {
    const { app, root, show } = open()
    app.innerHTML = round('早班') + round('早班')
    app.querySelector('button')?.setAttribute('data-tapped', '')
    root.innerHTML = round('早班')
    const pressed = vi.fn()
    root.addEventListener('click', pressed)
    show()
    expect(pressed).not.toHaveBeenCalled()
  })

  it('is the page itself where nothing was kept', () => {
    dropLook()
    document.body.innerHTML = '<div id="app"></div>'
    const router = createRouter({ history: createMemoryHistory(), routes: [] })
    const { root, show } = livingPage(router)
    show()
    expect(root).toBe(document.getElementById('app'))
  })
})
