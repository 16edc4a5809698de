/**
 * [PL4] Which door of its level a home is behind. 1501 on level 15 and 01 on level 15 are the same
 * door: people write the level before it, or leave it out.
 */
export const doorOnLevel = ({ level, door }: { level: number; door: string }): string => {
  const before = String(Math.abs(level))
  const rest = door.slice(before.length)
  return door.startsWith(before) && /^\d{2,3}$/.test(rest) ? rest : door
}
