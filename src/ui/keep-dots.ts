/** A figure and its unit (2 点异常), a day and its time (今天 17:06): read as one, set as one. */
const INSEPARABLE = /(?<=\d) (?=[\p{Script=Han}a-z])| (?=\d{1,2}:\d\d)/gu

/** Facts in a row (报修 · 5栋 · 处理中): where the line breaks, the dot stays with what was before it. */
export const keepDots = (facts: string): string =>
  facts.replaceAll(INSEPARABLE, '\u00a0').replaceAll(' · ', '\u00a0· ')
