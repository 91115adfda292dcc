import assert from 'node:assert/strict'
import { createLogger } from '../../src/config/index.ts'

describe('the log', () => {
  function linesOf(
    level: Parameters<typeof createLogger>[0],
    say: (log: ReturnType<typeof createLogger>) => void,
  ) {
    const lines: string[] = []
    say(createLogger(level, { write: line => void lines.push(line) }))
    return lines
  }

  it('tells of an error its kind, its code and where it was, never its message or what hangs on it', () => {
    const detail = { detail: 'Key (name)=(Camille Martin) already exists.', code: '23505' }
    const error = Object.assign(new TypeError('duplicate « Du calme »\n    of Camille'), detail)
    const [line = ''] = linesOf('trace', log =>
      log.error({ err: error, reference: 'abc' }, 'a handler failed'),
    )
    assert.doesNotMatch(line, /Camille|calme|Key/)
    const { err, reference, msg } = JSON.parse(line)
    assert.deepEqual([reference, msg, err.type, err.code], ['abc', 'a handler failed', 'TypeError', '23505'])
    assert.match(err.stack, /logger\.spec\.ts/)
  })

  it('tells of what is thrown and is no error only what kind of thing it is', () => {
    const lines = linesOf('info', log => log.error({ err: 'Camille' }, 'a handler failed'))
    assert.doesNotMatch(lines.join(), /Camille/)
  })

  it('names neither the machine nor the process', () => {
    const [line = ''] = linesOf('info', log => log.info({}, 'up'))
    assert.deepEqual(Object.keys(JSON.parse(line)).toSorted(), ['level', 'msg', 'time'])
  })
})
