import * as v from 'valibot'
import { lineSchema } from './text'

/** On what occasion an owner is told: it was taken in, somebody comes, it waits, bad news, done, praise. */
export const TELLING_OCCASIONS = ['received', 'coming', 'waiting', 'bad', 'done', 'praise'] as const
export type TellingOccasion = (typeof TELLING_OCCASIONS)[number]

export const tellingSchema = v.object({
  on: v.picklist(TELLING_OCCASIONS),
  words: lineSchema(300),
})
export interface Telling {
  readonly on: TellingOccasion
  readonly words: string
}
