import { API, CHANGES, PERSON, SIGNED_IN, type Operation, type Parameter } from '../operation'

const SHA: Parameter = {
  name: 'sha256',
  place: 'path',
  words: 'SHA-256 of the bytes, 64 lower-case hex digits',
}
const UPLOAD: Parameter = { name: 'id', place: 'path', words: 'The upload, as Location named it' }
const NAMED: Parameter = { name: PERSON.name, place: PERSON.place, words: PERSON.words }

const header = (name: string, words: string): Parameter => ({
  ...{ name, place: 'header', words, isRequired: true },
})
const TUS = header('Tus-Resumable', '1.0.0')
const WRONG_BYTES = ['The bytes are not what was said; start again', 'Error'] as const

export const PHOTO_OPERATIONS: readonly Operation[] = [
  {
    ...{ id: 'readPhoto', method: 'get', path: `${API}/photos/{sha256}`, summary: 'A photo' },
    parameters: [SHA, PERSON],
    answers: { 200: ['Its bytes'] },
    fails: [...SIGNED_IN, 'malformed', 'other-person', 'not-found'],
  },
  {
    ...{ id: 'hasPhoto', method: 'head', path: `${API}/photos/{sha256}` },
    summary: 'Whether a photo is here and the caller may read it',
    parameters: [SHA, PERSON],
    answers: { 200: ['It is'] },
    fails: [...SIGNED_IN, 'malformed', 'other-person', 'not-found'],
  },
  {
    ...{ id: 'beginUpload', method: 'post', path: `${API}/uploads`, summary: 'tus: creation' },
    parameters: [
      TUS,
      header('Upload-Length', 'At most 8 MiB'),
      header('Upload-Metadata', 'sha256 and filetype, each value in base64'),
      NAMED,
    ],
    answers: { 201: ['Begun; Location names it'] },
    fails: [...CHANGES, 'malformed', 'too-large', 'other-person'],
  },
  {
    ...{ id: 'askUpload', method: 'head', path: `${API}/uploads/{id}`, summary: 'tus: how far' },
    parameters: [UPLOAD, TUS, NAMED],
    answers: { 200: ['Upload-Offset says'] },
    fails: [...SIGNED_IN, 'not-found', 'other-person'],
  },
  {
    ...{ id: 'sendBytes', method: 'patch', path: `${API}/uploads/{id}`, summary: 'tus: bytes' },
    parameters: [UPLOAD, TUS, header('Upload-Offset', 'Where these bytes begin'), NAMED],
    answers: { 204: ['Taken'], 460: WRONG_BYTES },
    fails: [...CHANGES, 'malformed', 'not-found', 'other-person'],
  },
  {
    ...{ id: 'endUpload', method: 'delete', path: `${API}/uploads/{id}` },
    summary: 'tus: termination',
    parameters: [UPLOAD, TUS, NAMED],
    answers: { 204: ['Gone'] },
    fails: [...CHANGES, 'not-found', 'other-person'],
  },
]
