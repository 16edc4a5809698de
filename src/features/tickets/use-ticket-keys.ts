import { useEventListener } from '@vueuse/core'

/** A deed by the key that does it; never while somebody types, nor in a sheet. */
export const useTicketKeys = (deeds: Readonly<Record<string, () => void>>): void => {
  const isTyped = (target: HTMLElement) =>
    target.closest('input:not([type=checkbox]), textarea, select, [role=dialog]') !== null

  /** What has a deed of its own for Enter keeps it. */
  const isItsOwn = (target: HTMLElement, key: string) =>
    key === 'Enter' && target.closest('a, button, input, summary, tr') !== null

  useEventListener(document, 'keydown', (event: KeyboardEvent) => {
    const { target, key } = event
    // What a row has taken already is done.
    if (event.defaultPrevented || event.metaKey || event.ctrlKey || event.altKey) return
    const deed = deeds[key]
    const at = target as HTMLElement
    if (!deed || isTyped(at) || isItsOwn(at, key)) return
    event.preventDefault()
    deed()
  })
}
