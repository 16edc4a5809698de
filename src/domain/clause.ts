import * as v from 'valibot'
import { communityIdSchema } from './community'
import { idSchema } from './id'
import type { Immutable } from './immutable'
import { applied, malformed, noted, type RecordKind } from './record-kind'
import { communityScope } from './scope'
import { lineSchema, reasonSchema } from './text'
import { entryBase, entryOf } from './thread'

export const clauseIdSchema = idSchema('ClauseId')
export type ClauseId = v.InferOutput<typeof clauseIdSchema>

const told = {
  /** Where it stands: 《前期物业服务合同》第十二条第三款. */
  source: lineSchema(120),
  title: lineSchema(60),
  text: reasonSchema,
  /** How it is said to an owner, courteously (客气话). */
  courtesy: reasonSchema,
}

/** A clause of the contract (条款) by which a request is refused; every wording it had is kept. */
export const clauseSchema = v.object({
  id: clauseIdSchema,
  community: communityIdSchema,
  ...told,
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
  written: v.object(entryBase),
  /** Earlier wordings, the first first: version n stands at n − 1. */
  earlier: v.array(v.object({ ...entryBase, ...told })),
  /** No longer to be named; what named it stays readable. */
  withdrawn: v.nullable(v.object(entryBase)),
})

export type Clause = Immutable<v.InferOutput<typeof clauseSchema>>
export type ClauseWords = Pick<Clause, keyof typeof told>

const acts = {
  publish: v.object({ act: v.literal('publish'), community: communityIdSchema, ...told }),
  amend: v.object({ act: v.literal('amend'), ...told }),
  withdraw: v.object({ act: v.literal('withdraw') }),
}

export type ClauseAct = Immutable<
  { [Name in keyof typeof acts]: v.InferOutput<(typeof acts)[Name]> }[keyof typeof acts]
>

const wordsOf = ({ source, title, text, courtesy }: ClauseWords): ClauseWords => ({
  ...{ source, title, text, courtesy },
})

export const clauseKind: RecordKind<Clause, ClauseAct> = {
  kind: 'Clause',
  record: clauseSchema,
  acts,
  creates: ['publish'],
  apply: (clause, act, context) => {
    const by = entryOf(context)
    if (!clause) {
      if (act.act !== 'publish') return malformed
      const { act: _, ...rest } = act
      const id = context.record as ClauseId
      return applied({ id, ...rest, version: 1, written: by, earlier: [], withdrawn: null })
    }
    const known = [clause.written, clause.withdrawn, ...clause.earlier]
    if (known.some((each) => each?.change === by.change)) return applied(clause)
    if (act.act === 'publish') return noted(clause, 'already-recorded')
    if (clause.withdrawn) return noted(clause, 'already-voided')
    if (act.act === 'withdraw') return applied({ ...clause, withdrawn: by })
    return applied({
      ...{ ...clause, ...wordsOf(act), version: clause.version + 1, written: by },
      earlier: [...clause.earlier, { ...clause.written, ...wordsOf(clause) }],
    })
  },
  scopeOf: ({ community }) => communityScope(community),
  settledAt: () => null,
  about: () => [],
  photosOf: () => [],
}

/** [CO1] A clause as it read in one of its versions. */
export const clauseAt = (clause: Clause, version: number): ClauseWords =>
  version >= clause.version ? clause : (clause.earlier[version - 1] ?? clause)
