/** Draws the PNG icons from public/icons/mark.svg: `npx tsx scripts/icons.ts`. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { ensureChromium } from './find-chromium.mjs'

const mark = readFileSync('public/icons/mark.svg', 'utf8')
/** `whole`: the system cuts the corners itself, so the ground must reach them. */
const SIZES = [
  { name: 'icon-192', size: 192, pad: 0, whole: false },
  { name: 'icon-512', size: 512, pad: 0, whole: false },
  { name: 'maskable-512', size: 512, pad: 30, whole: true },
  { name: 'apple-touch-icon', size: 180, pad: 0, whole: true },
]

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, size, pad, whole } of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const inner = size - 2 * pad
  await page.setContent(
    `<body style="margin:0;background:${whole ? '#075a30' : 'transparent'}"><div style="padding:${pad}px;width:${inner}px">${mark}</div>`,
  )
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
