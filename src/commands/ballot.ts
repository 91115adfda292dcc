import '../node-version.ts'

import { parseArgs } from 'node:util'
import { type CommandConfig, createLogger, readCommandConfig } from '../config/index.ts'
import { openDatabase } from '../db/index.ts'
import { ballotStore } from '../features/ballots/ballot/store.ts'
import type { Ballot } from '../features/ballots/index.ts'
import { differencesIn, type RecountDifference, sumsAgree } from '../features/ballots/results/recount.ts'
import { countedFrom, sealedIn } from '../features/ballots/results/recount-store.ts'
import { ID } from '../kernel/text/id-format.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import { checkReady } from './command-line/ready-database.ts'

const HELP = `npm run ballot -- recount ID

Counts a ballot again from its rows, and compares with the totals that stand
beside it and that everybody sees. It changes nothing, and names nobody.

  ID  as in the address of its results, and in the audit journal

Of a secret ballot no votes are kept to count again: while it runs, its roll is
counted; once it has ended, it says whether the sums that are left can come from
as many voters as it says.

Reads DATABASE_URL, as the server does.
Ends with 0 when all is right, 1 on a difference, 2 when it could not be tried.
`

function readArguments(args: readonly string[]): { readonly id: string } | 'help' {
  const options = { help: { type: 'boolean', short: 'h' } } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [verb, id, ...rest] = positionals
    if (values.help) return 'help'
    if (verb !== 'recount' || id === undefined || !ID.test(id) || rest.length > 0)
      throw new Error('It takes the word recount and the id of one ballot.')
    return { id }
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

function lineOf({ option, stands, rows }: RecountDifference): string {
  return `  ${option ?? 'people'}: ${stands} stands, ${rows} by the rows`
}

function sayTotals({ question, options, votes }: Ballot, say: Say): void {
  say(question)
  for (const option of options) say(`  ${option.votes} ${option.title}`)
  say(`  ${votes} people voted`)
}

function recountSecret(ballot: Ballot, sealed: number | undefined, say: Say): number {
  say(
    sealed === undefined
      ? 'It is secret: only sums are kept, and no votes to count again.'
      : `It is secret, and not counted yet: ${sealed} sealed votes.`,
  )
  const agree = sumsAgree(ballot, sealed)
  say(
    agree ? 'The sums agree with the number of voters.' : 'The sums do not agree with the number of voters.',
  )
  return agree ? 0 : 1
}

async function recount(id: string, { databaseUrl, logLevel }: CommandConfig, say: Say): Promise<number> {
  const database = await openDatabase({ url: databaseUrl, log: createLogger(logLevel) })
  try {
    await checkReady(database)
    // One transaction: a vote cast meanwhile is in both counts or in neither.
    const found = await database.transact(async tx => {
      const ballot = await ballotStore(tx).lock(id)
      return ballot && { ballot, counted: await countedFrom(tx, ballot), sealed: await sealedIn(tx, id) }
    })
    if (!found) throw new UsageFault(`There is no ballot ${id}.`)
    const { ballot, counted, sealed } = found
    sayTotals(ballot, say)
    if (ballot.secret) return recountSecret(ballot, sealed, say)
    const differences = differencesIn(ballot, counted)
    say(differences.length === 0 ? 'The rows say the same.' : 'The rows say otherwise:')
    for (const difference of differences) say(lineOf(difference))
    return differences.length === 0 ? 0 : 1
  } finally {
    await database.close()
  }
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function ballot(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Readonly<Record<string, string | undefined>>,
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked !== 'help') return await recount(asked.id, readCommandConfig(env), say)
    say(HELP)
    return 0
  })
}

if (import.meta.main) {
  process.exitCode = await ballot(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
