import type { Signature } from '../../../src/domain/signature'

/** 王, drawn on the glass. */
export const signatureOf = (over: Partial<Signature> = {}): Signature => ({
  ...{ name: '王大山', signedAt: 1 },
  strokes: [
    [200, 250, 400, 240],
    [210, 500, 390, 490],
    [300, 250, 300, 740],
    [180, 750, 420, 740],
  ],
  ...over,
})
