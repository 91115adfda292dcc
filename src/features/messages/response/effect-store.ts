import { open } from '../../../db/index.ts'
import { kept } from '../../../kernel/personal-data/counts.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import { REMINDING } from './effect.ts'
import type { EffectStore } from './effect-usecases.ts'

export function effectStore(tx: Tx): EffectStore {
  const db = open(tx)
  return {
    async count(topic, { from, before, within }) {
      const went = await db
        .selectFrom('message')
        .select(({ fn, eb, ref }) => [
          fn.countAll<number>().as('sent'),
          fn.count<number>('person_id').distinct().as('people'),
          fn
            .sum<number | null>(
              eb
                .case()
                .when(
                  eb.and([
                    eb('acted_at', '>=', ref('sent_at')),
                    eb('acted_at', '<', before),
                    eb(eb('acted_at', '-', ref('sent_at')), '<=', within),
                  ]),
                )
                .then(1)
                .else(0)
                .end(),
            )
            .as('acted'),
        ])
        .where('topic', '=', topic)
        .where('sent_at', '>=', from)
        .where('sent_at', '<', before)
        .executeTakeFirstOrThrow()
      const silent = await db
        .selectFrom('message_quiet')
        .select(({ fn }) => fn.countAll<number>().as('people'))
        .where('topic', '=', topic)
        .where('since', '<', before)
        .where(eb => eb.or([eb('ended_at', 'is', null), eb('ended_at', '>=', before)]))
        .executeTakeFirstOrThrow()
      return { topic, ...went, acted: went.acted ?? 0, quiet: silent.people }
    },

    async kept(day) {
      const rows = await db.selectFrom('topic_effect').selectAll().where('day', '=', day).execute()
      return REMINDING.flatMap(topic => {
        const row = rows.find(each => each.topic === topic)
        if (!row) return []
        return [{ topic, sent: kept(row.sent), acted: kept(row.acted), quiet: kept(row.quiet) }]
      })
    },

    async keep(day, effects) {
      await db.deleteFrom('topic_effect').where('day', '<', day).execute()
      for (const effect of effects) {
        const insert = db.insertInto('topic_effect').values({ day, ...effect })
        await insert.onConflict(kept => kept.columns(['day', 'topic']).doNothing()).execute()
      }
    },
  }
}
