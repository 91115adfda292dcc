import assert from 'node:assert/strict'
import fc from 'fast-check'
import { withSpacedPunctuation } from '../../src/cards/punctuation.ts'
import { createRender } from '../../src/cards/render.ts'
import { plain, safe } from '../../src/cards/text.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import type { CardOf } from '../../src/kernel/text/card.ts'
import { clausesOf } from '../../src/kernel/text/clause.ts'
import { cleanLine } from '../../src/kernel/text/text.ts'
import { allSamples } from './samples.ts'

const render = createRender()
const MARK = 'Xqx'
const LIVE = 'Zjz'
const MARKS = new RegExp(`${MARK}|${LIVE}`, 'g')

const HOSTILE = [
  '[x](http://evil)',
  '${secret} ${$root.notice} ${json($root)}',
  '<at>Tout le monde</at>',
  'NUL \u0000 and bell \u0007',
  '\u202Eelbon tse euqinU\u202C \u2066x',
  '**gras** _italique_ `code` ~~barré~~ | # titre',
  '1. liste - item + item > citation',
  '"},{"type":"Action.OpenUrl","url":"http://evil"}',
  '{{DATE(2027-04-22T09:30:00Z)}}',
  '@error.fault',
  '\\[x\\](http://evil)',
  '👩‍👩‍👧‍👦 é ﷽ \uD800',
]

// Half of what is typed by chance is what a keyboard has: the rest of Unicode holds few marks.
const letter = fc.oneof(
  fc.string({ unit: 'binary-ascii', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const anyText = fc
  .string({ unit: letter, minLength: 1, maxLength: 120 })
  // A text of which nothing can be seen is refused, or is the same as none.
  .filter(text => cleanLine(text) !== '')

/** Whether a sentence of a card says it as it was typed: what a hypothesis leaves out, its own facts hold. */
function isSaidWhole(text: string): boolean {
  const { ifWe, expected } = clausesOf({ ifWe: text, expected: text })
  return ifWe === text && expected === text
}

const words = wordsIn('fr', 'Europe/Paris')
const samplesWith = (text: string) => allSamples('fr', () => text, words)
const draw = (card: CardOf) => JSON.stringify(render(card, 'fr', card.template))

/** A drawn card with a mark of its own wherever Markdown is live: in a TextBlock and in facts, never in what is sent back. */
function markLive(value: unknown, live = false): unknown {
  if (typeof value === 'string') return live ? value.replaceAll(MARK, LIVE) : value
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(child => markLive(child, live))
  const isBlock = 'type' in value && value.type === 'TextBlock'
  const inside = ([name, child]: [string, unknown]) => {
    const isLive = name !== 'data' && (isBlock || live || name === 'facts')
    return [name, markLive(child, isLive)] as const
  }
  return Object.fromEntries(Object.entries(value).map(inside))
}

const marked = samplesWith(MARK).map(card => ({
  data: JSON.stringify(card.data),
  drawn: JSON.stringify(markLive(JSON.parse(draw(card)))),
}))
const jsonOf = (text: string) => JSON.stringify(text).slice(1, -1)

/** Holds every card against the one with the marks, when each text a person wrote is `text`. */
function assertLetterByLetter(text: string): void {
  const [live, bare] = [jsonOf(safe(text)), jsonOf(plain(text))]
  const cards = samplesWith(text)
  assert.equal(cards.length, marked.length)
  for (const [at, card] of cards.entries()) {
    const { data, drawn } = marked[at] ?? { data: '', drawn: '' }
    // The same data is the same card: drawn with the marks already.
    if (JSON.stringify(card.data) === data) continue
    const wanted = drawn.replace(MARKS, mark => (mark === LIVE ? live : bare))
    const shown = draw(card)
    // Megabytes a text: compared as they are, told by assert.
    // A sign that stands after a space of the card is set off like one that was typed so.
    if (shown !== wanted) assert.deepEqual(JSON.parse(shown), withSpacedPunctuation(JSON.parse(wanted)))
  }
}

describe('what people wrote', function () {
  // Every card for every text: a busy machine takes its time.
  this.timeout(60_000)

  it('stands on every card letter by letter, whoever means harm', () => {
    for (const text of HOSTILE) assertLetterByLetter(text)
  })

  it('stands on every card letter by letter, whatever it is', () => {
    fc.assert(fc.property(anyText.filter(isSaidWhole), assertLetterByLetter), { numRuns: 15 })
  })

  it('loses no letter when it is made safe, and keeps no live mark', () => {
    fc.assert(
      fc.property(fc.oneof(fc.constantFrom(...HOSTILE), anyText), text => {
        assert.equal(safe(text).replace(/\\(.)/gsu, '$1'), plain(text))
        assert.ok(!/(?<!\\)(?:\\\\)*[*_`[\]<>~|]/.test(safe(text).replace(/\\[^\\]/g, '')))
      }),
    )
  })
})
