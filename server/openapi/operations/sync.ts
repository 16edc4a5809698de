import { API, ASKER, HAS_BODY, PERSON, SIGNED_IN, type Operation } from '../operation'

export const SYNC_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'sync', method: 'post', path: `${API}/sync`, summary: 'Push changes, pull rows' },
    body: 'SyncRequest',
    answers: { 200: ['Outcomes in the order of the changes, rows, a cursor', 'SyncAnswer'] },
    fails: [
      ...HAS_BODY,
      ...(['other-person', 'sequence-gap', 'device-forked', 'history-changed'] as const),
      ...(['protocol-unknown', 'server-behind'] as const),
    ],
  },
  {
    ...{ id: 'readHistory', method: 'get', path: `${API}/history` },
    summary: 'Rows that speak of a record or place, newest first; moves no cursor',
    parameters: [
      { name: 'record', place: 'query', words: 'A record’s id, or' },
      { name: 'place', place: 'query', words: 'a place’s id' },
      { name: 'before', place: 'query', words: 'Only rows of a smaller revision' },
      { name: 'staff', place: 'query', words: 'The session’s person, where it is named' },
    ],
    answers: { 200: ['A page', 'History'] },
    fails: [...SIGNED_IN, 'malformed', 'other-person'],
  },
  {
    ...{ id: 'importChanges', method: 'post', path: `${API}/changes/import` },
    summary: 'Take in exported work, by the same person or an administrator',
    parameters: [ASKER],
    body: 'ImportRequest',
    answers: { 200: ['Outcomes in the order of the changes', 'ImportAnswer'] },
    fails: [...HAS_BODY, 'forbidden', 'other-person', 'server-behind'],
  },
  {
    ...{ id: 'listen', method: 'get', path: `${API}/live` },
    summary: 'Server-sent events: poke when something changed, bye before it ends',
    parameters: [PERSON],
    answers: { 200: ['text/event-stream'] },
    fails: ['signed-out', 'malformed', 'other-person'],
  },
  {
    ...{ id: 'readPresence', method: 'get', path: `${API}/presence` },
    summary: 'Devices in the caller’s communities: last heard, what they hold',
    parameters: [ASKER],
    answers: { 200: ['The devices', 'Presence'] },
    fails: [...SIGNED_IN, 'other-person'],
  },
]
