/** A number long enough to ring somebody, or to say who they are. */
const LONG_NUMBER = /\d(?:[\s-]?\d){6,}/g

/** [IN3] What was said, without who said it: fit to be read by everybody who works on it. */
export const withoutNames = (
  words: string,
  name: string,
  stands: { readonly name: string; readonly number: string },
): string => {
  const whole = name.trim()
  const named = whole.length > 1 ? words.replaceAll(whole, stands.name) : words
  return named.replace(LONG_NUMBER, stands.number)
}
