import { computed, shallowReactive, shallowRef, toRefs } from 'vue'
import type { Community } from '../domain/community'
import {
  settingsOf,
  type CommunitySettings,
  type SettingEdits,
  type SomeSettings,
} from '../domain/community-settings'
import { mayAct } from '../domain/permission'
import { isSame } from '../domain/same'
import { dayEndOf } from '../domain/usual-day-end'
import { act } from './act'
import { settingFaults } from './community-fault'
import { settingsMeant, settingWords, type SettingWords } from './community-words'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'
import { useTopics } from './topics'

interface Begun {
  readonly words: SettingWords
  readonly seen: CommunitySettings
  readonly aside: SettingWords | null
}

const editsOf = (seen: CommunitySettings, meant: SomeSettings): SettingEdits =>
  Object.fromEntries(
    (Object.keys(meant) as (keyof CommunitySettings)[])
      .filter((name) => !isSame(seen[name], meant[name]))
      .map((name) => [name, { seen: seen[name], meant: meant[name] }]),
  )

/** [CS1] 小区设置 of one community, from what stands to what is meant. */
export const useCommunitySettings = (community: () => Community) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const mayEdit = mayAct(phone.person.roles, 'Community', 'amend')
  const { usualTopics, usualReasons } = useTopics(community)
  const usual = computed(() => ({
    ...{ topics: usualTopics.value, reasons: usualReasons.value },
    dayEnd: dayEndOf(null),
  }))
  const held = computed(() => settingsOf(community()))
  const seen = shallowRef(held.value)
  const words: SettingWords = shallowReactive(settingWords(held.value, usual.value))
  /** What was typed before the newest took its place. */
  const aside = shallowRef<SettingWords | null>(null)
  const draft = useKeptDraft<Begun>(`community/${community().id}`, {
    read: () => ({ words: { ...words }, seen: seen.value, aside: aside.value }),
    write: (begun) => {
      Object.assign(words, begun.words)
      seen.value = begun.seen
      aside.value = begun.aside
    },
  })
  const begin = () => {
    seen.value = held.value
    Object.assign(words, settingWords(held.value, usual.value))
  }
  const takeNewest = () => {
    aside.value = { ...words }
    begin()
  }
  const putBack = () => {
    Object.assign(words, aside.value)
    aside.value = null
  }
  /** [CS2] Somebody changed them since this page was begun. */
  const isOlder = computed(() => !isSame(seen.value, held.value))
  const faults = computed(() => settingFaults(words))
  const edits = computed(() => editsOf(seen.value, settingsMeant(words, usual.value)))
  const hasChanged = computed(() => Object.keys(edits.value).length > 0)

  const amend = (fields: SettingEdits, dropDrafts: readonly string[] = []) =>
    act(phone, [{ kind: 'Community', record: community().id, act: { act: 'amend', fields } }], {
      dropDrafts,
    })
  /** False: something does not read, somebody changed them since, or it was not saved. */
  const save = (): Promise<boolean> => {
    if (faults.value.size > 0 || isOlder.value || !hasChanged.value) return Promise.resolve(false)
    return saving(() => draft.handIn((dropDrafts) => amend(edits.value, dropDrafts)))
  }
  return {
    ...{ words, fields: toRefs(words), draft, faults, hasChanged, isOlder, mayEdit },
    ...{ aside, takeNewest, putBack, save, isBusy, failure },
  }
}

/** [CS3] What was changed lately, and how to put it back. */
export const useSettingChanges = (community: () => Community | null) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const mayEdit = mayAct(phone.person.roles, 'Community', 'amend')
  const backOf = (held: Community, was: SomeSettings) => editsOf(settingsOf(held), was)
  const changes = computed(() => {
    const held = community()
    return [...(held?.amended ?? [])].reverse().map((entry) => ({
      ...entry,
      canPutBack: held !== null && mayEdit && Object.keys(backOf(held, entry.was)).length > 0,
    }))
  })
  const putBack = (was: SomeSettings): Promise<boolean> => {
    const held = community()
    if (!held) return Promise.resolve(false)
    const deed = { act: 'amend', fields: backOf(held, was) } as const
    return saving(() => act(phone, [{ kind: 'Community', record: held.id, act: deed }]))
  }
  return { changes, putBack, isBusy, failure }
}

export type SettingChange = ReturnType<typeof useSettingChanges>['changes']['value'][number]
