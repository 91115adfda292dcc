import assert from 'node:assert/strict'
import fc from 'fast-check'
import { CARDS_FOLDER } from '../../src/cards/render.ts'
import { assemble, readTemplate } from '../../src/cards/template.ts'
import { messageAt } from '../../src/i18n/words.ts'
import type { CardOf } from '../../src/kernel/text/card.ts'
import { LANGUAGES, type Language } from '../../src/kernel/text/language.ts'
import { assertSame, type Ways, waysOf } from './both-ways.ts'
import { changed, changes } from './odd-data.ts'
import { allSamples } from './samples.ts'

/** `CARD_RUNS=100000` for all of them, which takes minutes. */
const RUNS = Number(process.env.CARD_RUNS ?? 2_000)
const NOTICE = { tone: 'warning', title: 'Titre', text: 'Est-ce une phrase ?' }

type Sample = { readonly name: string; readonly ways: Ways; readonly data: object }

const read = (name: string) => readTemplate(CARDS_FOLDER, name)

function samplesIn(language: Language): Sample[] {
  const known = new Map<string, Ways>()
  const waysTo = ({ template }: CardOf) => {
    const ways =
      known.get(template) ??
      waysOf(assemble(read(template), read, key => messageAt(key, language) ?? '') as object)
    known.set(template, ways)
    return ways
  }
  return allSamples(language).map(card => ({
    name: `${card.template} ${language}`,
    ways: waysTo(card),
    data: card.data as object,
  }))
}

describe('a compiled card', function () {
  this.timeout(60_000 + RUNS * 10)
  let samples: Sample[]

  before(() => {
    samples = LANGUAGES.flatMap(samplesIn)
  })

  it('is the library’s to the byte, and takes nothing of it, for each sample of each template', () => {
    for (const { name, ways, data } of samples) {
      for (const isMessage of [false, true]) {
        assert.ok(assertSame(ways, data, isMessage), `${name} takes the library: see src/cards/expression.ts`)
        assert.ok(assertSame(ways, { ...data, notice: NOTICE }, isMessage), name)
      }
    }
  })

  it('is the library’s to the byte whatever its data is', () => {
    let [alone, drawn] = [0, 0]
    const any = fc.record({ card: fc.nat(samples.length - 1), isMessage: fc.boolean(), changes })
    fc.assert(
      fc.property(any, ({ card, isMessage, changes: by }) => {
        const sample = samples[card]
        assert.ok(sample)
        drawn++
        if (assertSame(sample.ways, changed(sample.data, by), isMessage)) alone++
      }),
      { numRuns: RUNS },
    )
    assert.ok(alone > 0.9 * drawn, `${alone} of ${drawn} took no library`)
  })
})
