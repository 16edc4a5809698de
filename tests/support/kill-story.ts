import type { Page } from 'playwright'
import { setTimeout as wait } from 'node:timers/promises'
import type { MortalBrowser } from './mortal-browser'
import { readDisk, type PhoneDisk } from './phone-disk'
import type { SecondApp } from './second-app'

const PICTURE = 'public/icons/icon-512.png'
/** What a kill may cost of typing, in milliseconds (QUALITY: people). */
const TYPED_LATELY = 500

export type Deed = 'save' | 'photo' | 'sync' | 'type' | 'update'
export const DEEDS: readonly Deed[] = ['save', 'photo', 'sync', 'type', 'save', 'update']

/** The same seed kills at the same instants, as far as a machine keeps time. */
const chanceOf = (seed: number) => {
  let state = seed >>> 0
  return (most: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 32) * most
  }
}

/** One phone, one person, killed again and again; keeps what the screen promised them. */
export class KillStory {
  /** Titles the screen showed as saved. */
  readonly saved: string[] = []
  readonly faults: string[] = []
  #kills = 0
  #versions = 1
  readonly #chance: (most: number) => number

  constructor(
    private readonly phone: MortalBrowser,
    private readonly address: string,
    private readonly app: SecondApp,
    seed: number,
  ) {
    this.#chance = chanceOf(seed)
  }

  get kills(): number {
    return this.#kills
  }

  async round(deed: Deed): Promise<void> {
    const number = this.#kills + 1
    const words = `第${number}回 雨棚漏水`
    const isOnline = deed === 'sync' || deed === 'update'
    const page = await this.phone.open(!isOnline)
    const typed = await this.#do(deed, page, words)
    await this.phone.kill()
    this.#kills += 1
    const again = await this.phone.open(true)
    await again.goto(`${this.address}/snap`)
    await again.getByRole('heading', { name: '随手拍', level: 1 }).waitFor()
    this.#judge(number, deed, typed, await readDisk(again))
    await this.#goOn(again)
    await this.phone.kill()
    this.#kills += 1
  }

  /** What was promised is there, once and whole; what was not yet is there whole, or still begun. */
  #judge(number: number, deed: Deed, typed: string, disk: PhoneDisk): void {
    const fault = (what: string) => this.faults.push(`${number} ${deed}: ${what}`)
    const counts = new Map<string, number>()
    for (const { title } of disk.tickets) counts.set(title, (counts.get(title) ?? 0) + 1)
    for (const title of this.saved)
      if (counts.get(title) !== 1) fault(`${title} is there ${counts.get(title) ?? 0} times`)
    for (const { id, title, photos } of disk.tickets.filter((each) =>
      /^第\d+回/.test(each.title),
    )) {
      if (!disk.told.includes(id)) fault(`${title} has no act`)
      for (const photo of photos)
        if (!disk.photos.includes(photo)) fault(`a photo of ${title} has no bytes`)
    }
    if (typed === '') return
    const isWhole = [...counts.keys()].some((title) => title.startsWith(typed))
    if (!isWhole && !disk.drafts.includes(typed)) fault(`“${typed}” is gone`)
  }

  async #do(deed: Deed, page: Page, words: string): Promise<string> {
    if (deed === 'sync') {
      await page.goto(`${this.address}/today`)
      await wait(this.#chance(2_500))
      return ''
    }
    if (deed === 'update') return this.#update(page)
    await this.#openSnap(page)
    const field = page.getByRole('textbox', { name: '什么情况' })
    if (deed === 'type') return this.#type(page, words)
    await field.fill(words)
    await page.getByRole('group', { name: '最近的位置' }).getByRole('button').first().click()
    await wait(TYPED_LATELY)
    if (deed === 'photo') {
      await page.getByLabel('拍照').setInputFiles(PICTURE)
      await wait(this.#chance(900))
      return words
    }
    await page.getByLabel('拍照').setInputFiles(PICTURE)
    await page.getByRole('button', { name: '第 1 张照片', exact: true }).waitFor()
    await Promise.race([this.#save(page, words), wait(this.#chance(700))])
    return words
  }

  async #openSnap(page: Page): Promise<void> {
    await page.goto(`${this.address}/snap`)
    await page.getByRole('textbox', { name: '什么情况' }).waitFor()
  }

  /** Letter by letter, killed in the midst: only what was typed just now may be lost. */
  async #type(page: Page, words: string): Promise<string> {
    await page.getByRole('textbox', { name: '什么情况' }).focus()
    const at: number[] = []
    const letters = `${words},滴到电动车上,人从底下过要绕`.split('')
    const until = performance.now() + 300 + this.#chance(2_500)
    for (const letter of letters) {
      await page.keyboard.type(letter)
      at.push(performance.now())
      await wait(60)
      if (performance.now() > until) break
    }
    const killed = performance.now()
    return letters.slice(0, at.filter((when) => when < killed - TYPED_LATELY).length).join('')
  }

  async #update(page: Page): Promise<string> {
    await page.goto(`${this.address}/today`)
    await page.getByRole('heading', { name: '今日', level: 1 }).waitFor()
    this.app.release(String((this.#versions += 1)))
    await page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready
      await registration.update()
    })
    const offer = page.getByRole('button', { name: '现在更换' })
    await offer.waitFor()
    await Promise.race([offer.click().catch(() => undefined), wait(this.#chance(400))])
    await wait(this.#chance(400))
    return ''
  }

  async #save(page: Page, words: string): Promise<void> {
    try {
      await page.getByRole('button', { name: '保存工单' }).click()
      await page.getByRole('heading', { name: words, level: 1 }).waitFor()
      this.saved.push(words)
    } catch {
      // Killed first: nothing was promised, and the disk is asked what it holds.
    }
  }

  /** As a person does who finds it half done: looks at what is left, and saves it. */
  async #goOn(page: Page): Promise<void> {
    const field = page.getByRole('textbox', { name: '什么情况' })
    const words = await field.inputValue()
    if (words === '') return
    const recent = page.getByRole('group', { name: '最近的位置' }).getByRole('button').first()
    if (await recent.isVisible()) await recent.click()
    await page.getByRole('button', { name: '保存工单' }).click()
    const head = page.getByRole('heading', { level: 1 }).filter({ hasText: words })
    await head.waitFor()
    this.saved.push(words)
  }
}
