/** The first of each letter as a dictionary has them; what comes after belongs to it. */
const FIRST = '阿八嚓哒妸发旮哈丌咔垃妈拿噢妑七然撒他挖昔压匝'
const LETTERS = 'abcdefghjklmnopqrstwxyz'
/** Read otherwise as a surname than elsewhere. */
const SURNAMES: Readonly<Record<string, string>> = {
  ...{ 曾: 'z', 单: 's', 解: 'x', 仇: 'q', 查: 'z', 翟: 'z', 朴: 'p', 区: 'o', 盖: 'g', 尉: 'y' },
  ...{ 乐: 'y', 冼: 'x', 繁: 'p', 覃: 'q', 宓: 'f', 召: 's', 重: 'c', 种: 'c', 黑: 'h', 员: 'y' },
}
/** Made once: the order of the dictionary, which every browser carries. */
const { compare } = new Intl.Collator('zh-CN-u-co-pinyin')
const known = new Map<string, string>()

const initialOf = (letter: string): string => {
  const held = known.get(letter)
  if (held !== undefined) return held
  const at = Array.from(FIRST).filter((first) => compare(letter, first) >= 0).length - 1
  const isHan = /\p{Script=Han}/u.test(letter)
  const initial = isHan ? (LETTERS[at] ?? '') : letter.toLowerCase()
  known.set(letter, initial)
  return initial
}

/** [OF11] 曾丽华 → zlh, and clh for whoever reads 曾 as elsewhere. */
export const initialsOf = (name: string): readonly string[] => {
  const letters = Array.from(name.replace(/\s/g, ''))
  const plain = letters.map(initialOf).join('')
  const surname = SURNAMES[letters[0] ?? '']
  return surname ? [surname + plain.slice(1), plain] : [plain]
}
