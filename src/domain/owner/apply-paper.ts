import { MINUTE } from '../instant'
import { applied, malformed, noted, type ActContext, type Applied } from '../record-kind'
import { entryOf } from '../thread'
import type { OwnerFile } from './owner-file'
import { mayPicture, type PaperAct } from './paper'

/** [OF17] A paper put in, looked at, or taken back. */
export const applyPaper = (
  file: OwnerFile,
  deed: PaperAct,
  context: ActContext,
): Applied<OwnerFile> => {
  const entry = entryOf(context)
  if (deed.act === 'paper') {
    const { act: _, ...told } = deed
    if (told.photos.length > 0 && !mayPicture(told)) return malformed
    return applied({ ...file, papers: [...file.papers, { ...entry, ...told, withdrawn: null }] })
  }
  const paper = file.papers.find(({ change }) => change === deed.paper)
  if (deed.act === 'look') {
    const until = context.at + deed.minutes * MINUTE
    const look = { ...entry, paper: deed.paper, why: deed.why, until }
    return applied({ ...file, looks: [...file.looks, look] })
  }
  if (!paper || paper.withdrawn) return noted(file, 'already-voided')
  const withdrawn = { ...entry, why: deed.why }
  // What was taken back is no reason to keep a picture.
  const papers = file.papers.map((each) =>
    each === paper ? { ...paper, photos: [], withdrawn } : each,
  )
  return applied({ ...file, papers })
}
