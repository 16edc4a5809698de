import { API, HAS_BODY, SIGNED_IN, type Operation } from '../operation'

export const ERASURE_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'listErasures', method: 'get', path: `${API}/erasures` },
    summary: 'What was erased, by whom and why; nothing of what it said',
    answers: { 200: ['The erasures, newest first', 'Erasures'] },
    fails: [...SIGNED_IN, 'forbidden'],
  },
  {
    ...{ id: 'eraseRecord', method: 'post', path: `${API}/erasures` },
    summary: 'Erase a record for ever, here and on every phone; the same again answers the same',
    body: 'NewErasure',
    answers: { 200: ['The line that stays', 'Erasure'] },
    fails: [...HAS_BODY, 'forbidden', 'not-found'],
  },
]
