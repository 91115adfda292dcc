import '../node-version.ts'

import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { readCommandConfig } from '../config/index.ts'
import { embeddedPath } from '../db/index.ts'
import { SECOND, systemClock } from '../kernel/time/clock.ts'
import { ActionNeeded } from './checks/finding.ts'
import { call } from './checks/http-call.ts'
import { attempt, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import type { TenantAnswers } from './tenant/answers.ts'
import { askItems } from './tenant/dialogue.ts'
import { TENANT_LIST } from './tenant/items.ts'
import { type AnsweredSo, answersInLog } from './tenant/log-codes.ts'
import { type Measured, measuredIn, readMetrics } from './tenant/measured.ts'
import { reportOf, summaryLines } from './tenant/report.ts'
import { readSheet, SHEET_LENGTH, sheetOf } from './tenant/sheet.ts'
import { tablesOf } from './tenant/tables.ts'

const HELP = `npm run tenant -- sheet FILE
npm run tenant -- report FILE.json [--sheet FILE] [--metrics URL]… [--log FILE]
npm run tenant -- list

What only a real Teams can show, in half-hours, for whoever has a tenant for a day:
docs/locataire.md.

  sheet   writes a file to fill in, one answer a line
  report  writes what can be sent back: the versions, the kinds of devices, the answers,
          which are words of the list or numbers, and remarks. Without --sheet it asks each
          item in turn. It says each answer that is not what the app assumes, and what that
          changes. A remark with an address, a link, an identifier, a telephone number or a
          word with a capital that may be a name is refused, with its line, and nothing is
          written. A name in small letters is not found: read the file before you send it
  list    the list as docs/locataire.md has it

  --metrics  the page of METRICS_PORT, such as http://127.0.0.1:9464/metrics, of each instance:
             how many answers took over 2.5, 5 and 10 s, what Teams refused, how often it asked
             to wait, since the server started
  --log      the server's log: how often Teams answered with which status and code

Of the log and the metrics nothing else is kept, and no address of a server. A file that is
there already is not written over.
Ends with 0, or with 2 when it could not be done.
`

const VERBS = ['sheet', 'report', 'list'] as const
type Asked = {
  readonly verb: (typeof VERBS)[number]
  readonly file: string
  readonly sheet?: string
  readonly metrics: readonly string[]
  readonly log?: string
}
type Environment = Readonly<Record<string, string | undefined>>
/** Begins to read what is typed, line by line. */
type Typed = () => AsyncIterable<string>

function readArguments(args: readonly string[]): Asked | 'help' {
  const options = {
    help: { type: 'boolean', short: 'h' },
    sheet: { type: 'string' },
    metrics: { type: 'string', multiple: true },
    log: { type: 'string' },
  } as const
  try {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const { help, sheet, metrics = [], log } = values
    if (help) return 'help'
    const [word, file = '', ...more] = positionals
    const verb = VERBS.find(each => each === word)
    if (!verb || more.length > 0 || (verb === 'list') !== (file === ''))
      throw new Error('It takes sheet or report and one file, or list alone.')
    if (verb !== 'report' && (sheet !== undefined || metrics.length > 0 || log !== undefined))
      throw new Error('--sheet, --metrics and --log are for report.')
    return { verb, file, metrics, ...(sheet !== undefined && { sheet }), ...(log !== undefined && { log }) }
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP}`)
  }
}

function keep(file: string, text: string): void {
  if (existsSync(file)) throw new UsageFault(`${file} is there already: give another name.`)
  writeFileSync(file, text, { flag: 'wx' })
}

/** @throws UsageFault where there is none */
function checkedFile(file: string): string {
  if (!statSync(file, { throwIfNoEntry: false })?.isFile()) throw new UsageFault(`${file} is no file.`)
  return file
}

/** @throws UsageFault with each line that cannot be taken */
function filled(file: string): TenantAnswers {
  const text = readFileSync(checkedFile(file), 'utf8')
  if (text.length > SHEET_LENGTH) throw new UsageFault(`${file} is too long to be a sheet.`)
  const { faults, ...given } = readSheet(text, TENANT_LIST)
  if (faults.length > 0)
    throw new UsageFault(
      [`${file} cannot be sent, and nothing is written:`, ...faults.map(each => `  ${each}`)].join('\n'),
    )
  return given
}

async function measuredAt(urls: readonly string[]): Promise<Measured | undefined> {
  if (urls.length === 0) return undefined
  const pages = await Promise.all(
    urls.map(async url => {
      if (!/^https?:\/\//.test(url) || !URL.canParse(url))
        throw new UsageFault('--metrics takes the address of a page, such as http://127.0.0.1:9464/metrics.')
      return readMetrics((await call(url)).text)
    }),
  ).catch((error: unknown) => {
    throw error instanceof ActionNeeded ? new UsageFault(`--metrics: ${error.message}.`) : error
  })
  const measured = measuredIn(pages, systemClock.now() / SECOND)
  if (!measured)
    throw new UsageFault('--metrics: that page is none of this app: METRICS_PORT, then /metrics.')
  return measured
}

async function inLog(file: string): Promise<readonly AnsweredSo[]> {
  await using handle = await open(checkedFile(file))
  return await answersInLog(handle.readLines())
}

/** Version of this copy of the app. */
function ownVersion(): string {
  const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
  return version
}

async function report(asked: Asked, typed: Typed, say: Say, env?: Environment): Promise<void> {
  if (existsSync(asked.file)) throw new UsageFault(`${asked.file} is there already: give another name.`)
  const list = TENANT_LIST
  const measured = await measuredAt(asked.metrics)
  const log = asked.log === undefined ? undefined : await inLog(asked.log)
  const given = asked.sheet === undefined ? await askItems(list, typed(), say) : filled(asked.sheet)
  const engine = embeddedPath(readCommandConfig(env).databaseUrl) === undefined ? 'postgres' : 'sqlite'
  const made = reportOf({
    list,
    given,
    version: ownVersion(),
    engine,
    node: process.versions.node,
    ...(measured && { measured }),
    ...(log && { log }),
  })
  keep(asked.file, `${JSON.stringify(made, null, 2)}\n`)
  for (const line of summaryLines({ list, given })) say(line)
  say(`${asked.file} can be sent back once you have read it.`)
}

/** What is typed, line by line. Lets go of it at the end: an open pipe or terminal would keep the process. */
async function* typedLines(): AsyncGenerator<string> {
  const lines = createInterface({ input: process.stdin })
  try {
    yield* lines
  } finally {
    lines.close()
    process.stdin.destroy()
  }
}

/**
 * Entry point. `say` gets stdout lines, `complain` why the command could not run; `typed` is called where it asks.
 * @returns the exit code
 */
export async function tenant(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: Environment,
  typed: Typed = typedLines,
): Promise<number> {
  return attempt(complain, async () => {
    const asked = readArguments(args)
    if (asked === 'help') say(HELP)
    else if (asked.verb === 'list') say(tablesOf(TENANT_LIST))
    else if (asked.verb === 'sheet') {
      keep(asked.file, sheetOf(TENANT_LIST))
      say(`${asked.file} has ${TENANT_LIST.items.length} items: fill in what you try.`)
    } else await report(asked, typed, say, env)
    return 0
  })
}

if (import.meta.main) {
  process.exitCode = await tenant(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
