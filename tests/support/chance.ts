import fc from 'fast-check'

/**
 * Chance is the same in every run of `npm test`, so that a red test is the fault of what was changed.
 * `npm run test:long` looks at other chance, and more of it.
 */
const { CHANCE = '20261125', CHANCE_RUNS = '100' } = process.env

fc.configureGlobal({ seed: Number(CHANCE), numRuns: Number(CHANCE_RUNS) })
