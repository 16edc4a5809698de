import { defineStore } from 'pinia'
import { shallowRef } from 'vue'

/** [AC5] Said once: it lives as long as the page that shows it, in no address, draft or log. */
export const useOneTimePassword = defineStore('oneTimePassword', () => {
  const said = shallowRef<{ readonly staff: string; readonly password: string } | null>(null)
  return {
    say: (staff: string, password: string) => (said.value = { staff, password }),
    passwordOf: (staff: string): string | null =>
      said.value?.staff === staff ? said.value.password : null,
    forget: () => (said.value = null),
  }
})
