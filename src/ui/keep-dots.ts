/**
 * Facts in a row (报修 · 5栋 · 处理中): where the line breaks, the dot stays with what was before it,
 * a figure with its unit (2 点异常), a time with its day (今天 17:06), a door with its entrance
 * (1单元 702).
 */
export const keepDots = (facts: string): string =>
  facts
    .replaceAll(/(^|\s)(\d+) (?=[\p{Script=Han}a-z])/gu, '$1$2\u00a0')
    .replaceAll(/ (?=\d{1,2}:\d\d)/g, '\u00a0')
    .replaceAll(/(\p{Script=Han}) (?=\d+(?![\d\p{Script=Han}]))/gu, '$1\u00a0')
    .replaceAll(' · ', '\u00a0· ')
