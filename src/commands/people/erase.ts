import type { CommandConfig } from '../../config/index.ts'
import type { Database } from '../../db/index.ts'
import { hashingUnder, mailOf } from '../../features/people/people-file/email.ts'
import { peopleFileStore } from '../../features/people/people-file/store.ts'
import { type DataSubject, dataSubjectStore } from '../../features/rights/data-subject-store.ts'
import { ERASE } from '../../features/rights/erasure-usecases.ts'
import { withAmounts } from '../../kernel/access/amounts.ts'
import type { Tx } from '../../kernel/storage/tx.ts'
import { UsageFault } from '../command-line/attempt.ts'
import { commandAudit } from '../command-line/command-audit.ts'
import type { Say } from '../command-line/lines.ts'

export type ErasureRequest = {
  /** An e-mail address, or an Entra object id. */
  readonly whom: string
  readonly dryRun: boolean
  /** Also withdraws ideas that others support, and anonymous ones. */
  readonly withdraw: boolean
}

const ACCOUNT = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

type Named = { readonly mail: string | undefined; readonly account: string | undefined }

function namedBy(whom: string): Named {
  const account = ACCOUNT.test(whom) ? whom.toLowerCase() : undefined
  const mail = mailOf(whom)
  if (account === undefined && mail === undefined)
    throw new UsageFault(`"${whom}" is neither an e-mail address nor an Entra object id.`)
  return { mail, account }
}

/**
 * Enqueues the erasure of the people named in a letter: the server carries it out as if they had asked for it.
 * @returns the exit code
 */
export async function erase(
  database: Database,
  { whom, dryRun, withdraw }: ErasureRequest,
  { linkSecret }: Pick<CommandConfig, 'linkSecret'>,
  say: Say,
): Promise<number> {
  const { mail, account } = namedBy(whom)
  const { key, hash } = hashingUnder(linkSecret)
  const { operated } = commandAudit(database)

  async function known(tx: Tx): Promise<readonly DataSubject[]> {
    if (account !== undefined) return dataSubjectStore(tx).byAccount(account)
    return mail === undefined ? [] : dataSubjectStore(tx).byMail(key, hash(mail))
  }
  const [people, expected] = await database.read(async tx => [
    await known(tx),
    mail === undefined ? new Set() : await peopleFileStore(tx).expectedAmong([mail]),
  ])
  if (people.length + expected.size === 0) {
    say('Nobody is known or expected under it: nothing is held.')
    return 1
  }
  for (const { name, role } of people) say(`${name}, ${role}: has acted here, or is a member of a team.`)
  if (expected.size > 0) say('Expected from the people file: take the row out of the file as well.')
  if (dryRun) {
    say('Nothing was erased: this was a trial.')
    return 0
  }
  await database.transact(async tx => {
    if (mail !== undefined) await peopleFileStore(tx).forgetExpected([mail])
    for (const { id, chat } of people) {
      const payload = { person: id, chat, parting: withdraw ? 'withdraw' : 'unname' }
      await database.note(tx, { kind: ERASE, payload, mergeKey: `${ERASE}:${id}` })
    }
    await operated(tx, 'people.erase', withAmounts('', { people: Math.max(people.length, expected.size) }))
  })
  if (people.length > 0)
    say('The server erases it now, or as soon as it runs; backups lose it with their rotation.')
  return 0
}
