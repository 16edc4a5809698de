import { COMMON_TOPICS } from '../domain/intake/common-topic'
import type { CommunitySettings } from '../domain/community-settings'
import { isSame } from '../domain/same'
import type { StaffId } from '../domain/id'
import type { Role } from '../domain/role'
import { FIRST_TEMPLATE } from '../domain/letter/first-template'
import { linesOf } from '../domain/setting-lines'
import type { Topic } from '../domain/topic'
import { REPEAT_DAYS } from '../domain/ticket/repeat'
import { USUAL_VISIT_RULE } from '../domain/visit/usual-rule'
import { clockMinutes, clockText } from './clock-number'
import { visitRuleMeant, visitRuleWords, type VisitRuleWords } from './visit-rule-words'

export interface TopicWords {
  readonly id: string
  readonly name: string
  readonly role: Role
  readonly hours: string
  readonly questions: string
  readonly phrases: string
}

export interface PostWords {
  readonly id: string
  readonly name: string
  readonly roles: readonly Role[]
}

/** What stands on the page: half a number typed is still kept. */
export interface SettingWords {
  leader: string
  substitute: string
  reasons: string
  topics: readonly TopicWords[]
  wrapUpFrom: string
  posts: readonly PostWords[]
  repeatDays: string
  letterTemplate: string
  visiting: VisitRuleWords
}

/** What goes where nothing of its own is said. */
export interface Usual {
  readonly topics: readonly Topic[]
  readonly reasons: readonly string[]
  readonly dayEnd: NonNullable<CommunitySettings['dayEnd']>
}

export const topicWords = (topic: Topic): TopicWords => ({
  ...{ id: topic.id, name: topic.name, role: topic.role },
  hours: topic.hours === null ? '' : String(topic.hours),
  questions: topic.questions.join('\n'),
  phrases: topic.phrases.join('\n'),
})

const topicOf = ({ id, name, role, hours, questions, phrases }: TopicWords): Topic => ({
  ...{ id, name: name.trim(), role, hours: hours.trim() === '' ? null : Number(hours) },
  ...{ questions: linesOf(questions), phrases: linesOf(phrases) },
})

export const isCommonTopic = (id: string) => COMMON_TOPICS.some((each) => each.id === id)

export const settingWords = (settings: CommunitySettings, usual: Usual): SettingWords => {
  const own = settings.topics ?? []
  const { wrapUpFrom, posts } = settings.dayEnd ?? usual.dayEnd
  return {
    ...{ leader: settings.leader ?? '', substitute: settings.substitute ?? '' },
    reasons: (settings.majorReasons ?? usual.reasons).join('\n'),
    topics: [
      ...usual.topics.map((topic) => own.find(({ id }) => id === topic.id) ?? topic),
      ...own.filter(({ id }) => !isCommonTopic(id)),
    ].map(topicWords),
    wrapUpFrom: clockText(wrapUpFrom),
    posts: posts.map(({ name, roles }, at) => ({ id: String(at), name, roles })),
    repeatDays: String(settings.repeatDays ?? REPEAT_DAYS),
    letterTemplate: settings.letterTemplate ?? FIRST_TEMPLATE,
    visiting: visitRuleWords(settings.visiting ?? USUAL_VISIT_RULE),
  }
}

const unless = <Value>(value: Value, usual: Value): Value | null =>
  isSame(value, usual) ? null : value

/** As it would be kept; ready words are said on a page of their own. */
export const settingsMeant = (
  words: SettingWords,
  usual: Usual,
): Omit<CommunitySettings, 'tellings'> => {
  const topics = words.topics.map(topicOf)
  const own = topics.filter(
    (topic) => !usual.topics.some((each) => isSame(topicOf(topicWords(each)), topic)),
  )
  const reasons = linesOf(words.reasons)
  const dayEnd = {
    wrapUpFrom: clockMinutes(words.wrapUpFrom) ?? 0,
    posts: words.posts.map(({ name, roles }) => ({ name: name.trim(), roles })),
  }
  return {
    leader: (words.leader || null) as StaffId | null,
    substitute: (words.substitute || null) as StaffId | null,
    majorReasons: reasons.length > 0 ? unless(reasons, usual.reasons) : null,
    topics: own.length > 0 ? own : null,
    dayEnd: unless(dayEnd, usual.dayEnd),
    repeatDays: unless(Number(words.repeatDays), REPEAT_DAYS),
    letterTemplate: unless(words.letterTemplate.trim() || FIRST_TEMPLATE, FIRST_TEMPLATE),
    visiting: unless(visitRuleMeant(words.visiting), USUAL_VISIT_RULE),
  }
}
