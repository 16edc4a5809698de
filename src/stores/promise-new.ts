import { computed, shallowReactive, toRefs } from 'vue'
import type { PlaceId } from '../domain/place'
import type { PromiseActOf } from '../domain/promise/act'
import { homesScope } from '../domain/scope'
import type { Ticket } from '../domain/ticket/ticket'
import type { OwnerVisit } from '../domain/visit/owner-visit'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { usePromiseActs } from './promise'
import { timeMissing, type PromiseMissing } from './promise-form'
import { useSaving } from './saving'

interface Written {
  words: string
  dueAt: string
  home: PlaceId | null
}

/** A new promise: to a home, to whoever spoke of the ticket it comes out of, or out of a visit's wish. */
export const useNewPromise = (ticket: Ticket | null, visit: OwnerVisit | null = null) => {
  const phone = usePhone()
  const estate = useEstate()
  const { save: saveAct } = usePromiseActs()
  const { failure, isBusy, saving } = useSaving()
  const written: Written = shallowReactive<Written>({
    words: visit?.wish ?? '',
    dueAt: '',
    home: ticket?.home ?? visit?.home ?? null,
  })
  const begun = visit ? `visited/${visit.id}` : 'new-promise'
  const draft = useKeptDraft<Written>(ticket ? `ticket/${ticket.id}/promise` : begun, {
    read: () => ({ ...written }),
    write: (value) => Object.assign(written, value),
  })
  const caller = ticket?.caller ?? null

  const missing = (): Exclude<PromiseMissing, 'answer' | 'person'> | 'home' | null => {
    if (!written.home && !caller) return 'home'
    if (!written.words.trim()) return 'words'
    return timeMissing(written.dueAt, phone.now())
  }

  /** [PR9] The building, where whoever promises serves it. */
  const servedBuilding = (): PlaceId | null => {
    const building = estate.buildingAt(written.home)?.id ?? null
    return building && phone.person.scopes.includes(homesScope(building)) ? building : null
  }

  const actOf = (): PromiseActOf<'make'> | null => {
    const place = written.home ? estate.placeById.get(written.home) : undefined
    const community = ticket?.community ?? place?.community
    if (!community) return null
    return {
      ...{ act: 'make', community, building: servedBuilding(), home: written.home, caller },
      ...{ words: written.words.trim(), dueAt: Number(written.dueAt) },
      from: ticket
        ? { by: 'ticket', ticket: ticket.id }
        : visit
          ? { by: 'visit', visit: visit.id }
          : { by: 'itself' },
    }
  }

  const save = async (): Promise<string | null> => {
    const deed = missing() ? null : actOf()
    if (!deed) return null
    const id = phone.newId()
    const isSaved = await saving(async () =>
      draft.handIn((dropDrafts) => saveAct(id, deed, { dropDrafts })),
    )
    return isSaved ? id : null
  }
  const homes = computed(() => estate.places.filter(({ kind }) => kind !== 'area'))

  return { fields: toRefs(written), draft, homes, caller, missing, save, isBusy, failure }
}
