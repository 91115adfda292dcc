import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Entry } from './entries.ts'
import { featureEntries } from './feature-entries.ts'
import { namesOf } from './names.ts'
import { filesFrom, type NewFile } from './templates.ts'

export type Plan = { readonly files: readonly NewFile[]; readonly entries: readonly Entry[] }

/** The number of the next migration. */
function nextNumber(root: string): string {
  const numbers = readdirSync(join(root, 'src/db/migrations')).map(name => Number.parseInt(name, 10) || 0)
  return String(Math.max(...numbers) + 1).padStart(3, '0')
}

/** What `npm run new -- feature NAME` writes. @throws Error with a sentence, where it cannot be */
export function planFeature(root: string, name: string): Plan {
  const names = namesOf(name)
  if (existsSync(join(root, 'src/features', name))) throw new Error(`src/features/${name} stands already`)
  const number = nextNumber(root)
  return { files: filesFrom('feature', { ...names, number }), entries: featureEntries(names, number) }
}
