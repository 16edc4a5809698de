import { computed, shallowReactive, toRefs } from 'vue'
import type { Clause, ClauseAct, ClauseId, ClauseWords } from '../domain/clause'
import { failed } from '../domain/result'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

const FIELDS = ['source', 'title', 'text', 'courtesy'] as const

/** [CO1] A clause being written, or written anew as its next version. */
export const useClauseForm = (clause: Clause | null) => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const begin = clause ?? { source: '', title: '', text: '', courtesy: '' }
  const written = shallowReactive({
    ...{ source: begin.source, title: begin.title },
    ...{ text: begin.text, courtesy: begin.courtesy },
  })
  const draft = useKeptDraft<Record<keyof ClauseWords, string>>(`clause/${clause?.id ?? 'new'}`, {
    read: () => ({
      ...{ source: written.source, title: written.title },
      ...{ text: written.text, courtesy: written.courtesy },
    }),
    write: (value) => Object.assign(written, value),
  })
  const missing = computed(() => FIELDS.filter((field) => !written[field].trim()))

  const send = (deed: ClauseAct): Promise<boolean> =>
    saving(() =>
      draft.handIn((dropDrafts) =>
        act(
          phone,
          [{ kind: 'Clause', record: clause?.id ?? (phone.newId() as ClauseId), act: deed }],
          { dropDrafts },
        ),
      ),
    )
  const save = async (): Promise<boolean> => {
    if (missing.value.length > 0) return false
    const words = {
      ...{ source: written.source.trim(), title: written.title.trim() },
      ...{ text: written.text.trim(), courtesy: written.courtesy.trim() },
    }
    if (clause) return send({ act: 'amend', ...words })
    const community = estate.community?.id
    if (!community) return saving(() => Promise.resolve(failed({ kind: 'refused' as const })))
    return send({ act: 'publish', community, ...words })
  }
  return {
    ...{ fields: toRefs(written), draft, missing, save, failure, isBusy },
    withdraw: () => send({ act: 'withdraw' }),
  }
}
