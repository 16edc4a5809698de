/** Facts in a row (报修 · 5栋 · 处理中): where the line breaks, the dot stays with what was before it. */
export const keepDots = (facts: string): string => facts.replaceAll(' · ', '\u00a0· ')
