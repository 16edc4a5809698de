import { saveFile } from './save-file'

/** Hands a file to another app where the phone can, else saves it; false where the person changed their mind. */
export const shareFile = async (file: File): Promise<boolean> => {
  if (!('canShare' in navigator) || !navigator.canShare({ files: [file] })) {
    saveFile(file.name, file)
    return true
  }
  try {
    await navigator.share({ files: [file] })
    return true
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return false
    saveFile(file.name, file)
    return true
  }
}
