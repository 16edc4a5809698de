import { INK_WIDTH, PAD_RATIO, pathOfSignature, type Stroke } from '../../domain/signature'
import { wrapLine } from './wrap-line'

/** A slip of paper as lines: what stands left of each, and what is said. */
export interface Slip {
  readonly title: string
  readonly subtitle: string
  readonly lines: readonly { readonly label: string; readonly words: string }[]
  readonly sum: { readonly label: string; readonly words: string }
  readonly signature: { readonly words: string; readonly strokes: readonly Stroke[] } | null
  readonly foot: string
}

const WIDTH = 900
const MARGIN = 56
const LABEL = 190
const LINE = 46
const FONT = '"PingFang SC", "HarmonyOS Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif'
const INK = '#101512'
const SOFT = '#4a574f'
const PAD = 420

/** The slip as a picture one can send on; null where the phone cannot draw it. */
export const drawSlip = async (slip: Slip): Promise<Blob | null> => {
  try {
    const ruler = new OffscreenCanvas(1, 1).getContext('2d')
    if (!ruler) return null
    ruler.font = `28px ${FONT}`
    const room = WIDTH - 2 * MARGIN - LABEL
    const wrapped = slip.lines.map(({ label, words }) => ({
      label,
      rows: wrapLine(words, room, (text) => ruler.measureText(text).width),
    }))
    const rows = wrapped.reduce((sum, each) => sum + each.rows.length, 0)
    const signed = slip.signature ? PAD / PAD_RATIO + LINE * 2 : 0
    const height = 190 + rows * LINE + wrapped.length * 14 + 110 + signed + 90
    const canvas = new OffscreenCanvas(WIDTH, Math.ceil(height))
    const pen = canvas.getContext('2d')
    if (!pen) return null
    pen.fillStyle = '#ffffff'
    pen.fillRect(0, 0, WIDTH, height)
    const write = (words: string, x: number, y: number, font: string, colour = INK) => {
      pen.font = `${font} ${FONT}`
      pen.fillStyle = colour
      pen.fillText(words, x, y)
    }
    write(slip.title, MARGIN, 84, '700 42px')
    write(slip.subtitle, MARGIN, 132, '26px', SOFT)
    let y = 200
    for (const { label, rows: texts } of wrapped) {
      write(label, MARGIN, y, '26px', SOFT)
      for (const text of texts) {
        write(text, MARGIN + LABEL, y, '28px')
        y += LINE
      }
      y += 14
    }
    pen.fillStyle = INK
    pen.fillRect(MARGIN, y - 24, WIDTH - 2 * MARGIN, 2)
    y += 34
    write(slip.sum.label, MARGIN, y, '26px', SOFT)
    write(slip.sum.words, MARGIN + LABEL, y, '700 36px')
    y += 60
    if (slip.signature) {
      write(slip.signature.words, MARGIN, y, '26px', SOFT)
      pen.translate(MARGIN, y + 12)
      pen.strokeStyle = INK
      pen.lineWidth = PAD * INK_WIDTH
      pen.lineCap = 'round'
      pen.lineJoin = 'round'
      pen.stroke(new Path2D(pathOfSignature(slip.signature.strokes, PAD)))
      pen.translate(-MARGIN, -(y + 12))
      y += PAD / PAD_RATIO + LINE
    }
    write(slip.foot, MARGIN, y + 20, '22px', SOFT)
    return await canvas.convertToBlob({ type: 'image/png' })
  } catch {
    // No canvas of this kind, or no memory for one: it can still be printed.
    return null
  }
}
