import assert from 'node:assert/strict'
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { idOf } from '../../test/support/sending/recipients.ts'
import { openSending } from '../../test/support/sending/sending.ts'
import { textOnCard } from '../../test/support/teams/card-view.ts'
import { familyOf } from '../process.ts'
import { COUNTED, countedAct, prepareCounted } from './counted.ts'
import { type Answered, judgeTrace } from './trace.ts'

const CALLS = 'read,recvfrom,write,writev,sendto,sendmsg,pwrite64,pwritev,fdatasync,fsync'
/** Letters of what is written: PostgreSQL's journal is written in many pages at once. */
const LETTERS = 262_144
/** Of 100 rows so many may be cut in two by the end of a page. */
const MOST_CUT = 10

type Where = {
  readonly folder: string
  readonly url?: string
  /** The database's own processes: none where it is in ours. */
  readonly pids: readonly number[]
  readonly recipients: number
  /** Another build than dist. */
  readonly built?: string
}

/** @throws Error in words for whoever runs it, where strace is missing */
export function checkStrace(): void {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' })
  } catch {
    throw new Error(
      'strace is needed, and is not here: « apt-get install strace », on Linux, as root or with CAP_SYS_PTRACE',
    )
  }
}

/** Resolves once all of `pids` are followed. */
async function follow(pids: readonly number[], file: string): Promise<ChildProcess> {
  const flags = ['-f', '-ttt', '-y', '-s', String(LETTERS), '-o', file, '-e', `trace=${CALLS}`]
  const child = spawn('strace', [...flags, ...pids.flatMap(pid => ['-p', String(pid)])], {
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  await new Promise<void>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`strace ended with ${code}: ${said}`)))
    child.stderr?.setEncoding('utf8').on('data', chunk => {
      said += chunk
      if (pids.every(pid => said.includes(`Process ${pid} attached`))) resolve()
    })
  })
  return child
}

/** Everybody votes, registers and supports, each kind in one moment, and what the system was called for is read. */
export async function readSystemCalls({ folder, url, pids, recipients, built }: Where) {
  const sending = await openSending({
    recipients,
    folder,
    built: built ?? true,
    ...(url !== undefined && { url }),
  })
  const server = await sending.start()
  const line = sending.lineTo(server.endpoint)
  const ground = await prepareCounted(sending, line)
  const file = join(folder, 'calls.txt')
  const strace = await follow([server.pid, ...pids.flatMap(familyOf)], file)
  const acts: Answered[] = []
  for (const kind of COUNTED)
    await Promise.all(
      sending.people.map(async who => {
        const { verb, data, thing, good } = countedAct(kind, ground, who, 0)
        assert.match(textOnCard(await line.presses(who, verb, data)), good)
        acts.push({ kind, verb, thing, objectId: who.objectId, person: idOf(who) })
      }),
    )
  strace.kill('SIGINT')
  await once(strace, 'exit')
  await server.stop()
  await sending.close()
  return judgeTrace(readFileSync(file, 'utf8'), acts)
}

/** Answers whether every act that was answered was on the disk before. */
export async function proveOnDisk(
  engine: string,
  where: Where,
  print: (...columns: readonly (string | number)[]) => void,
): Promise<boolean> {
  const { acts, late, unseen, syncs } = await readSystemCalls(where)
  print(engine, `${acts} answered`, `${late.length} too early`, `${syncs} syncs`, `${unseen.length} cut`)
  for (const kind of COUNTED) print('', kind, late.filter(act => act.kind === kind).length)
  return late.length === 0 && unseen.length * 100 <= acts * MOST_CUT
}
