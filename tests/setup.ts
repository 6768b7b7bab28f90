/**
 * Random tests begin at a fixed seed, so that a change is judged by what it changes. `FC_SEED=random npm test` explores,
 * `FC_SEED=123 npm test` repeats what a failure printed.
 */
import fc from 'fast-check'

const wanted = process.env.FC_SEED
if (wanted !== 'random') fc.configureGlobal({ seed: Number(wanted ?? 20_261_123) })
