/** The value below which that share of all lie. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** As JSON for machines and a table for people. */
export const report = (figures: Readonly<Record<string, number>>): void => {
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  for (const [name, value] of Object.entries(figures))
    process.stdout.write(`${name.padEnd(72)} ${value.toFixed(2).padStart(10)}\n`)
}
