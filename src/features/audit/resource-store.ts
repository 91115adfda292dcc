import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import type { AuditedThing } from './domain.ts'
import type { ThingStore } from './usecases.ts'

/** Characters of a title: broadcasts are titled by their first words. */
const LONGEST = 120

function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  return line.length > LONGEST ? `${line.slice(0, LONGEST).trimEnd()}…` : line
}

/** Of what another thing an entry's is a part: a comment of its idea, a step of what it follows, a trial of its idea, a pilot's post of what it is about. */
async function wholesOf(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const db = open(tx)
  const parts = [
    await db.selectFrom('idea_comment').select(['id', 'idea_id as whole']).where('id', 'in', ids).execute(),
    await db.selectFrom('next_step').select(['id', 'subject_id as whole']).where('id', 'in', ids).execute(),
    await db.selectFrom('trial').select(['id', 'idea_id as whole']).where('id', 'in', ids).execute(),
    await db.selectFrom('pilot_post').select(['id', 'thing_id as whole']).where('id', 'in', ids).execute(),
  ]
  return new Map(parts.flat().map(({ id, whole }) => [id, whole]))
}

/** Current titles of what entries are about, by id. Withdrawn and deleted things have none. */
export function thingStore(tx: Tx): ThingStore {
  const db = open(tx)
  return {
    async titles(asked) {
      if (asked.length === 0) return new Map()
      const wholes = await wholesOf(tx, asked)
      const ids = [...new Set([...asked, ...wholes.values()])]
      const ideas = db
        .selectFrom('idea')
        .select(['id', 'text', 'hidden_at'])
        .where('id', 'in', ids)
        .where('state', '<>', 'withdrawn')
      const found = {
        idea: (await ideas.execute()).map(({ id, text, hidden_at }) => ({
          id,
          title: hidden_at === null ? text : '',
        })),
        box: await db
          .selectFrom('idea_box')
          .select(['id', 'question as title'])
          .where('id', 'in', ids)
          .execute(),
        workshop: await db.selectFrom('workshop').select(['id', 'title']).where('id', 'in', ids).execute(),
        series: await db.selectFrom('series').select(['id', 'title']).where('id', 'in', ids).execute(),
        ballot: await db
          .selectFrom('ballot')
          .select(['id', 'question as title'])
          .where('id', 'in', ids)
          .execute(),
        broadcast: await db
          .selectFrom('broadcast')
          .select(['id', 'text as title'])
          .where('id', 'in', ids)
          .execute(),
      }
      const known = new Map(
        Object.entries(found).flatMap(([kind, rows]) =>
          rows.map(({ id, title }): [string, AuditedThing] => [
            id,
            { id, kind: kind as AuditedThing['kind'], title: firstLine(title) },
          ]),
        ),
      )
      for (const [part, whole] of wholes) {
        const about = known.get(whole)
        if (about) known.set(part, about)
      }
      return known
    },
  }
}
