import '../node-version.ts'

import { parseArgs } from 'node:util'
import { MethodFault } from '../features/programme/index.ts'
import { errorText, UsageFault } from './command-line/attempt.ts'
import { linesTo, type Say } from './command-line/lines.ts'
import { DatabaseFault } from './command-line/ready-database.ts'
import {
  check,
  diff,
  exportTo,
  importFrom,
  type ProgrammeEnvironment,
  schema,
  words,
} from './programme/acts.ts'
import { HELP, type ProgrammeVerb } from './programme/help.ts'
import { faultLines } from './programme/report.ts'
import { retention } from './programme/retention.ts'

type Asked = {
  readonly verb: ProgrammeVerb | ''
  readonly files: readonly string[]
  readonly help: boolean
  readonly dryRun: boolean
}

/** Number of files for each verb, minimum and maximum. */
const FILES: Readonly<Record<ProgrammeVerb, readonly [number, number]>> = {
  check: [1, 1],
  diff: [2, 2],
  export: [0, 1],
  import: [1, 1],
  retention: [0, 0],
  schema: [0, 0],
  words: [0, 1],
}

function parsed(args: readonly string[]) {
  const options = { 'dry-run': { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch (error) {
    throw new UsageFault(`${(error as Error).message}\n\n${HELP['']}`)
  }
}

function readArguments(args: readonly string[]): Asked {
  const { values, positionals } = parsed(args)
  const [word = '', ...files] = positionals
  const { help = false, 'dry-run': dryRun = false } = values
  if (!Object.hasOwn(HELP, word)) throw new UsageFault(`"${word}" is no verb of this command.\n\n${HELP['']}`)
  const verb = word as ProgrammeVerb | ''
  if (help || verb === '') return { verb, files, help, dryRun }
  const [least, most] = FILES[verb]
  if (files.length < least || files.length > most || (dryRun && !['import', 'retention'].includes(verb)))
    throw new UsageFault(HELP[verb])
  return { verb, files, help, dryRun }
}

async function act(
  { verb, files, dryRun }: Asked,
  say: Say,
  complain: Say,
  env?: ProgrammeEnvironment,
): Promise<number> {
  const [one = '', other = ''] = files
  switch (verb) {
    case 'check':
      return check(one, say)
    case 'diff':
      return diff(one, other, say)
    case 'export':
      return exportTo(files[0], { say, complain }, env)
    case 'import':
      return importFrom(one, dryRun, say, env)
    case 'retention':
      return retention({ say, complain }, env)
    case 'schema':
      return schema(say)
    case 'words':
      return words(one, say)
    case '':
      throw new UsageFault(HELP[''])
  }
}

function told(error: unknown): readonly [code: number, lines: readonly string[]] {
  if (error instanceof MethodFault) return [1, faultLines(error)]
  if (error instanceof DatabaseFault) return [1, [error.message]]
  return [2, [errorText(error as Error)]]
}

/** Entry point. `say` gets stdout lines, `complain` why the command could not run. @returns the exit code */
export async function programme(
  args: readonly string[],
  say: Say,
  complain: Say,
  env?: ProgrammeEnvironment,
): Promise<number> {
  try {
    const asked = readArguments(args)
    if (!asked.help) return await act(asked, say, complain, env)
    say(HELP[asked.verb])
    return 0
  } catch (error) {
    const [code, lines] = told(error)
    for (const line of lines) complain(line)
    return code
  }
}

if (import.meta.main) {
  process.exitCode = await programme(process.argv.slice(2), linesTo(process.stdout), linesTo(process.stderr))
}
