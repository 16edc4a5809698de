import * as v from 'valibot'
import { idSchema } from '../id'
import type { Immutable } from '../immutable'
import { applied, malformed, noted, type RecordKind } from '../record-kind'
import { COMPANY_SCOPE } from '../scope'
import { MOST_SIGNATURES } from '../signature'
import { lineSchema } from '../text'
import { itemSchema } from './item'

/** The form through all its versions. */
export const formIdSchema = idSchema('FormId')
export type FormId = v.InferOutput<typeof formIdSchema>

/** One version of it, which never changes. */
export const formVersionIdSchema = idSchema('FormVersionId')
export type FormVersionId = v.InferOutput<typeof formVersionIdSchema>

/** A version of a form (检查表, 登记表): what is asked, in what order, under which conditions. */
export const formSchema = v.object({
  id: formVersionIdSchema,
  form: formIdSchema,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  purpose: v.picklist(['checklist', 'register', 'questionnaire']),
  title: lineSchema(80),
  /** The public standard or company paper it comes from, where there is one. */
  source: v.pipe(v.string(), v.maxLength(200)),
  items: v.pipe(v.array(itemSchema), v.minLength(1), v.maxLength(100)),
})

export type Form = Immutable<v.InferOutput<typeof formSchema>>

const acts = { publish: v.object({ act: v.literal('publish'), form: formSchema }) }

export type FormAct = Immutable<v.InferOutput<typeof acts.publish>>

const itemIdsAreUnique = (form: Form) =>
  new Set(form.items.map((item) => item.id)).size === form.items.length

/** [FO14] Signatures travel in the change itself. */
const signaturesFit = (form: Form) =>
  form.items.filter(({ kind }) => kind === 'signature').length <= MOST_SIGNATURES

export const formKind: RecordKind<Form, FormAct> = {
  kind: 'Form',
  record: formSchema,
  acts,
  creates: ['publish'],
  apply: (record, act, context) => {
    const isSound = itemIdsAreUnique(act.form) && signaturesFit(act.form)
    if (act.form.id !== context.record || !isSound) return malformed
    if (!record) return applied(act.form)
    const same = JSON.stringify(record) === JSON.stringify(act.form)
    return same ? applied(record) : noted(record, 'already-recorded')
  },
  scopeOf: () => COMPANY_SCOPE,
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}

/** The newest version of a form among those held here. */
export const newestForm = (forms: Iterable<Form>, form: FormId): Form | undefined => {
  let newest: Form | undefined
  for (const candidate of forms)
    if (candidate.form === form && (!newest || candidate.version > newest.version))
      newest = candidate
  return newest
}
