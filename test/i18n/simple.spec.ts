import assert from 'node:assert/strict'
import { fr } from '../../src/i18n/fr/index.ts'
import simple from '../../src/i18n/fr-simple.json' with { type: 'json' }
import { partsOf } from '../../src/i18n/message-values.ts'
import { messageAt, wordsIn } from '../../src/i18n/words.ts'
import { typographyFault } from './typography.ts'

const common: Readonly<Record<string, string>> = fr
const texts = Object.entries(simple)

/** Words of a sentence; a short sentence holds one idea. */
const MOST = 15

/** The sentences of a message, its longest plural branch read. */
function sentencesOf(text: string): readonly string[] {
  const read = text.replaceAll(/\{\w+, plural,.*? other \{([^{}]*)\}\}/g, '$1')
  return read.split(/(?<=[.?])\s+/)
}

const wordsOf = (sentence: string) => sentence.split(/\s+/).filter(word => /[\p{L}\d#]/u.test(word))

/** What the main path says: each of these has simple words for its longest sentences. */
const PATH = {
  greeting: ['welcome.personal', 'help.sentence', 'unknown'],
  workshop: ['workshop.rules', 'workshop.waiting', 'workshop.leave', 'refusal.workshop-full'],
  idea: ['idea.rules', 'idea.axis.ask', 'idea.undo.until'],
  vote: ['ballot.rules.open', 'ballot.rules.secret', 'ballot.sealed', 'refusal.ballot-closed'],
  commitment: ['commit.title', 'commit.rules', 'commit.horizon'],
  why: ['message.why.my-workshop-tomorrow', 'message.why.idea-answered', 'message.rules'],
  data: ['data.intro', 'data.erase.goes', 'data.erase.stays', 'data.sealed'],
  refusals: ['refusal.too-long', 'refusal.too-fast', 'refusal.malformed', 'error.fault'],
}

describe('simple French', () => {
  it('has some hundred texts, in alphabetical order: each of the main path among them', () => {
    const keys = texts.map(([key]) => key)
    assert.deepEqual(keys, [...keys].sort())
    assert.ok(keys.length >= 60 && keys.length <= 120, String(keys.length))
    for (const key of Object.values(PATH).flat()) assert.ok(Object.hasOwn(simple, key), key)
  })

  it('says each otherwise than common French, with the same values and the same plural branches', () => {
    for (const [key, text] of texts) {
      const own = common[key]
      assert.ok(own !== undefined, `${key} is no text of the app`)
      assert.notEqual(text, own, key)
      assert.deepEqual(
        new Map([...partsOf(text).values].sort()),
        new Map([...partsOf(own).values].sort()),
        key,
      )
      assert.deepEqual(partsOf(text).branches, partsOf(own).branches, key)
    }
  })

  it(`has sentences of ${MOST} words at most, none of them cut by a semicolon or put in brackets`, () => {
    for (const [key, text] of texts)
      for (const sentence of sentencesOf(text)) {
        const { length } = wordsOf(sentence)
        assert.ok(length > 0 && length <= MOST, `${key}, ${length} words: ${sentence}`)
        assert.doesNotMatch(sentence, /[;()…]/, key)
      }
  })

  it('is typeset as all French here is, and is as courteous', () => {
    const faults = texts.map(([key, text]) => typographyFault('src/i18n/fr-simple.json', key, text))
    assert.equal(faults.join(''), '', faults.join('\n'))
    for (const [key, text] of texts) assert.doesNotMatch(text, /'|!|erreur|invalide|veuillez|·e|FALC/i, key)
  })

  it('shortens no word, and says what an axis, a bot, a commitment and a nudge are', () => {
    for (const [key, text] of texts) assert.doesNotMatch(text, /\b(DSI|RH|CSV|etc|ex|p\. ?ex)\b/, key)
    const all = texts.map(([, text]) => text).join('\n')
    for (const word of [
      'Un axe est',
      'Un bot est',
      'Un engagement est',
      'Un coup de pouce est',
      'Le Lab’ est',
    ])
      assert.ok(all.includes(word), word)
  })

  it('calls no button by another name than the texts around it do', () => {
    for (const [key] of texts) {
      const named = `«\u00A0${common[key]}\u00A0»`
      for (const [other, text] of Object.entries(common)) {
        const said = messageAt(other, 'fr-simple') ?? text
        assert.ok(
          !said.includes(named),
          `${other} names the button ${key}, which simple French calls otherwise`,
        )
      }
    }
  })

  it('falls back to common French, sentence by sentence, in the same dates and numbers', () => {
    const [plain, usual] = [wordsIn('fr-simple', 'Europe/Paris'), wordsIn('fr', 'Europe/Paris')]
    const moment = Date.parse('2027-04-22T07:30:00Z')
    assert.equal(plain.say('commit.horizon'), 'Date prévue')
    assert.equal(plain.say('commit.take'), usual.say('commit.take'))
    assert.equal(plain.day(moment), usual.day(moment))
    assert.equal(plain.number(6700), usual.number(6700))
    assert.deepEqual([plain.language, plain.spoken], ['fr', 'fr-simple'])
  })

  it('gives way to what a programme says in its own words', () => {
    const own = { fr: { 'commit.horizon': 'Terme' }, en: {} }
    assert.equal(wordsIn('fr-simple', 'Europe/Paris', own).say('commit.horizon'), 'Terme')
  })
})
