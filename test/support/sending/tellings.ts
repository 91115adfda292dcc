import { compose } from '../../../src/compose.ts'
import { readConfig } from '../../../src/config/index.ts'
import { silentLogger } from '../../../src/kernel/logger.ts'
import type { Person } from '../cast.ts'
import { idOf } from './recipients.ts'

const NOBODY = { post: async () => '', update: async () => {}, channelsOf: async () => [] }
const AT_ONCE = 200

/** Has each of them told one thing, by whichever instance starts next. */
export async function tellAll(
  settings: Readonly<Record<string, string>>,
  people: readonly Person[],
): Promise<void> {
  const app = await compose(readConfig(settings, []), silentLogger, { teams: NOBODY })
  const subject = { direction: 'lycees', as: 'agent', other: '' }
  const telling = { topic: 'relay', reason: 'relay:sending', subject, by: 'nudges' } as const
  for (let from = 0; from < people.length; from += AT_ONCE)
    await app.database.transact(async tx => {
      for (const person of people.slice(from, from + AT_ONCE))
        await app.messages.tell(tx, { ...telling, person: idOf(person) })
    })
  await app.database.close()
}
