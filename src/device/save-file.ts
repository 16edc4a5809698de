import { after } from './after'
import { MINUTE } from '../domain/instant'

/** Hands a file to the person, as the browser hands over what is downloaded. */
export const saveFile = (name: string, content: Blob): void => {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // Some browsers read it only after the click is over.
  after(MINUTE, () => URL.revokeObjectURL(address))
}
