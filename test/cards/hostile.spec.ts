import assert from 'node:assert/strict'
import fc from 'fast-check'
import { createRender } from '../../src/cards/render.ts'
import { plain, safe } from '../../src/cards/text.ts'
import { cleanLine } from '../../src/kernel/text.ts'
import { allSamples } from './samples.ts'
import { leavesOf } from './tree.ts'

const render = createRender()
const MARK = 'Xqx'

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

const hostile = fc
  .oneof(fc.constantFrom(...HOSTILE), fc.string({ unit: 'binary', minLength: 1, maxLength: 120 }))
  // A text of which nothing can be seen is refused, or is the same as none.
  .filter(text => cleanLine(text) !== '')

/** Every string of every sample when each text a person wrote is `text`. */
function strings(text: string) {
  return allSamples('fr', () => text).flatMap(card =>
    leavesOf(render(card, 'fr', card.template), card.template),
  )
}

function isMarkdown(of: Record<string, unknown>, path: string): boolean {
  if (path.includes('.data.')) return false
  return of.type === 'TextBlock' || path.includes('.facts.')
}

const expected = strings(MARK)

describe('what people wrote', () => {
  it('stands on every card letter by letter, whatever it is', function () {
    // Every card, sixty times over: a busy machine takes its time.
    this.timeout(60_000)
    fc.assert(
      fc.property(hostile, text => {
        const shown = strings(text)
        for (const [at, { path, text: before, of }] of expected.entries()) {
          const arm = isMarkdown(of, path) ? safe : plain
          const wanted = before.replaceAll(MARK, () => arm(text))
          // Thousands of strings a run: compared by hand, told by assert.
          if (shown[at]?.path === path && shown[at].text === wanted) continue
          assert.deepEqual([shown[at]?.path, shown[at]?.text], [path, wanted])
        }
        assert.equal(shown.length, expected.length)
      }),
      { numRuns: 60 },
    )
  })

  it('loses no letter when it is made safe, and keeps no live mark', () => {
    fc.assert(
      fc.property(hostile, text => {
        assert.equal(safe(text).replace(/\\(.)/gsu, '$1'), plain(text))
        assert.ok(!/(?<!\\)(?:\\\\)*[*_`[\]<>~|]/.test(safe(text).replace(/\\[^\\]/g, '')))
      }),
    )
  })
})
