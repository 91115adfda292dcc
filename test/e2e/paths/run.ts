/**
 * `npm run prove -- paths [--only PERSONA] [--match TEXT] [--tell] [--pictures FOLDER]`: goes along what each persona comes
 * for, in Chromium and before the strict Teams, and prints what each path costs. 0 where every path can be gone to its end.
 */
import { mkdirSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { launch } from '../window.ts'
import type { Path } from './path.ts'
import { PATHS } from './paths.ts'
import { openTown } from './town.ts'
import { createWalk, type Walked } from './walk.ts'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    match: { type: 'string', default: '' },
    tell: { type: 'boolean', default: false },
    pictures: { type: 'string' },
  },
})
const { only, match, tell, pictures } = values
if (pictures !== undefined) mkdirSync(pictures, { recursive: true })

const print = (text: string) => void process.stdout.write(`${text}\n`)
const row = (cells: readonly (string | number)[]) => print(`| ${cells.join(' | ')} |`)

const HEAD = ['persona', 'path', 'views', 'taps', 'texts', 'buttons', 'headings', 'sentences', 'words']

function tellWalked({ persona, name }: Pick<Path, 'persona' | 'name'>, walked: Walked): void {
  const { views, taps, typed, buttons, headings, sentences, words } = walked
  row([persona, name, views, taps, typed, buttons, headings, sentences, words])
}

const browser = await launch()

async function go({ persona, who, name, play }: Path, at: number): Promise<Walked | undefined> {
  const town = await openTown()
  const told = { ...(pictures !== undefined && { pictures }), ...(tell && { tell: print }) }
  if (tell) print(`\n# ${name}`)
  const walk = createWalk(browser, town, who, `${persona}-${at}`, told)
  try {
    await play(walk)
    return walk.walked()
  } catch (fault) {
    print(`${persona}, ${name}: ${(fault as Error).message}`)
    process.exitCode = 1
    return undefined
  } finally {
    await walk.close()
    await town.close()
  }
}

const chosen = PATHS.filter(({ persona, name }) => (only ?? persona) === persona && name.includes(match))
try {
  const walked: [Path, Walked][] = []
  for (const [at, path] of chosen.entries()) {
    const cost = await go(path, at)
    if (cost) walked.push([path, cost])
  }
  row(HEAD)
  row(HEAD.map(() => '---'))
  for (const [path, cost] of walked) tellWalked(path, cost)
} finally {
  await browser.close()
}
