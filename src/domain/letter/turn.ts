import type { StaffId } from '../id'
import { mayAct } from '../permission'
import type { Role } from '../role'
import { letterState, type OwnerLetter } from './letter'

/** What a letter asks of somebody: a yes, another text, or to be sent. */
export type LetterAsks = 'letterEndorse' | 'letterApprove' | 'letterBack' | 'letterSend'

/** [LE8] Whose turn a letter is, and for what; null where it is not this person's. */
export const letterAsks = (
  letter: OwnerLetter,
  staff: StaffId,
  roles: readonly Role[],
): LetterAsks | null => {
  const isOwn = letter.written.by === staff
  switch (letterState(letter)) {
    case 'draft':
      return !isOwn && mayAct(roles, 'OwnerLetter', 'endorse') ? 'letterEndorse' : null
    case 'endorsed':
      return mayAct(roles, 'OwnerLetter', 'approve') ? 'letterApprove' : null
    case 'sentBack':
      return isOwn ? 'letterBack' : null
    case 'approved':
      return isOwn ? 'letterSend' : null
    default:
      return null
  }
}
