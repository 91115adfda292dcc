import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { METHOD_PARTS, type MethodPart, type PartValues, partText } from './parts.ts'
import type { ChangeAct, PartVersion, VersionStore } from './versions.ts'

type Row = {
  version: number
  content: string
  act: string
  person_id: string | null
  undoes: number | null
  changed_at: number
}

function versionIn<P extends MethodPart>(row: Row): PartVersion<P> {
  return {
    version: row.version,
    value: JSON.parse(row.content) as PartValues[P],
    act: row.act as ChangeAct,
    ...(row.person_id !== null && { person: row.person_id }),
    ...(row.undoes !== null && { undoes: row.undoes }),
    at: row.changed_at,
  }
}

export function versionStore(tx: Tx): VersionStore {
  // By the primary key (part, version).
  const rows = (part: MethodPart) =>
    open(tx).selectFrom('method_part').selectAll().where('part', '=', part).orderBy('version', 'desc')

  const store: VersionStore = {
    latest: async (part, limit) => (await rows(part).limit(limit).execute()).map(row => versionIn(row)),
    asOf: async (part, version) => {
      const row = await rows(part).where('version', '<=', version).limit(1).executeTakeFirst()
      return row && versionIn(row)
    },
    async note(content, change, at) {
      const known: (Row | undefined)[] = []
      for (const part of METHOD_PARTS) known.push(await rows(part).limit(1).executeTakeFirst())
      const version = 1 + Math.max(0, ...known.map(row => row?.version ?? 0))
      for (const [index, part] of METHOD_PARTS.entries()) {
        const before = known[index]
        const text = partText(content, part)
        if (before?.content === text) continue
        const first = { act: 'seed', person_id: null, undoes: null }
        const { act, person = null, undoes = null } = change
        const noted = before ? { act, person_id: person, undoes } : first
        await open(tx)
          .insertInto('method_part')
          .values({ part, version, content: text, changed_at: at, ...noted })
          .execute()
      }
    },
  }
  return store
}
