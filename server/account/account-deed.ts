/** What may be done to an account, or to a device of its person. */
export type AccountDeed =
  | ('open' | 'rename' | 'grant' | 'close' | 'reopen' | 'handOn')
  | ('resetPassword' | 'changePassword' | 'signOut')
  | ('revokeDevice' | 'reinstateDevice')
