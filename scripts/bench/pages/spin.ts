const ROUNDS = 40_000_000

/** How long the same sum takes here, ms: what shows whether a thread is slowed. */
export const spin = (): number => {
  const began = performance.now()
  let sum = 0
  for (let each = 0; each < ROUNDS; each += 1) sum = (sum + each * 3) % 1_000_003
  return sum < 0 ? Number.NaN : performance.now() - began
}
