import { computed, watch } from 'vue'
import {
  answersById,
  askedItems,
  isAbnormal,
  missingAnswers,
  restNormal,
} from '../domain/form/fill'
import { newestForm } from '../domain/form/form'
import type { CheckpointDraft } from './checkpoint-draft'
import { usePatrol } from './patrol'
import { useLastVisit } from './visit-history'

/** What is asked at a stop, how it stood last time, and what is still missing. */
export const useStopForm = (round: string, checkpoint: string, draft: CheckpointDraft) => {
  const patrol = usePatrol()
  const view = computed(() => patrol.viewById(round))
  if (!view.value) patrol.lookBack()
  const place = computed(() => patrol.checkpoints.find(({ id }) => id === checkpoint) ?? null)
  const index = computed(
    () => view.value?.stops.findIndex((stop) => stop.checkpoint === checkpoint) ?? -1,
  )
  const progress = computed(() => view.value?.stops[index.value] ?? null)
  const versionOf = (id: string | undefined) => patrol.forms.find((form) => form.id === id)
  const newest = computed(() =>
    place.value ? newestForm(patrol.forms, place.value.form) : undefined,
  )
  /** [RD14] The version this look began with, or the round: one changed meanwhile is for the next. */
  const form = computed(() => {
    const stop = view.value?.round?.stops.find((each) => each.checkpoint === checkpoint)
    return versionOf(draft.form.value) ?? versionOf(stop?.form) ?? newest.value
  })
  watch([draft.checkIn, form, place], ([checkIn, asked, point]) => {
    if (!checkIn || !asked || !point) return
    const isNightCheck = !!(view.value?.round?.nightCheck ?? view.value?.planned?.plan.nightCheck)
    draft.form.value ??= asked.id
    draft.begunAt.value ??= { community: point.community, isNightCheck }
  })
  const isOlderForm = computed(
    () => draft.checkIn.value !== null && !!newest.value && form.value?.id !== newest.value.id,
  )
  const items = computed(() => (form.value ? askedItems(form.value, draft.byItem.value) : []))
  const last = useLastVisit(
    () => checkpoint,
    () => round,
  )
  const lastById = computed(() => answersById(last.value?.answers ?? []))
  const failedLastTime = computed(
    () =>
      new Set(
        (form.value?.items ?? [])
          .filter((item) => isAbnormal(item, lastById.value.get(item.id)))
          .map(({ id }) => id),
      ),
  )
  const missing = computed(() => (form.value ? missingAnswers(form.value, draft.byItem.value) : []))
  const rest = computed(() =>
    form.value ? restNormal(form.value, draft.byItem.value, failedLastTime.value) : [],
  )
  const isWhole = computed(() => patrol.isWhole)
  return {
    ...{ view, isWhole, place, index, progress, form, versionOf, isOlderForm },
    ...{ items, lastById, missing, rest },
  }
}
