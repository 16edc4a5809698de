/** What browsers that install apps hand to a page; none of it is in the language's library. */
interface InstallOffer extends Event {
  prompt(): Promise<unknown>
}

let offer: InstallOffer | null = null
const listeners = new Set<(isOffered: boolean) => void>()

const hold = (next: InstallOffer | null): void => {
  offer = next
  for (const tell of listeners) tell(next !== null)
}

/** The browser offers once, early: whoever wants it later must have kept it. */
export const keepInstallOffer = (): void => {
  window.addEventListener('beforeinstallprompt', (event) => {
    event.preventDefault()
    hold(event as InstallOffer)
  })
  window.addEventListener('appinstalled', () => hold(null))
}

export const onInstallOffer = (tell: (isOffered: boolean) => void): (() => void) => {
  listeners.add(tell)
  tell(offer !== null)
  return () => listeners.delete(tell)
}

/** Asks the person; an offer can be used once. */
export const askToInstall = async (): Promise<void> => {
  const held = offer
  hold(null)
  await held?.prompt()
}
