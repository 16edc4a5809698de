/** A way of looking at the tickets, under a name of its person's own: filter, words, order, shape. */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  readonly view: string
  readonly kind: string | null
  readonly handler: string | null
  readonly place: string | null
  readonly words: string
  readonly order: { readonly by: string; readonly isDown: boolean } | null
  readonly shape: string
}
