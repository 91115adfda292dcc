import assert from 'node:assert/strict'
import { judgeTrace } from '../../bench/acknowledged/trace.ts'

const act = {
  kind: 'vote',
  verb: 'ballots.vote',
  objectId: 'aa-bb',
  person: 'aabb',
  thing: 'ballot1',
} as const
const WAL = '22</data/faire.sqlite-wal>'
const SEGMENT = '9</data/pg_wal/000000010000000000000001>'
const asked = (line = 'read(25<socket:[7]>') =>
  `10 1.1 ${line}, "POST /api/messages … {\\"aadObjectId\\":\\"aa-bb\\",\\"verb\\":\\"ballots.vote\\"}", 65536) = 400`
const written = (file: string, between = '') =>
  `10 1.2 pwrite64(${file}, "\\0\\17ballot1${between}aabb\\2", 4096, 0) = 4096`
const synced = (file: string) => `10 1.3 fdatasync(${file}) = 0`
const answered = '10 1.4 write(25<socket:[7]>, "HTTP/1.1 200 OK\\r\\n…", 900) = 900'
const judged = (...lines: string[]) => {
  const { late, unseen, syncs } = judgeTrace(lines.join('\n'), [act])
  return [late.length, unseen.length, syncs]
}

describe('system calls of a server that acknowledges', () => {
  it('hold each act to its row, the disk and the answer, in that order, on both engines', () => {
    assert.deepEqual(judged(asked(), written(WAL), synced(WAL), answered), [0, 0, 1])
    assert.deepEqual(judged(asked(), written(SEGMENT, '\\21'), synced(SEGMENT), answered), [0, 0, 1])
    assert.deepEqual(judged(asked(), written(WAL), answered, synced(WAL)), [1, 0, 1])
    assert.deepEqual(judged(asked(), synced(WAL), written(WAL), answered), [1, 0, 1])
    assert.deepEqual(judged(asked(), written(WAL), answered), [1, 0, 0])
    assert.deepEqual(judged(asked(), synced(WAL), answered), [0, 1, 1])
    assert.deepEqual(judged(asked(), written(WAL), synced('5</data/other>'), answered), [1, 0, 0])
  })

  it('know a call that went on while another process was heard', () => {
    const [begins, ends] = [
      `11 1.25 fdatasync(${SEGMENT} <unfinished ...>`,
      '11 1.5 <... fdatasync resumed>) = 0',
    ]
    const waits = '10 1.0 read(25<socket:[7]> <unfinished ...>'
    const comes = asked('<... read resumed>')
    assert.deepEqual(judged(waits, comes, written(SEGMENT), begins, ends, answered), [0, 0, 1])
    assert.deepEqual(judged(waits, comes, written(SEGMENT), begins, answered, ends), [1, 0, 1])
    assert.deepEqual(judged(begins, asked(), written(SEGMENT), ends, answered), [1, 0, 1])
  })
})
