import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { defineComponent, h } from 'vue'
import { useTicketKeys } from '../../../src/features/tickets/use-ticket-keys'

let done: string[]
const Page = defineComponent({
  setup: () => {
    useTicketKeys({
      ...{ j: () => done.push('next'), '/': () => done.push('search') },
      Enter: () => done.push('open'),
    })
    return () =>
      h('div', [
        h('input', { id: 'typed' }),
        h('input', { id: 'tick', type: 'checkbox' }),
        h('div', { role: 'dialog' }, [h('button', { id: 'inSheet' })]),
        h('a', { id: 'row', href: '#' }),
      ])
  },
})
let page: ReturnType<typeof mount>
beforeEach(() => {
  done = []
  page = mount(Page, { attachTo: document.body })
})
afterEach(() => page.unmount())

const press = (on: string, key: string, over: KeyboardEventInit = {}) => {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...over })
  document.querySelector(on)?.dispatchEvent(event)
  return event.defaultPrevented
}

describe('a key on the desk', () => {
  it('does its deed and nothing else, from a row, a tick box or the page itself', () => {
    expect([press('#row', 'j'), press('#tick', 'j'), press('body', '/')]).toEqual([
      true,
      true,
      true,
    ])
    expect(done).toEqual(['next', 'next', 'search'])
  })

  it('is a letter while somebody types, and no deed under an open sheet', () => {
    expect([press('#typed', 'j'), press('#inSheet', 'j')]).toEqual([false, false])
    expect(done).toEqual([])
  })

  it('opens by Enter from the page itself, and leaves a link or a tick box its own Enter', () => {
    const taken = ['body', '#row', '#tick', '#typed'].map((on) => press(on, 'Enter'))
    expect(taken).toEqual([true, false, false, false])
    expect(done).toEqual(['open'])
  })

  it('leaves the browser’s own keys and unknown ones alone', () => {
    const own = (['metaKey', 'ctrlKey', 'altKey'] as const).map((held) =>
      press('#row', 'j', { [held]: true }),
    )
    expect([...own, press('#row', 'x')]).toEqual([false, false, false, false])
    expect(done).toEqual([])
  })

  it('does nothing once the page is left', () => {
    page.unmount()
    press('body', 'j')
    expect(done).toEqual([])
  })
})
