/** Words broken into rows no wider than the room there is; a row of one's own begins a row. */
export const wrapLine = (
  words: string,
  room: number,
  widthOf: (text: string) => number,
): readonly string[] =>
  words.split('\n').flatMap((line) => {
    const rows: string[] = []
    let row = ''
    for (const character of line) {
      if (row !== '' && widthOf(row + character) > room) {
        rows.push(row)
        row = ''
      }
      row += character
    }
    return [...rows, row]
  })
