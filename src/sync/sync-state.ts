/** Why nothing goes up just now, in one word; screens turn it into a sentence. */
export type SyncState =
  | { readonly is: 'idle' }
  | { readonly is: 'running' }
  | { readonly is: 'offline' }
  /** [ST15] Everything but the photos is up; they wait for Wi-Fi, as their person wants it. */
  | { readonly is: 'awaits-wifi' }
  | { readonly is: 'signed-out' }
  | { readonly is: 'other-person' }
  | { readonly is: 'revoked' }
  | { readonly is: 'trouble'; readonly kind: string }
