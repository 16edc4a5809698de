import { computed, ref, type Ref } from 'vue'
import { initialsOf } from '../../domain/owner/pinyin-initial'
import type { Role } from '../../domain/role'
import type { Account } from '../../stores/accounts'

export const ACCOUNT_FILTERS = ['working', 'idle', 'closed', 'all'] as const
type AccountFilter = (typeof ACCOUNT_FILTERS)[number]

const BELONGS: Readonly<Record<AccountFilter, (account: Account) => boolean>> = {
  working: ({ closedAt }) => closedAt === null,
  /** Nobody signed in with it yet. */
  idle: ({ closedAt, heardAt }) => closedAt === null && heardAt === null,
  closed: ({ closedAt }) => closedAt !== null,
  all: () => true,
}

const isFound = ({ name, account }: Account, wanted: string): boolean =>
  wanted === '' ||
  name.toLowerCase().includes(wanted) ||
  account.toLowerCase().includes(wanted) ||
  initialsOf(name).some((initials) => initials.startsWith(wanted))

/** [AC1] Found by name, its initials or the account; narrowed by community, role and state. */
export const useAccountList = (accounts: Ref<readonly Account[] | null>) => {
  const filter = ref<AccountFilter>('working')
  const searched = ref('')
  const role = ref<Role | ''>('')
  const community = ref('')

  const found = computed(() => {
    const wanted = searched.value.trim().toLowerCase()
    return (accounts.value ?? [])
      .filter((account) => isFound(account, wanted))
      .filter(
        ({ grants }) =>
          (role.value === '' && community.value === '') ||
          grants.some(
            (grant) =>
              (role.value === '' || grant.role === role.value) &&
              (community.value === '' || grant.community === community.value),
          ),
      )
      .sort((a, b) => a.name.localeCompare(b.name, 'zh-CN'))
  })
  return {
    ...{ filter, searched, role, community },
    shown: computed(() => found.value.filter(BELONGS[filter.value])),
    countOf: (each: AccountFilter) => found.value.filter(BELONGS[each]).length,
  }
}
