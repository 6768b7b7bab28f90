/** Messages about `recall.config.yaml`. */
import { type Entry, entry } from './entry.js'

/** Messages about `recall.config.yaml`, by code. */
export const configMessages = {
  'config-broken': entry<{ fault: string; reason: string | null }>(
    'error',
    (f) => `The file cannot be read: ${f.fault}${f.reason === null ? '' : ` (YAML: ${f.reason})`}`,
    'Write lines such as `template: ours`, and under `severity:` lines such as `citation-missing: off`.',
  ),
  'config-key-unknown': entry<{ key: string; hint: string }>(
    'error',
    (f) => `Unknown key "${f.key}"${f.hint}`,
    'Known keys are severity, template, paper, ruling, key, fold, starts, duplex, qr, scheme, reveal, names, roster, audience, sources, out, pages and edition; under severity, the codes that `cold-recall explain` lists.',
  ),
  'config-value-wrong': entry<{ key: string; value: string; expected: string }>(
    'error',
    (f) => `"${f.key}" is ${f.value}, expected ${f.expected}`,
    'Mend the value, or take the line out to have the default.',
  ),
  'config-severity-fixed': entry<{ code: string; asked: string }>(
    'error',
    (f) => `"${f.code}" is an error and cannot be made ${f.asked}`,
    'Take it out, and mend what the error says: a sheet that has it cannot be built.',
  ),
} as const satisfies Record<string, Entry<never>>
