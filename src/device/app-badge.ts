/** The number on the app's own mark, where the system shows one; 0 takes it away. */
export const showAppBadge = async (number: number): Promise<void> => {
  if (!('setAppBadge' in navigator)) return
  try {
    await (number > 0 ? navigator.setAppBadge(number) : navigator.clearAppBadge())
  } catch {
    // A browser that has the word but not the mark (not installed, not allowed) shows none.
  }
}
