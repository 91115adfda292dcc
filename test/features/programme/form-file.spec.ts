import assert from 'node:assert/strict'
import fc from 'fast-check'
import { validated } from '../../../src/features/programme/form/validation.ts'
import { differencesOf } from '../../../src/features/programme/import/differences.ts'
import { parseMethodFile } from '../../../src/features/programme/method/parser.ts'
import {
  METHOD_PARTS,
  type MethodPart,
  partOf,
  partText,
  withPart,
} from '../../../src/features/programme/method/parts.ts'
import { methodText } from '../../../src/features/programme/method/writer.ts'
import type { ProgrammeContent } from '../../../src/features/programme/programme/domain.ts'
import { effective } from '../../../src/features/programme/programme/live.ts'
import { anyProgramme } from '../../support/programme/arbitrary-programme.ts'

/** `content` with what a form may take of `other`: entries keep their ids and their order. */
function edited(content: ProgrammeContent, other: ProgrammeContent, part: MethodPart): ProgrammeContent {
  switch (part) {
    case 'axes': {
      const words = (at: number) => other.axes[at % other.axes.length] ?? content.axes[0]
      const value = content.axes.map(({ id }, at) => {
        const { title, promise } = words(at) ?? {}
        return { id, title: title ?? { fr: 'a', en: 'a' }, promise: promise ?? { fr: 'a', en: 'a' } }
      })
      return withPart(content, part, value)
    }
    case 'nudges':
      return withPart(
        content,
        part,
        partOf(content, part).map(({ off, ...rule }) => (off ? rule : { ...rule, off: true })),
      )
    case 'thresholds':
      return withPart(content, part, partOf(other, part))
    case 'closures':
      return withPart(content, part, partOf(other, part))
    default:
      return withPart(
        content,
        part,
        partOf(content, part).map(phase => ({ ...phase, title: { fr: phase.title.en, en: phase.title.fr } })),
      )
  }
}

describe('a method file and the form of its parts', () => {
  it('say the same: from a file into the form and back nothing changes, whatever the programme', () => {
    fc.assert(
      fc.property(anyProgramme, content => {
        const text = methodText(content)
        for (const part of METHOD_PARTS) {
          const again = validated(withPart(content, part, partOf(content, part) as never), part)
          assert.ok('content' in again, part)
          assert.equal(methodText(again.content), text)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('say the same of whatever the form takes: written to a file and read again', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, fc.constantFrom(...METHOD_PARTS), (content, other, part) => {
        const taken = validated(edited(content, other, part), part)
        if ('faults' in taken) return
        const back = parseMethodFile(methodText(taken.content))
        assert.deepEqual(differencesOf(taken.content, back), [])
        for (const each of METHOD_PARTS) assert.equal(partText(back, each), partText(taken.content, each))
        for (const each of METHOD_PARTS)
          if (each !== part) assert.equal(partText(back, each), partText(content, each))
      }),
      { numRuns: 100 },
    )
  })

  it('leave what takes a restart as it was when the server started', () => {
    fc.assert(
      fc.property(anyProgramme, anyProgramme, (started, stored) => {
        const now = effective(started, stored)
        assert.deepEqual(
          now.axes.map(({ id, colours }) => [id, colours]),
          started.axes.map(({ id, colours }) => [id, colours]),
        )
        assert.deepEqual([now.phases, now.thresholds], [stored.phases, stored.thresholds])
        assert.deepEqual({ ...now.calendar, closures: [] }, { ...started.calendar, closures: [] })
        assert.deepEqual([now.directions, now.retention], [started.directions, started.retention])
        assert.ok(now.nudges.every(({ id }) => started.nudges.some(each => each.id === id)))
      }),
      { numRuns: 60 },
    )
  })
})
