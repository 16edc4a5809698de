import type { Stroke } from '../../src/domain/signature'

interface Signer {
  readonly name: string
  readonly strokes: readonly Stroke[]
}

/** Who is on duty in the pump room, and how they write their names. */
export const SIGNERS = {
  wang: {
    name: '王大山',
    strokes: [
      [105, 300, 160, 292, 215, 282],
      [112, 470, 158, 464, 204, 452],
      [160, 296, 157, 400, 158, 520, 154, 640],
      [78, 668, 150, 650, 240, 634],
      [330, 400, 410, 384, 500, 366],
      [424, 240, 416, 380, 398, 500, 360, 610, 318, 706],
      [418, 430, 452, 540, 496, 630, 552, 684],
      [740, 250, 734, 380, 730, 520, 728, 610],
      [646, 400, 640, 500, 644, 604, 730, 622, 838, 600],
      [846, 384, 842, 500, 832, 640],
    ],
  },
  ding: {
    name: '丁小川',
    strokes: [
      [80, 310, 160, 296, 262, 280],
      [176, 300, 180, 440, 178, 580, 170, 690, 130, 640],
      [452, 230, 450, 400, 452, 560, 446, 690, 408, 640],
      [384, 400, 364, 480, 336, 560],
      [506, 390, 534, 460, 566, 520],
      [690, 290, 688, 420, 676, 560, 640, 690],
      [764, 320, 766, 440, 762, 570],
      [850, 270, 856, 420, 852, 570, 846, 720],
    ],
  },
} as const satisfies Readonly<Record<string, Signer>>

export type SignerKey = keyof typeof SIGNERS

/** One by day, the other from noon on. */
export const keeperAt = (minutes: number): SignerKey => (minutes < 720 ? 'wang' : 'ding')
