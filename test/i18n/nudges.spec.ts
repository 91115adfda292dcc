import assert from 'node:assert/strict'
import { wordsIn } from '../../src/i18n/words.ts'

const { say } = wordsIn('fr', 'Europe/Paris')

describe('the words of nudges', () => {
  it('say one day and several as French says them', () => {
    const keys = ['nudge.ideas.none', 'nudge.ideas.one', 'nudge.ideas.several'] as const
    for (const key of keys) {
      assert.match(say(key, { days: 1 }), /depuis plus d’un jour$/)
      assert.match(say(key, { days: 3 }), /depuis plus de 3 jours$/)
    }
  })

  it('claim nothing about what people usually do', () => {
    const date = 'vendredi 30 avril'
    for (const text of [say('nudge.horizons.sentence', { date }), say('nudge.silent.sentence')])
      assert.doesNotMatch(text, /souvent|suffit|aide/)
  })
})
