import assert from 'node:assert/strict'
import fc from 'fast-check'
import { fold } from '../../src/kernel/text/text.ts'
import { stemsOf } from '../../src/search/stemming.ts'
import { MICRO_IDEAS } from '../support/features/micro-ideas.ts'

/** Texts that say the same in other forms of the same words. */
const ALIKE: Readonly<Record<string, readonly string[]>> = {
  accents: ['Végétaliser la qualité des lycées', 'VEGETALISER LA QUALITE DES LYCEES'],
  elisions: ['L’équipe qu’on réunit aujourd’hui', "L'equipe qu‘on reunit", 'équipe, réunit'],
  plurals: ['vélos, journées, chevaux, travaux', 'vélo, journée, cheval, travail'],
  'plurals of words that end as a verb does': [
    'usagers, crédits, loyers, loisirs, petits, référents, commissions, jeux, lieux',
    'usager, crédit, loyer, loisir, petit, référent, commission, jeu, lieu',
  ],
  conjugations: [
    'limiter, former, partager',
    'limitons, formés, partagées',
    'limitaient, formera, partageant',
  ],
  nouns: ['covoiturer, améliorer, télétravailler', 'covoiturage, amélioration, télétravail'],
  'what all texts hold': ['Mettre en place un annuaire', 'Proposer des annuaires', 'annuaire'],
  English: ['Sharing our meetings’ notes with all of you', 'share the meeting note'],
}

describe('the stems of a text', () => {
  for (const [what, texts] of Object.entries(ALIKE)) {
    it(`are the same whatever its ${what}`, () => {
      const [first, ...others] = texts.map(text => stemsOf(text).toSorted())
      assert.ok(first && first.length > 0)
      for (const other of others) assert.deepEqual(other, first)
    })
  }

  it('are those of its own language: English when more of its small words are', () => {
    assert.deepEqual(stemsOf('The meetings of the teams'), ['meet', 'team'])
    assert.deepEqual(stemsOf('Les meetings des équipes'), ['meeting', 'equip'])
  })

  it('keep apart what differs, and small words out', () => {
    assert.notDeepEqual(stemsOf('cantine'), stemsOf('canton'))
    assert.deepEqual(stemsOf('Et si on le faisait, ou pas ?'), ['fais'])
    assert.deepEqual(stemsOf('À, de, l’, qu’ — ! 🪪'), [])
  })

  it('take any text, are forty at most, and none is empty or begins with a sign', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), text => {
        const stems = stemsOf(text)
        assert.ok(stems.length <= 40 && new Set(stems).size === stems.length)
        for (const stem of stems) assert.match(stem, /^[\p{L}\p{N}]/u)
      }),
    )
  })

  it('are the same folded before or not, and in whatever order its words stand', () => {
    const texts = fc.constantFrom(...MICRO_IDEAS.map(([, text]) => text))
    const shuffled = texts.chain(text =>
      fc.tuple(
        fc.constant(text),
        fc.shuffledSubarray(text.split(' '), { minLength: text.split(' ').length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([text, words]) => {
        assert.deepEqual(stemsOf(fold(text)), stemsOf(text))
        assert.deepEqual(stemsOf(words.join(' ')).toSorted(), stemsOf(text).toSorted())
      }),
    )
  })
})
