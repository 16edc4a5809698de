import type { Ref } from 'vue'

/** Lines a form holds, changed and taken out by where they stand. */
export const useLines = <Line extends object>(lines: Ref<readonly Line[]>) => {
  const put = (at: number, over: Partial<Line>) => {
    lines.value = lines.value.map((line, index) => (index === at ? { ...line, ...over } : line))
  }
  const remove = (at: number) => {
    lines.value = lines.value.filter((_, index) => index !== at)
  }
  return { put, remove }
}
