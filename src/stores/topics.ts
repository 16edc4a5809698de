import { computed } from 'vue'
import { useI18n } from 'petite-vue-i18n'
import type { Community } from '../domain/community'
import { COMMON_TOPICS } from '../domain/intake/common-topic'
import type { Topic } from '../domain/topic'

const lines = (text: string): readonly string[] => text.split('\n').filter(Boolean)

/** [IN4] The sorts of complaint of a community: the seven, as it may have changed them, and its own. */
export const useTopics = (community: () => Community | null) => {
  const { t } = useI18n()
  const common = computed<readonly Topic[]>(() =>
    COMMON_TOPICS.map((topic) => ({
      ...{ ...topic, name: t(`topic.${topic.id}.name`) },
      questions: [...lines(t(`topic.${topic.id}.questions`))],
      phrases: [...lines(t(`topic.${topic.id}.phrases`))],
    })),
  )
  const topics = computed<readonly Topic[]>(() => {
    const own = community()?.topics ?? []
    const isCommon = (id: string) => COMMON_TOPICS.some((each) => each.id === id)
    return [
      ...common.value.map((topic) => own.find(({ id }) => id === topic.id) ?? topic),
      ...own.filter(({ id }) => !isCommon(id)),
    ]
  })
  const usualReasons = computed(() => lines(t('topic.majorReasons')))
  /** [MJ1] The company's own reasons, else those the trade has. */
  const majorReasons = computed<readonly string[]>(
    () => community()?.majorReasons ?? usualReasons.value,
  )
  const topicOf = (id: string | null | undefined): Topic | null =>
    topics.value.find((topic) => topic.id === id) ?? null
  return { topics, majorReasons, topicOf, usualTopics: common, usualReasons }
}
