import assert from 'node:assert/strict'
import fc from 'fast-check'
import { type Block, previewBlocks } from '../../src/cards/preview-blocks.ts'
import { createRender } from '../../src/cards/render.ts'
import { read, safe } from '../../src/cards/text.ts'
import { cleanLine } from '../../src/kernel/text/text.ts'
import { tabLink } from '../support/workshops/workshops.ts'
import { allSamples } from './samples.ts'
import { leavesOf } from './tree.ts'

const render = createRender(undefined, tabLink)
const messages = allSamples('fr').filter(({ template }) => template === 'broadcasts/broadcast/message')

const wordsIn = (block: Block): readonly string[] => {
  if (block.kind === 'text') return [block.text]
  return block.kind === 'acts' ? block.titles : [block.label, ...block.choices]
}

describe('a card that is looked at in the tab', () => {
  it('says and offers all that it does in Teams', () => {
    assert.ok(messages.length > 2)
    for (const card of messages) {
      const rendered = render(card, 'fr', 'résumé')
      const said = new Set(previewBlocks(rendered).flatMap(wordsIn))
      for (const { of, path, text } of leavesOf(rendered, card.template)) {
        // A row that is pressed says its act to screen readers; its text is looked at.
        if (!/\.(text|title|label)$/.test(path) || /\.(fallback|data|selectAction)\b/.test(path)) continue
        const shown = of.type === 'TextBlock' ? read(text) : text
        assert.ok(said.has(shown), `${path} says «${shown}»`)
      }
    }
  })

  it('shows what a person wrote letter by letter', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), text => read(safe(text)) === cleanLine(text)),
      { numRuns: 40 },
    )
  })
})
