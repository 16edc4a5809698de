import type { Draft } from './draft-item'

/** What a snap begun by an app of schema 1 knew nothing of: a voice, and an owner who waits. */
const SNAP = { sounds: [], home: null, nextWord: '' }

/** [SY70] A draft begun by an earlier app, as the app of today would have kept it. */
export const draftOfToday = (draft: Draft): Draft => {
  if (draft.key !== 'snap' || typeof draft.value !== 'object') return draft
  return { ...draft, value: { ...SNAP, ...draft.value } }
}
