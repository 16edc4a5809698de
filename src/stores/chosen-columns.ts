import { computed, ref } from 'vue'

/** Which columns of a table somebody wants on this device; one that is no more is left out. */
export const useChosenColumns = <Column extends string>(
  table: string,
  all: readonly Column[],
  usual: readonly Column[],
) => {
  const key = `mengya/columns/${table}`
  const kept = localStorage.getItem(key)?.split(',') ?? usual
  const chosen = ref<readonly string[]>(kept)
  const columns = computed(() => all.filter((column) => chosen.value.includes(column)))

  const set = (column: Column, isShown: boolean) => {
    const others = columns.value.filter((each) => each !== column)
    chosen.value = isShown ? [...others, column] : others
    localStorage.setItem(key, chosen.value.join(','))
  }
  return { columns, set }
}
