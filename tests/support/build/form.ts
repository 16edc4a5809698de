import type { Form } from '../../../src/domain/form/form'
import type { Item, ItemOf } from '../../../src/domain/form/item'
import { newId } from './ids'

type Particular<Kind extends Item['kind']> = Omit<
  ItemOf<Kind>,
  'kind' | 'id' | 'title' | 'required' | 'safety'
>

/** A required item, named by its kind unless said otherwise. */
export const itemOf = <Kind extends Item['kind']>(
  kind: Kind,
  over: Particular<Kind> & Partial<ItemOf<Kind>>,
): ItemOf<Kind> =>
  ({ id: kind, title: kind, required: true, safety: false, ...over, kind }) as ItemOf<Kind>

export const formOf = (...items: readonly Item[]): Form => ({
  ...{ id: newId(), form: newId(), version: 1, purpose: 'checklist', title: 't', source: '' },
  items,
})
