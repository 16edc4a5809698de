/** Draws the demonstration's photos with their previews, and its signatures: `npx tsx scripts/pictures.ts`. */
import { mkdirSync } from 'node:fs'
import { chromium } from 'playwright'
import { SIGNERS } from '../server/demonstration/signer'
import { INK_WIDTH, pathOfSignature } from '../src/domain/signature'
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
await page.setViewportSize({ width: 400, height: 200 })
for (const [key, { strokes }] of Object.entries(SIGNERS)) {
  const ink = `fill="none" stroke="#101512" stroke-width="${400 * INK_WIDTH}" stroke-linecap="round"`
  await page.setContent(
    `<body style="margin:0"><svg width="400" height="200"><path d="${pathOfSignature(strokes, 400)}" ${ink}/></svg>`,
  )
  await page.screenshot({ path: `${FOLDER}/signature-${key}.jpg`, type: 'jpeg', quality: 70 })
}
await browser.close()
