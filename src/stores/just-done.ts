import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { OwnerFile } from '../domain/owner/owner-file'
import type { PlaceId } from '../domain/place'

/** What was just done to a file on another page, for as long as its way back is offered. */
export interface JustDone {
  readonly what: 'left' | 'merged'
  readonly file: OwnerFile
  readonly home: PlaceId
}

export const useJustDone = defineStore('justDone', () => ({
  done: shallowRef<JustDone | null>(null),
}))
