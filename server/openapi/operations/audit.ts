import { API, ASKER, SIGNED_IN, type Operation, type Parameter } from '../operation'

const asked = (name: string, words: string): Parameter => ({ name, place: 'query', words })

export const AUDIT_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'listAudit', method: 'get', path: `${API}/audit` },
    summary: 'Who saw and changed what, the newest first; nothing of what was seen',
    parameters: [
      ASKER,
      asked('by', 'Who did it'),
      asked('about', 'Whose account, or the people of which building'),
      asked('sort', 'account, seen, handedOut, changed or erased'),
      asked('from', 'From this instant on'),
      asked('until', 'Before this instant'),
      asked('before', 'As the page before said'),
      asked('want', 'At most so many lines, 1–250; 50 where not said'),
    ],
    answers: { 200: ['The deeds', 'Audit'] },
    fails: [...SIGNED_IN, 'forbidden', 'malformed', 'other-person'],
  },
]
