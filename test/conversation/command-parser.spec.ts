import assert from 'node:assert/strict'
import fc from 'fast-check'
import type { Command } from '../../src/conversation/protocol/handlers.ts'
import { createParser } from '../../src/conversation/routing/command-parser.ts'
import { cleanLine, fold } from '../../src/kernel/text/text.ts'

const command = (word: string, takesText = false): Command => ({
  name: word,
  words: { fr: [word], en: [`${word}-en`] },
  takesText,
  run: () => Promise.reject(new Error('it is only found')),
})
const parse = createParser([command('idée', true), command('aide'), command('mes ateliers')], [])
const spoken = (typed: string) => {
  const found = parse(typed)
  return found && [found.command.name, found.text]
}

/** As it was read by expressions that cost the square of a message. */
function slowly(typed: string): unknown {
  const alone = fold(typed).replace(/[\s.!?…:]+$/u, '')
  const whole = ['idée', 'aide', 'mes ateliers'].find(word =>
    [fold(word), fold(`${word}-en`)].includes(alone),
  )
  if (whole) return [whole, '']
  const [, first = '', text = ''] = /^(\S+?)\s*(?::|\s)\s*(.*)$/su.exec(cleanLine(typed)) ?? []
  return ['idee', 'idee-en'].includes(fold(first)) ? ['idée', text] : undefined
}

describe('what a typed message asks for', () => {
  it('is known whatever its case, accents and last signs', () => {
    assert.deepEqual(spoken('AIDE !'), ['aide', ''])
    assert.deepEqual(spoken('  mes\u00A0ateliers…\n'), ['mes ateliers', ''])
    assert.deepEqual(spoken('Idee : du calme.'), ['idée', 'du calme.'])
    assert.deepEqual(spoken('idée\ndu calme'), ['idée', 'du calme'])
    assert.equal(spoken('à l’aide'), undefined)
  })

  it('loses nothing of what stands far behind the first word', () => {
    const far = 'x'.repeat(9_000)
    assert.deepEqual(spoken(`idée${'\n'.repeat(9_000)}${far}`), ['idée', far])
    assert.deepEqual(spoken(`idée : ${'.'.repeat(9_000)}a`), ['idée', `${'.'.repeat(9_000)}a`])
    assert.deepEqual(spoken(`aide${'.'.repeat(9_000)}`), ['aide', ''])
  })

  it('is no command where the first word is longer than any', () => {
    assert.equal(spoken(`${'é'.repeat(9_000)} idée`), undefined)
    assert.equal(spoken('idée'.repeat(5_000)), undefined)
  })

  it('is what it always was', () => {
    const part = fc.constantFrom(
      'idée',
      'IDEE',
      'aide',
      'mes',
      'ateliers',
      'du',
      ' ',
      '\u00A0',
      '\n',
      ':',
      '.',
      '!',
      '…',
    )
    fc.assert(
      fc.property(fc.array(part, { maxLength: 8 }), parts => {
        assert.deepEqual(spoken(parts.join('')), slowly(parts.join('')))
      }),
    )
  })
})
