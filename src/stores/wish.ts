import type { OwnerVisit } from '../domain/visit/owner-visit'
import { writeDraft } from '../storage/draft'
import { BLANK_INTAKE } from './intake-value'
import { usePhone } from './phone'

/** [VI12] What an owner wished for, on its way to a ticket: taken down already, still to be saved there. */
export const useWish = () => {
  const { database, newId, now } = usePhone()
  return {
    /** The page it is gone on with. */
    toTicket: async ({ home, wish }: OwnerVisit): Promise<string> => {
      const id = newId()
      const value = { ...BLANK_INTAKE, channel: 'door', kind: 'suggestion', words: wish, home }
      await writeDraft(database, `intake/${id}`, value, now())
      return `/tickets/new/${id}`
    },
  }
}
