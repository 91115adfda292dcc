import assert from 'node:assert/strict'
import fc from 'fast-check'
import { spacePunctuation, withSpacedPunctuation } from '../../src/cards/punctuation.ts'
import { createRender } from '../../src/cards/render.ts'
import { safe } from '../../src/cards/text.ts'
import { allSamples } from './samples.ts'

describe('the signs of what people typed', () => {
  it('stay on the line of their word', () => {
    for (const [typed, drawn] of [
      ['Et si on essayait ?', 'Et si on essayait\u202F?'],
      [safe('Enfin ! Et après ?'), 'Enfin\u202F\\! Et après\u202F?'],
      ['Quoi ?! Non', 'Quoi\u202F?! Non'],
      ['Un vélo ; deux roues : trois idées', 'Un vélo\u202F; deux roues\u00A0: trois idées'],
    ] as const)
      assert.equal(spacePunctuation(typed), drawn)
  })

  it('are left where they begin a word, or follow one', () => {
    for (const text of ['Merci :-) ;)', 'Why? Because: so', 'a :b', '?', 'https://a.example/?q=1'])
      assert.equal(spacePunctuation(text), text)
  })

  it('change nothing but spaces, and nothing more the second time', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(' ', '?', '!', ':', ';', 'a', '\\', '\n') }), text => {
        const drawn = spacePunctuation(text)
        assert.equal(drawn.replace(/[\u202F\u00A0]/g, ' '), text)
        assert.equal(spacePunctuation(drawn), drawn)
      }),
    )
  })

  it('are as typed in an input, and in what goes back with a press', () => {
    const form = { type: 'Input.Text', value: 'Et si ?' }
    const act = { type: 'Action.Execute', title: 'Et si ?', data: { title: 'Et si ?' } }
    assert.deepEqual(withSpacedPunctuation([form, act]), [form, { ...act, title: 'Et si\u202F?' }])
  })

  it('are set off on a card that is drawn', () => {
    const [card] = allSamples('fr').filter(({ template }) => template === 'ideas/card/idea')
    assert.ok(card)
    const asked = { ...card, data: { ...(card.data as object), title: safe('Et si ?') } }
    assert.match(JSON.stringify(createRender()(asked, 'fr', '')), /"Et si\u202F\?"/)
  })
})
