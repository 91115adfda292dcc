import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Choices } from './call.ts'
import { datedEntries } from './dated-entries.ts'
import type { Entry } from './entries.ts'
import { featureEntries } from './feature-entries.ts'
import { requireFreeKeys, requireFreePaths, requireFreeTypes, requireFreeWords } from './free.ts'
import { namesOf } from './names.ts'
import { filesFrom, type NewFile } from './templates.ts'

/** What is written: new files, then the entries, in those too. */
export type Plan = { readonly files: readonly NewFile[]; readonly entries: readonly Entry[] }

/** The number of the next migration. */
function nextNumber(root: string): string {
  const numbers = readdirSync(join(root, 'src/db/migrations')).map(name => Number.parseInt(name, 10) || 0)
  return String(Math.max(...numbers) + 1).padStart(3, '0')
}

/** What `npm run new -- feature NAME` writes. @throws Error with a sentence, where it cannot be */
export async function planFeature(root: string, name: string, { months, ...words }: Choices): Promise<Plan> {
  const names = namesOf(name, words)
  const number = nextNumber(root)
  const files = filesFrom('feature', { ...names, number })
  requireFreePaths(root, [`src/features/${name}`, ...files.map(({ path }) => path)])
  requireFreeKeys(root, names)
  requireFreeTypes(files)
  await requireFreeWords(names)
  const entries = featureEntries(names, number, months)
  if (months === undefined) return { files, entries }
  return {
    files: [...files, ...filesFrom('dated', names)],
    entries: [...entries, ...datedEntries(names, number, months)],
  }
}
