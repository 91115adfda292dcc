import type { Insertable } from 'kysely'
import { type Database, open, type Tables } from '../../../src/db/index.ts'
import { systemClock } from '../../../src/kernel/time/clock.ts'
import { writeAddress } from '../../../src/teams/address.ts'
import type { Person } from '../sign-in/cast.ts'
import { chatId } from '../teams/chats.ts'
import { BOT } from './settings.ts'

/** Rows written with one statement: PostgreSQL takes 65,535 parameters. */
const AT_ONCE = 500

export const idOf = ({ objectId }: Person): string => objectId.replaceAll('-', '')

/** Somebody who installed the app and was welcomed a while ago. */
function rowOf(person: Person, serviceUrl: string, now: number): Insertable<Tables['person']> {
  const { objectId, tenant, name, direction } = person
  return {
    id: idOf(person),
    tenant,
    object_id: objectId,
    name,
    role: 'agent',
    role_from: null,
    deputy: 0,
    direction: direction ?? null,
    language: 'fr',
    language_chosen: 1,
    chat: writeAddress({ serviceUrl, conversation: chatId(person), bot: `28:${BOT.id}`, tenant }),
    welcomed_at: now,
    leads: '[]',
    took_part_at: now,
    created_at: now,
    listed: null,
    mail_state: 'unknown',
    // As the look-up that follows an install leaves it.
    account: 'member',
    reach: 'installed',
    reach_since: now,
    reach_how: 'install',
    reach_last: JSON.stringify({ install: now }),
  }
}

/** Makes people known, their chats at the Teams of `serviceUrl`. */
export async function admit(
  database: Database,
  people: readonly Person[],
  serviceUrl: string,
): Promise<void> {
  const now = systemClock.now()
  for (let from = 0; from < people.length; from += AT_ONCE) {
    const rows = people.slice(from, from + AT_ONCE).map(person => rowOf(person, serviceUrl, now))
    await database.transact(async tx => void (await open(tx).insertInto('person').values(rows).execute()))
  }
}
