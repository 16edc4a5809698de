/** Draws the demonstration's photos and their previews: `npx tsx scripts/pictures.ts`. */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright'
import { ensureChromium } from './find-chromium.mjs'
import * as corridor from './picture/corridor-scenes'
import * as garage from './picture/garage-scenes'
import * as ground from './picture/ground-scenes'
import * as machine from './picture/machine-scenes'
import { HEIGHT, picture, WIDTH } from './picture/scene'
import * as wall from './picture/wall-scenes'

const FOLDER = 'server/demonstration/picture'
const SMALL = { width: 112, height: 84 }

const SCENES = { ...machine, ...corridor, ...wall, ...garage, ...ground }

const kebab = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

mkdirSync(FOLDER, { recursive: true })
const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
const page = await browser.newPage()
for (const [index, [name, scene]] of Object.entries(SCENES).entries())
  for (const isBad of [true, false]) {
    const tilt = ((index * 7 + (isBad ? 0 : 3)) % 5) - 2
    await page.setContent(`<body style="margin:0">${picture(scene(isBad), tilt, 0.2)}`)
    const path = `${FOLDER}/${kebab(name)}-${isBad ? 'before' : 'after'}`
    await page.setViewportSize({ width: WIDTH, height: HEIGHT })
    await page.screenshot({ path: `${path}.jpg`, type: 'jpeg', quality: 58 })
    await page.setViewportSize(SMALL)
    await page.screenshot({ path: `${path}.preview.jpg`, type: 'jpeg', quality: 38 })
  }
await browser.close()
