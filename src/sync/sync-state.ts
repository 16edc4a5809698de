/** Why nothing goes up just now, in one word; screens turn it into a sentence. */
export type SyncState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'offline' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'other-person' }
  | { readonly is: 'revoked' }
  | { readonly is: 'trouble'; readonly kind: string }
