// Opens the tabs in engines other than Chromium and says what differs: `npm run prove -- engines --help`.
import { parseArgs } from 'node:util'
import { openUsual, VIEWERS } from '../e2e/screens/scene.ts'
import { playAll } from './acts.ts'
import { startChromium } from './chromium.ts'
import type { Engine } from './engine.ts'
import { findings, type Seen, tableOf } from './findings.ts'
import { openFront } from './front.ts'
import { ENGINES, type EngineName, install } from './packages.ts'
import { pageWindow } from './page-window.ts'
import { type Look, lookAtAll } from './pages.ts'
import { faultOfPaper, printDirection } from './paper.ts'
import { start } from './start.ts'

const HELP = `npm run prove -- engines [--only wpe|webkit|firefox]

Opens every page of the tabs that a link leads to, wide and narrow, in WPE WebKit, WebKitGTK and Firefox, plays a vote, a
commitment, a support and a dialog there, and prints in Firefox. Each is held against Chromium: a page wider than its window, an
error that nobody caught, a breach of the content policy, a heading that is missing. Ends with 1 where there is one.
Installs Debian's packages of the engines, as root. WPE is the nearest to an iPhone that a Linux machine has; it is not Safari.
The build that stands is taken: npm run build.
`
const { values } = parseArgs({
  options: { only: { type: 'string' }, help: { type: 'boolean', default: false } },
})
const say = (line: string) => void process.stdout.write(`${line}\n`)

/** A programme of its own for each, since what is played there changes it. */
async function see(begin: () => Promise<Engine>, known: readonly Look[]): Promise<Seen> {
  const began = performance.now()
  const scene = await openUsual()
  const front = await openFront(scene.site, Object.values(VIEWERS))
  const engine = await begin()
  say(engine.name)
  try {
    const window = pageWindow(engine)
    const looks = await lookAtAll(window, front.url, scene, known)
    const played = await playAll({ window, front: front.url, scene })
    const paper = await printDirection(engine, front.url, scene)
    const fault = paper && faultOfPaper(paper)
    const printed = paper === undefined ? [] : [{ act: 'print', ...(fault && { fault }) }]
    const seconds = Math.round((performance.now() - began) / 1_000)
    return { engine: engine.name, looks, played: [...played, ...printed], seconds }
  } finally {
    await engine.close()
    front.close()
    await scene.site.close()
  }
}

async function prove(names: readonly EngineName[]): Promise<number> {
  for (const name of names) install(name)
  const chromium = await see(startChromium, [])
  const seen = [chromium]
  for (const name of names) seen.push(await see(start[name], chromium.looks))
  const wrong = seen.flatMap(each => findings(each, chromium.looks).map(line => `${each.engine}: ${line}`))
  say(`\n${tableOf(seen, chromium.looks)}`)
  for (const line of wrong) say(line)
  say(wrong.length === 0 ? 'Nothing differs. None of them is Safari, nor Teams’ own web view.' : '')
  return wrong.length === 0 ? 0 : 1
}

const asked = ENGINES.filter(name => values.only === undefined || values.only === name)
if (values.help) process.stdout.write(HELP)
else if (asked.length === 0) {
  say(`There is no engine « ${values.only} »: ${ENGINES.join(', ')}.`)
  process.exitCode = 2
} else process.exitCode = await prove(asked)
