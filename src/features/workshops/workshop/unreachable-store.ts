import { open } from '../../../db/index.ts'
import type { Tx } from '../../../kernel/storage/tx.ts'
import type { RegistrationAnswer } from './domain.ts'

/** People with one of these answers in any of `workshops`, each once, without the person `but`. */
export type Answered = {
  readonly workshops: readonly string[]
  readonly answers: readonly RegistrationAnswer[]
  readonly but: string
}

/** Number of them whom the bot cannot write to. Muted topics are private: those people count as reachable. */
export async function countUntold(tx: Tx, { workshops, answers, but }: Answered): Promise<number> {
  const { count } = await open(tx)
    .selectFrom('registration')
    .leftJoin('person', 'person.id', 'registration.person_id')
    .select(({ fn }) => fn.count<number>('registration.person_id').distinct().as('count'))
    .where('workshop_id', 'in', workshops)
    .where('answer', 'in', answers)
    .where('registration.person_id', '<>', but)
    .where(eb =>
      eb.or([eb('person.chat', 'is', null), eb('person.reach', 'in', ['blocked', 'not-installed'])]),
    )
    .executeTakeFirstOrThrow()
  return Number(count)
}
