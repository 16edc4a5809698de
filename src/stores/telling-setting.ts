import { computed, ref, shallowRef, watch } from 'vue'
import type { Community } from '../domain/community'
import { isSame } from '../domain/same'
import { mayAct } from '../domain/permission'
import type { Telling } from '../domain/telling'
import { act } from './act'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

export const MOST_TELLING = 300

type Lines = readonly Telling[]

interface Begun {
  readonly lines: Lines
  readonly seen: Lines | null
  readonly aside: Lines | null
}

export const useMayEditTellings = (): boolean =>
  mayAct(usePhone().person.roles, 'Community', 'amend')

/** [PR13] [CS2] The community's own ready words, from those that stood there when the page was opened. */
export const useTellingSetting = (community: () => Community, brought: () => Lines) => {
  const phone = usePhone()
  const { failure, isBusy, saving } = useSaving()
  const mayEdit = useMayEditTellings()
  const held = computed<Lines | null>(() => community().tellings ?? null)
  const seen = shallowRef(held.value)
  const lines = ref<Lines>(held.value ?? brought())
  /** What was typed before the newest, or the app's own, took its place. */
  const aside = shallowRef<Lines | null>(null)
  const draft = useKeptDraft<Begun>(`tellings/${community().id}`, {
    read: () => ({ lines: lines.value, seen: seen.value, aside: aside.value }),
    write: (begun) => {
      lines.value = begun.lines
      seen.value = begun.seen
      aside.value = begun.aside
    },
  })

  const written = computed(() =>
    lines.value
      .map(({ on, words }) => ({ on, words: words.trim() }))
      .filter(({ words }) => words !== ''),
  )
  /** Null is the app's own. */
  const meant = computed(() => (isSame(written.value, brought()) ? null : written.value))
  const hasChanged = computed(() => !isSame(meant.value, seen.value))
  const isOlder = computed(() => !isSame(seen.value, held.value))
  const begin = () => {
    seen.value = held.value
    lines.value = held.value ?? brought()
  }
  const isUntouched = () => !hasChanged.value && written.value.length === lines.value.length
  /** Where nothing was typed there is nothing to keep. */
  const follow = () => {
    if (isOlder.value && isUntouched()) begin()
  }
  watch(held, follow)
  const load = async () => {
    await draft.load()
    follow()
  }

  const setAside = () => (aside.value = lines.value)
  const takeNewest = () => {
    if (hasChanged.value) setAside()
    begin()
  }
  /** Into the form; saving makes it so. */
  const takeBrought = () => {
    setAside()
    lines.value = brought()
  }
  const putBack = () => {
    lines.value = aside.value ?? lines.value
    aside.value = null
  }
  const long = computed(() =>
    lines.value.flatMap(({ words }, at) => (words.trim().length > MOST_TELLING ? [at] : [])),
  )
  /** False: a line is too long, somebody changed them since, nothing was changed, or it was not saved. */
  const save = (): Promise<boolean> => {
    if (long.value.length > 0 || isOlder.value || !hasChanged.value) return Promise.resolve(false)
    const own = meant.value && [...meant.value]
    const fields = { tellings: { seen: seen.value && [...seen.value], meant: own } }
    const deed = {
      kind: 'Community',
      record: community().id,
      act: { act: 'amend', fields },
    } as const
    return saving(() => draft.handIn((dropDrafts) => act(phone, [deed], { dropDrafts })))
  }
  return {
    ...{
      lines,
      draft,
      load,
      long,
      hasChanged,
      isOlder,
      mayEdit,
      isOwn: () => meant.value !== null,
    },
    ...{ aside, setAside, takeNewest, takeBrought, putBack, save, isBusy, failure },
  }
}
