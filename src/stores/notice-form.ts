import { computed, shallowReactive, toRefs } from 'vue'
import { isCalendarDay } from '../domain/calendar-day'
import type { CommunityId } from '../domain/community'
import type { OwnerNoticeAct } from '../domain/notice/notice'
import { mayAct } from '../domain/permission'
import { localDay } from '../domain/time-zone'
import { act } from './act'
import { useEstate } from './estate'
import { useKeptDraft } from './kept-draft'
import { usePhone } from './phone'
import { useSaving } from './saving'

interface Words {
  title: string
  words: string
  from: string
  until: string
}

type NoticeFault = 'title' | 'words' | 'from' | 'until' | 'order'

/** [VI19] A notice as somebody writes it on the desk; kept until it is posted. */
export const useNoticeForm = () => {
  const phone = usePhone()
  const estate = useEstate()
  const { failure, isBusy, saving } = useSaving()
  const today = localDay(phone.now(), estate.zone)
  const blank = (): Words => ({ title: '', words: '', from: today, until: '' })
  const written: Words = shallowReactive(blank())
  const draft = useKeptDraft<Words>('notice/new', {
    read: () => ({ ...written }),
    write: (kept) => Object.assign(written, kept),
  })
  const fault = computed<NoticeFault | null>(() => {
    const { title, words, from, until } = written
    if (!title.trim()) return 'title'
    if (!words.trim()) return 'words'
    if (!isCalendarDay(from)) return 'from'
    if (!isCalendarDay(until)) return 'until'
    return until < from ? 'order' : null
  })
  const post = async (): Promise<boolean> => {
    const { title, words, from, until } = written
    const community: CommunityId | undefined = estate.community?.id
    if (fault.value || !community || !isCalendarDay(from) || !isCalendarDay(until)) return false
    const told = { community, title: title.trim(), words: words.trim(), from, until }
    const deed: OwnerNoticeAct = { act: 'post', ...told }
    const record = phone.newId()
    const isSaved = await saving(() =>
      draft.handIn((dropDrafts) =>
        act(phone, [{ kind: 'OwnerNotice', record, act: deed }], { dropDrafts }),
      ),
    )
    if (isSaved) Object.assign(written, blank())
    return isSaved
  }
  const mayPost = mayAct(phone.person.roles, 'OwnerNotice', 'post')
  return { fields: toRefs(written), draft, fault, post, mayPost, isBusy, failure }
}
