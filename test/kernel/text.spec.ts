import assert from 'node:assert/strict'
import fc from 'fast-check'
import { countGraphemes } from '../../src/kernel/text/graphemes.ts'
import { withinQuotes } from '../../src/kernel/text/quotes.ts'
import {
  capitalised,
  cleanLine,
  cleanLines,
  fingerprint,
  fold,
  runAtEnd,
  withoutNul,
} from '../../src/kernel/text/text.ts'

describe('text from a person', () => {
  it('begins with a capital, and is else as it was typed', () => {
    const said = [
      'un banc',
      'École ouverte',
      'élargir le quai',
      'eForm pour tous',
      '2 bancs',
      'ße',
      '« un » banc',
      '',
    ]
    assert.deepEqual(said.map(capitalised), [
      'Un banc',
      'École ouverte',
      'Élargir le quai',
      'eForm pour tous',
      '2 bancs',
      'ße',
      '« un » banc',
      '',
    ])
  })

  it('is counted as a person counts', () => {
    assert.equal(countGraphemes('été'), 3)
    assert.equal(countGraphemes('👩‍👩‍👧‍👦🇫🇷é'), 3)
    assert.equal(countGraphemes('x'.repeat(10_000), 280), 281)
  })

  it('loses what draws nothing and reaches beyond the text', () => {
    assert.equal(cleanLine('  a\u0000b\tc\r\nd \u202Ee\u2066f  '), 'ab c d ef')
    assert.equal(cleanLine('e\u0301te\u0301'), 'été')
    assert.equal(cleanLine('\uD800 seul'), '\uFFFD seul')
  })

  it('keeps the accents that any writing stacks as they are, and parts what nobody could compose in time', () => {
    assert.equal(cleanLine('ệ'.normalize('NFD')), 'ệ')
    const thirty = `e${'\u0316\u0317'.repeat(15)}`
    assert.equal(cleanLine(thirty), thirty)
    const many = cleanLine(`e${'\u0301\u0316'.repeat(10_000)}`)
    assert.doesNotMatch(many, /(?:(?!\u034F)\p{M}){31}/u)
    assert.equal([...many].filter(letter => letter === '\u0316').length, 10_000)
    assert.equal(cleanLine(many), many)
    for (const nothing of ['\uFEFF', '\u202A', '\u0000']) {
      const hidden = (mark: string) => `${mark.repeat(29)}${nothing}`.repeat(300)
      assert.doesNotMatch(cleanLine(`a${hidden('\u0301')}${hidden('\u0323')}`), /(?:(?!\u034F)\p{M}){31}/u)
    }
  })

  it('arrives without NUL, wherever it stands, and no deeper than anything nests', () => {
    const sent = { id: 'a\u0000b', list: ['\u0000', 7, null], bytes: Buffer.from('x') }
    assert.deepEqual(withoutNul(sent), { id: 'ab', list: ['', 7, null], bytes: Buffer.from('x') })
    assert.deepEqual(withoutNul(JSON.parse('{"__proto__":"a\\u0000"}')), JSON.parse('{"__proto__":"a"}'))
    const deep = JSON.parse(`${'['.repeat(20_000)}${']'.repeat(20_000)}`)
    assert.ok(JSON.stringify(withoutNul(deep)).length < 100)
  })

  it('keeps the marks that names written from right to left need', () => {
    assert.equal(cleanLine('שלום\u200F'), 'שלום\u200F')
  })

  it('is the same cleaned once or twice', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text =>
        assert.equal(cleanLine(cleanLine(text)), cleanLine(text)),
      ),
    )
  })

  it('is cut into lines, empty ones dropped', () => {
    assert.deepEqual(cleanLines(' un \r\n\r\n deux\ntrois\u0000 '), ['un', 'deux', 'trois'])
  })

  it('ends with a run of letters of a kind, found from its end', () => {
    const sign = /[\s.!]/u
    assert.equal(runAtEnd('Oui !..', sign), 3)
    assert.equal(runAtEnd('Oui', sign), 3)
    assert.equal(runAtEnd('. .', sign), 0)
    assert.equal(runAtEnd('', sign), 0)
  })

  it('stands within « » with “ ” of its own', () => {
    assert.equal(
      withinQuotes('Renforcer notre culture «\u00A0usager\u00A0»'),
      'Renforcer notre culture “usager”',
    )
    assert.equal(withinQuotes('Faire équipe'), 'Faire équipe')
    assert.equal(withinQuotes('« Oui » et «non», 3 » 2'), '“Oui” et “non”, 3 » 2')
  })

  it('leaves its full stop, and nothing else, to the sentence that quotes it', () => {
    assert.equal(withinQuotes('Un carnet par poste.'), 'Un carnet par poste')
    assert.equal(withinQuotes('Et ensuite\u202F?'), 'Et ensuite\u202F?')
    assert.equal(withinQuotes('Et ensuite...'), 'Et ensuite...')
  })

  it('compares without case, accents or apostrophe style', () => {
    assert.equal(fold('M’ENGAGER'), fold("m'engager"))
    assert.equal(fold('Idée'), 'idee')
    assert.equal(fingerprint('Idée'), fingerprint(' IDEE '))
    assert.notEqual(fingerprint('a', 'b'), fingerprint('ab'))
  })
})
