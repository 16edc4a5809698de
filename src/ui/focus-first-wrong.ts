import { nextTick } from 'vue'

const FIELD = '[aria-invalid="true"]'
/** What is chosen of a few says what is wrong with it beside the choices. */
export const WRONG_CHOICE = 'fieldset:has([role="alert"]) input'

/** What is wrong is said beside its field; once it is said, the first of them is led to, folded away or not. */
export const focusFirstWrong = async (
  form: HTMLElement | null,
  ...besides: readonly string[]
): Promise<void> => {
  await nextTick()
  const first = form?.querySelector<HTMLElement>([FIELD, ...besides].join(', '))
  first?.closest('details')?.setAttribute('open', '')
  first?.focus()
}
