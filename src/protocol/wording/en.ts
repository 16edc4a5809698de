import type { WireErrorKind } from '../wire-error'

/** What the server says when it cannot do something (English). */
export const en: Readonly<Record<WireErrorKind, string>> = {
  malformed: 'This request could not be read; nothing was changed.',
  'signed-out': 'Your sign-in has expired. Please sign in again.',
  'wrong-credentials': 'The account or password is not right.',
  forbidden: 'Your role may not do this.',
  'foreign-origin': 'The request did not come from a page of this system.',
  'not-found': 'Not found.',
  'history-changed': 'The server was restored from a backup; the phone will send what is missing.',
  'sequence-gap': 'Some changes are missing in between; the phone continues from there.',
  'device-forked': 'This phone’s data looks copied; it takes a new number and sends again.',
  'other-person': 'These records belong to a colleague and were not processed.',
  'too-large': 'Too large to be sent.',
  'protocol-unknown': 'The app is newer than the server. Please try later.',
  'slow-down': 'Too many tries. Please wait a moment.',
  unavailable: 'The server is busy; the phone will try again by itself.',
  'server-behind': 'The server is being updated; the phone will try again by itself.',
}
