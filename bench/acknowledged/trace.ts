import type { Counted } from './counted.ts'

/** An act that was answered: who by their id in Entra and as rows have it, and the id of what it was done to. */
export type Answered = {
  readonly kind: Counted
  readonly verb: string
  readonly objectId: string
  readonly person: string
  readonly thing: string
}

/** What the system calls say of acts: `late` had their answer before their row was on the disk. */
export type Verdict = {
  readonly acts: number
  readonly late: readonly Answered[]
  /** Rows that a page of PostgreSQL's journal cut in two, so that they are not found in it. */
  readonly unseen: readonly Answered[]
  /** How often the journal was put on the disk. */
  readonly syncs: number
}

/** What a journal is called: SQLite's stands beside its file, PostgreSQL's in a folder. */
const JOURNAL = /<[^>]*(?:-wal|\/pg_wal\/[0-9A-F]{24})>/
const CALL = /^(\d+) +[\d.]+ (?:<\.\.\. )?(\w+)/
/** Letters between two ids of one row: the length of the second, as PostgreSQL writes it. */
const BETWEEN = 5

type Sync = { readonly begun: number; readonly ended: number }

/** Calls that put the journal on the disk, by the lines on which they began and ended. */
function syncsIn(lines: readonly string[]): readonly Sync[] {
  const underWay = new Map<string, number>()
  const syncs: Sync[] = []
  for (const [at, line] of lines.entries()) {
    const [, pid = '', call = ''] = CALL.exec(line) ?? []
    if (call !== 'fdatasync' && call !== 'fsync') continue
    const begun = line.includes(' resumed>') ? underWay.get(pid) : JOURNAL.test(line) ? at : undefined
    if (begun === undefined) continue
    if (line.endsWith('<unfinished ...>')) underWay.set(pid, begun)
    else {
      underWay.delete(pid)
      if (line.endsWith('= 0')) syncs.push({ begun, ended: at })
    }
  }
  return syncs
}

/** The connection that each line is about: one that goes on with a call has the name of where that began. */
function connections(): (line: string) => string | undefined {
  const underWay = new Map<string, string>()
  return line => {
    const [, pid = '', own] = /^(\d+) +[\d.]+ (?:\w+\(\d+(<(?:socket|TCP)[^>]*>))?/.exec(line) ?? []
    if (line.includes('<... ') && line.includes(' resumed>')) return underWay.get(pid)
    if (own !== undefined && line.endsWith('<unfinished ...>')) underWay.set(pid, own)
    return own
  }
}

/** The line on which the act was answered: on the connection on which it came. */
function answersIn(lines: readonly string[]): ReadonlyMap<string, number> {
  const connectionOf = connections()
  const asked = new Map<string, string>()
  const answers = new Map<string, number>()
  for (const [at, line] of lines.entries()) {
    const socket = connectionOf(line)
    const who = /aadObjectId\\":\\"([\w-]+)/.exec(line)?.[1]
    const verb = /\\"verb\\":\\"([\w.-]+)/.exec(line)?.[1]
    if (socket === undefined) continue
    if (who !== undefined && verb !== undefined) asked.set(socket, `${verb} ${who}`)
    else if (/ (?:write|writev|sendto|sendmsg)\(/.test(line) && line.includes('HTTP/1.1 200')) {
      const key = asked.get(socket)
      asked.delete(socket)
      if (key !== undefined && !answers.has(key)) answers.set(key, at)
    }
  }
  return answers
}

function holdsRow(line: string, { thing, person }: Answered): boolean {
  for (let at = line.indexOf(person); at >= 0; at = line.indexOf(person, at + 1))
    if (line.slice(Math.max(0, at - thing.length - BETWEEN), at).includes(thing)) return true
  return false
}

/**
 * Holds each act, the first of its kind by that person, to its row: written to the journal, the journal then put on the disk, and only then
 * the answer. `text`: as `strace -f -ttt -y -s …` wrote it, of the server and of its database.
 */
export function judgeTrace(text: string, acts: readonly Answered[]): Verdict {
  const lines = text.split('\n')
  const syncs = syncsIn(lines)
  const answers = answersIn(lines)
  const written = [...lines.entries()].filter(([, line]) => / pwrite/.test(line) && JOURNAL.test(line))
  const late: Answered[] = []
  const unseen: Answered[] = []
  for (const act of acts) {
    const answer = answers.get(`${act.verb} ${act.objectId}`) ?? -1
    const row = written.find(([, line]) => holdsRow(line, act))?.[0]
    const sync = syncs.find(({ begun }) => begun > (row ?? lines.length))
    if (row === undefined) unseen.push(act)
    else if (sync === undefined || sync.ended > answer) late.push(act)
  }
  return { acts: acts.length, late, unseen, syncs: syncs.length }
}
