import { computed } from 'vue'
import { useRoute, useRouter } from 'vue-router'
import type { CommunityId } from '../../domain/community'
import { useEstate } from '../../stores/estate'

/** Of which community, for whoever works in several: the address says it, so that back leads back. */
export const usePickedCommunity = () => {
  const route = useRoute()
  const router = useRouter()
  const estate = useEstate()
  const community = computed(
    () => estate.communities.find(({ id }) => id === route.query['community']) ?? estate.community,
  )
  const options = computed(() =>
    estate.communities.map(({ id, name }) => ({ value: id, label: name })),
  )
  const picked = computed<CommunityId | null>({
    get: () => community.value?.id ?? null,
    set: (id) => {
      if (id) void router.replace({ query: { ...route.query, community: id } })
    },
  })
  return { community, options, picked }
}
