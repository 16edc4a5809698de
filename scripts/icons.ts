/** Draws the PNG icons from public/icons/mark.svg: `npx tsx scripts/icons.ts`. */
import { readFileSync } from 'node:fs'
import { chromium } from 'playwright'
import { ensureChromium } from './find-chromium.mjs'

const mark = readFileSync('public/icons/mark.svg', 'utf8')
const SIZES = [
  { name: 'icon-192', size: 192, pad: 0 },
  { name: 'icon-512', size: 512, pad: 0 },
  { name: 'maskable-512', size: 512, pad: 64 },
  { name: 'apple-touch-icon', size: 180, pad: 0 },
]

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: ['--no-sandbox', '--disable-gpu'],
})
for (const { name, size, pad } of SIZES) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  const inner = size - 2 * pad
  await page.setContent(
    `<body style="margin:0;background:${pad > 0 ? '#075a30' : 'transparent'}"><div style="padding:${pad}px;width:${inner}px">${mark}</div>`,
  )
  await page.screenshot({ path: `public/icons/${name}.png`, omitBackground: true })
  await page.close()
}
await browser.close()
