/**
 * `npm run prove -- NAME [options]`: what is too long for `npm test`, each by the name that documents give it. Ends as the
 * proof does: 0 where it holds what is promised. Without a name: the list.
 */
import { spawnSync } from 'node:child_process'

type Proof = {
  readonly program: string
  /** What stands before the options given. */
  readonly words?: readonly string[]
  readonly env?: Readonly<Record<string, string>>
  /** Options that may follow, as a usage line has them. */
  readonly options?: string
  readonly says: string
}

const SPECS = 'test/support/runner/run.ts'

export const PROOFS: Readonly<Record<string, Proof>> = {
  ages: {
    program: SPECS,
    words: ['test/db/migrations/upgrades.spec.ts'],
    env: { EVERY_VERSION: 'yes' },
    says: 'the database of every earlier version becomes that of today',
  },
  engines: {
    program: 'test/engines/run.ts',
    options: '[--only wpe|webkit|firefox]',
    says: 'the tabs in WebKit and Firefox are what they are in Chromium',
  },
  erasure: {
    program: 'bench/erasure.ts',
    options: '[--people N] [--leave N]',
    says: 'whoever is erased is found nowhere',
  },
  'first-answer': {
    program: 'bench/first-answer.ts',
    options: '[--demo | --archive]',
    says: 'a clone, and the archive, installed: to the first answer',
  },
  fuzz: {
    program: 'test/flows/fuzz/run.ts',
    options: '[--runs N] [--seed N] [--long N]',
    says: 'what no client sends is refused in words',
  },
  kills: {
    program: 'bench/kills.ts',
    options: '[--recipients N] [--times N] [--burst | --acts | --system-calls]',
    says: 'kill -9 loses nothing and tells nobody twice',
  },
  life: { program: 'test/flows/life/run.ts', says: 'one idea from a table to a kept commitment, told' },
  paths: {
    program: 'test/e2e/paths/run.ts',
    options: '[--only PERSONA] [--match TEXT] [--tell] [--pictures FOLDER]',
    says: 'what each persona comes for can be done, and what it costs',
  },
  properties: {
    program: 'bench/properties.ts',
    options: '[--times N] [--seed N]',
    says: 'every property holds on data that npm test does not draw',
  },
  quarter: {
    program: 'test/flows/quarter/run.ts',
    options: '[--agents N] [--pilots N] [--days N] [--seed N]',
    says: '91 days of 6,700 agents: no promise broken',
  },
  room: {
    program: 'bench/room-played.ts',
    options: '[--minutes N] [--people N] [--pictures FOLDER]',
    says: 'a room of 140 at 24 tables, in real time',
  },
  'screen-reader': {
    program: 'test/screen-reader/run.ts',
    options: '[--language fr|en] [--path agent|manager] [--folder FOLDER]',
    says: 'Orca says what must be heard, and reads two paths aloud',
  },
  siege: {
    program: 'bench/siege.ts',
    options: '[--seconds N] [--only NAME] [--built FOLDER]',
    says: 'strangers who never end a request make nobody wait',
  },
  story: {
    program: 'test/flows/fortnight/run.ts',
    options: '[--language fr|en] [--trials]',
    says: 'a fortnight of six people, told',
  },
  tokens: {
    program: SPECS,
    words: ['--no-postgres', 'test/teams/token-oracle.spec.ts'],
    env: { TOKENS: '10000' },
    says: '10,000 tokens get the verdict of the SDK',
  },
  trouble: {
    program: 'bench/trouble.ts',
    options: '[--seconds N]',
    says: 'a full disk and a database gone lose nothing',
  },
  upgrade: {
    program: 'bench/upgrade.ts',
    options: '[--people N] [--alone]',
    says: 'a new version takes over and no tap fails',
  },
}

const WIDE = 2 + Math.max(...Object.keys(PROOFS).map(name => name.length))

const HELP = [
  'npm run prove -- NAME [options]',
  '',
  ...Object.entries(PROOFS).flatMap(([name, { options, says }]) => [
    `  ${name.padEnd(WIDE)}${says}`,
    ...(options === undefined ? [] : [`${' '.repeat(WIDE + 2)}${options}`]),
  ]),
  '',
].join('\n')

/**
 * Runs one proof, its output to the terminal.
 * @returns the exit code: that of the proof, or 2 where there is none of that name
 */
export function prove(
  [name, ...options]: readonly string[],
  print = (text: string) => void process.stdout.write(text),
) {
  if (name === undefined || name === '--help' || options.includes('--help')) {
    print(HELP)
    return 0
  }
  const proof = Object.hasOwn(PROOFS, name) ? PROOFS[name] : undefined
  if (!proof) {
    print(`There is no proof « ${name} ». npm run prove lists them.\n`)
    return 2
  }
  const { program, words = [], env = {} } = proof
  // tsx everywhere, since one of them draws pages of the tabs.
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', program, ...words, ...options], {
    env: { ...process.env, ...env },
    stdio: 'inherit',
  })
  return status ?? 1
}

if (import.meta.main) process.exitCode = prove(process.argv.slice(2))
