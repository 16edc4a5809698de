/** How long a cookie may live at most, by the browsers' own rule. */
const YEAR_IN_SECONDS = 400 * 24 * 3_600

const cookieOf = (name: string): string | null =>
  document.cookie
    .split('; ')
    .find((each) => each.startsWith(`${name}=`))
    ?.slice(name.length + 1) ?? null

/**
 * A few figures kept twice, apart from the database: a browser that clears one memory often leaves
 * another. Figures and points only.
 */
export const readLasting = (name: string): string | null =>
  localStorage.getItem(name) ?? cookieOf(name)

export const writeLasting = (name: string, value: string | null): void => {
  if (value === null) localStorage.removeItem(name)
  else localStorage.setItem(name, value)
  const age = value === null ? 0 : YEAR_IN_SECONDS
  document.cookie = `${name}=${value ?? ''}; Max-Age=${age}; Path=/; SameSite=Strict`
}
