/**
 * `npm run prove -- siege [--seconds N] [--only NAME] [--built FOLDER]`: strangers hold sockets and send bodies that never end, an agent types and presses what is hard to
 * read, one after the other, N seconds each, while others look, read and vote. Prints what others waited without and with it, and
 * what memory it took. Ends with exit code 1 when somebody waits more than 200 ms longer, is not answered, the process is not the same
 * or takes more memory than it may. `--built`: another build than the one that stands.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Besieged, besiege } from './siege/besieged.ts'
import { share, type Waited, watchOthers } from './siege/others.ts'

/** How much longer whoever waits longest may wait (ms). */
const LONGER = 200
/** How much more memory it may take at most (MB): that of 5,000 sockets, some 20 kB each, and some of what Node has not tidied up. */
const MORE = 150
const PATIENCE = 20_000
/** Between two looks at its memory (ms). */
const LOOK = 100

const STRANGER = fileURLToPath(new URL('siege/stranger.ts', import.meta.url))

type Attack = (besieged: Besieged, seconds: number) => Promise<void>

const stranger =
  (way: string): Attack =>
  async ({ sender }, seconds) => {
    const { port } = new URL(sender.origin)
    const child = spawn(process.execPath, [STRANGER, way, port, String(seconds)], { stdio: 'inherit' })
    await once(child, 'exit')
  }

/** Once a second, as somebody does who pastes. */
const again =
  (act: (besieged: Besieged) => Promise<unknown>): Attack =>
  async (besieged, seconds) => {
    const under: Promise<unknown>[] = []
    const beat = setInterval(() => under.push(act(besieged).catch(() => {})), 1_000)
    await setTimeout(seconds * 1_000)
    clearInterval(beat)
    // What stands still for long need not be waited for: that is told by what others waited.
    await Promise.race([Promise.all(under), setTimeout(PATIENCE, undefined, { ref: false })])
  }

const DOTS = `${'.'.repeat(19_990)}a`
const SHEET = { initiative: 'none', title: 'x', resources: `${'x'.repeat(100_000)} y` }

const ATTACKS: Readonly<Record<string, Attack>> = {
  reset: stranger('reset'),
  goodbye: stranger('goodbye'),
  held: stranger('held'),
  bodies: stranger('bodies'),
  typed: again(({ line, attacker }) => line.types(attacker, DOTS)),
  pressed: again(({ line, attacker }) => line.presses(attacker, 'initiatives.edit', SHEET)),
}

const print = (...columns: readonly (string | number)[]) =>
  void process.stdout.write(`${columns.map(column => String(column).padEnd(16)).join('')}\n`)
const told = ({ took, failed }: Waited) =>
  `${[50, 99, 100].map(percent => share(took, percent)).join(' ')}${failed ? `, ${failed} failed` : ''}`

/** Resident memory while `work` runs: at most, in MB; undefined once the process is gone. */
async function peakOf(besieged: Besieged, work: Promise<unknown>): Promise<number | undefined> {
  let most = 0
  let isGone = false
  const looking = setInterval(() => {
    try {
      most = Math.max(most, besieged.sender.memory().now)
    } catch {
      isGone = true
    }
  }, LOOK)
  await work
  clearInterval(looking)
  return isGone || Number.isNaN(most) ? undefined : most
}

/** Answers whether all held. */
async function stand(name: string, attack: Attack, besieged: Besieged, seconds: number): Promise<boolean> {
  await watchOthers(besieged, 2)
  const calm = await watchOthers(besieged, seconds)
  const before = besieged.sender.memory().now
  const watching = watchOthers(besieged, seconds)
  const peak = await peakOf(besieged, Promise.all([attack(besieged, seconds), watching]))
  const waited = await watching
  const longest = share(waited.took, 100) - share(calm.took, 100)
  const after = peak === undefined ? Number.NaN : besieged.sender.memory().now
  const held = waited.failed === 0 && longest <= LONGER && peak !== undefined && peak - before <= MORE
  const memory = [before, peak ?? Number.NaN, after].map(Math.round).join(' ')
  print(
    name,
    told(calm),
    told(waited),
    memory,
    peak === undefined ? 'ended' : 'the same',
    held ? 'held' : 'NOT HELD',
  )
  return held
}

const { values } = parseArgs({
  options: { seconds: { type: 'string' }, only: { type: 'string' }, built: { type: 'string' } },
})
const seconds = Number(values.seconds ?? 60)
const chosen = Object.entries(ATTACKS).filter(([name]) => values.only === undefined || name === values.only)
print('attack', 'calm p50 99 max', 'with it (ms)', 'MB', 'process', '')
const held: boolean[] = []
for (const [name, attack] of chosen)
  held.push(await besiege(values.built ?? true, besieged => stand(name, attack, besieged, seconds)))
process.exitCode = held.every(Boolean) ? 0 : 1
