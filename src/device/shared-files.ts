/**
 * Photos another app shared with this one. The service worker puts them here, for it knows no person
 * and no database; whoever opens the snap takes them out. Kept an hour: what nobody took is nobody's.
 */
const SHELF = 'mengya-shared'
const KEPT = 3_600_000
const AT = 'x-shared-at'

export const SHARE_PATH = '/share'

export interface SharedFiles {
  readonly files: readonly File[]
  readonly words: string
}

/** Called by the service worker with what the system posted; answers where the page opens. */
export const keepShared = async (form: FormData, now: number): Promise<string> => {
  const shelf = await caches.open(SHELF)
  const files = form.getAll('photos').filter((each) => each instanceof File)
  const words = ['title', 'text', 'url']
    .flatMap((name) => form.getAll(name))
    .filter((each): each is string => typeof each === 'string')
    .filter((said) => said.trim() !== '')
    .join('\n')
  const put = (name: string, body: Blob | string, type: string) =>
    shelf.put(
      `${SHARE_PATH}/${now}/${name}`,
      new Response(body, { headers: { 'content-type': type, [AT]: String(now) } }),
    )
  for (const [index, file] of files.entries()) await put(String(index), file, file.type)
  if (words) await put('words', words, 'text/plain')
  return '/snap'
}

/** Everything shared and not yet taken, oldest first; what is an hour old is thrown away. */
export const sharedFiles = async (now: number): Promise<SharedFiles> => {
  if (!('caches' in globalThis)) return { files: [], words: '' }
  const shelf = await caches.open(SHELF)
  const files: File[] = []
  const words: string[] = []
  for (const request of await shelf.keys()) {
    const kept = await shelf.match(request)
    if (!kept) continue
    if (now - Number(kept.headers.get(AT)) > KEPT) {
      await shelf.delete(request)
      continue
    }
    if (request.url.endsWith('/words')) words.push(await kept.text())
    else {
      const type = kept.headers.get('content-type') ?? 'image/jpeg'
      files.push(new File([await kept.blob()], 'shared', { type }))
    }
  }
  return { files, words: words.join('\n') }
}

/** After they are safe elsewhere, and when a person leaves the phone. */
export const dropShared = async (): Promise<void> => {
  if ('caches' in globalThis) await caches.delete(SHELF)
}
