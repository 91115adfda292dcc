import assert from 'node:assert/strict'
import type { Question } from '../../../src/features/asking/domain.ts'
import { readQuestion } from '../../../src/features/asking/reading.ts'
import { isoIn } from '../../../src/kernel/time/time-zone.ts'
import { programme } from '../../support/programme/programme.ts'

/** Thursday 22 April 2027, ten in the morning in Paris. */
const NOW = Date.parse('2027-04-22T08:00:00Z')
const read = (text: string, now = NOW): Question =>
  readQuestion(text, { direction: 'lycees' }, programme, now)
const wordsOf = (text: string) => read(text).terms.map(({ word }) => word)
/** First and last day, in the programme's zone. */
const daysOf = (text: string, now = NOW) => {
  const { period } = read(text, now)
  return (
    period && [
      isoIn(period.from, programme.zone).slice(0, 10),
      isoIn(period.until - 1, programme.zone).slice(0, 10),
    ]
  )
}

describe('a question in plain words', () => {
  it('says what it is about, without the words that only ask', () => {
    assert.deepEqual(wordsOf('Quelles idées sur le télétravail sont retenues ?'), ['télétravail'])
    assert.deepEqual(wordsOf('Est-ce que quelqu’un a déjà proposé un garage à vélos ?'), ['garage', 'vélos'])
    assert.deepEqual(wordsOf('Which ideas about the parking are accepted?'), ['parking'])
    assert.deepEqual(wordsOf('qu’est-ce qui existe ?'), [])
    assert.deepEqual(wordsOf('😀 🎉'), [])
  })

  it('names a state', () => {
    const states: Readonly<Record<string, string>> = {
      'quelles idées sont retenues': 'retained',
      'quelles idées ont été acceptées': 'retained',
      'quelles idées n’ont pas été retenues': 'aside',
      'les idées écartées': 'aside',
      'les idées non retenues': 'aside',
      'quelles idées sont en attente': 'waiting',
      'quelles idées attendent une réponse': 'waiting',
      'les idées sans réponse': 'waiting',
      'les idées à l’étude': 'studied',
      'quelles idées ont eu une réponse': 'answered',
      'les idées répondues': 'answered',
      'quelles idées sont devenues des initiatives': 'carried',
      'which ideas are retained': 'retained',
      'which ideas were set aside': 'aside',
      'unanswered ideas': 'waiting',
      'ideas under study': 'studied',
    }
    for (const [text, group] of Object.entries(states)) {
      assert.equal(read(text).group, group, text)
      assert.equal(read(text).kind, 'idea', text)
      assert.deepEqual(wordsOf(text), [], text)
    }
  })

  it('names a kind of thing, and whose it is; of two kinds, none alone', () => {
    assert.deepEqual(
      [read('quels ateliers sur les lycées').kind, wordsOf('quels ateliers sur les lycées')],
      ['workshop', ['lycées']],
    )
    assert.equal(read('les votes ouverts').kind, 'ballot')
    assert.equal(read('what initiatives').kind, 'initiative')
    assert.deepEqual([read('mes engagements').kind, read('mes engagements').mine], ['commitment', true])
    assert.deepEqual([read('my ideas').kind, read('my ideas').mine], ['idea', true])
    assert.equal(read('nos idées').mine, undefined)
    assert.equal(read('idées et ateliers sur le vélo').kind, undefined)
  })

  it('names an axis after that word, or by its whole title', () => {
    for (const text of [
      'idées de l’axe équipe',
      'idées axe « Faire équipe »',
      'que dit faire équipe',
      'idées de l’axe équippe',
    ])
      assert.equal(read(text).axis, 'equipe', text)
    assert.equal(read('ideas of the axis territories').axis, 'territoires')
    assert.equal(read('idées de l’axe vélo').axis, 'transitions')
    assert.deepEqual(
      [read('des idées pour l’équipe').axis, wordsOf('des idées pour l’équipe')],
      [undefined, ['équipe']],
    )
  })

  it('names a Direction by its words, a slip of them, its letters, or as one’s own', () => {
    const finances = ['la direction des finances', 'direction des finnances', 'direction de finance']
    for (const text of finances) assert.equal(read(`idées de ${text}`).direction, 'finances', text)
    assert.equal(read('idées de la DRH').direction, 'ressources-humaines')
    assert.equal(read('idées de ma direction').direction, 'lycees')
    assert.deepEqual(
      read('idées de la direction des finances sur le papier').terms.map(({ word }) => word),
      ['papier'],
    )
    assert.deepEqual(
      [read('idées sur les lycées').direction, wordsOf('idées sur les lycées')],
      [undefined, ['lycées']],
    )
    assert.equal(read('idées de la direction').direction, undefined)
  })

  it('names a time, by the clock of the programme', () => {
    assert.deepEqual(daysOf('idées d’aujourd’hui'), ['2027-04-22', '2027-04-22'])
    assert.deepEqual(daysOf('idées d’hier'), ['2027-04-21', '2027-04-21'])
    assert.deepEqual(daysOf('idées de cette semaine'), ['2027-04-19', '2027-04-25'])
    assert.deepEqual(daysOf('idées de la semaine dernière'), ['2027-04-12', '2027-04-18'])
    assert.deepEqual(daysOf('idées de ce mois-ci'), ['2027-04-01', '2027-04-30'])
    assert.deepEqual(daysOf('idées du mois dernier'), ['2027-03-01', '2027-03-31'])
    assert.deepEqual(daysOf('idées en mars'), ['2027-03-01', '2027-03-31'])
    assert.deepEqual(daysOf('idées de décembre'), ['2026-12-01', '2026-12-31'])
    assert.deepEqual(daysOf('idées en mai 2026'), ['2026-05-01', '2026-05-31'])
    assert.deepEqual(daysOf('idées depuis septembre'), ['2026-09-01', '2027-04-22'])
    assert.deepEqual(daysOf('idées depuis le 3 mars'), ['2027-03-03', '2027-04-22'])
    assert.deepEqual(daysOf('idées en 2026'), ['2026-01-01', '2026-12-31'])
    assert.deepEqual(daysOf('idées de l’an dernier'), ['2026-01-01', '2026-12-31'])
    assert.deepEqual(daysOf('ideas since September 2026'), ['2026-09-01', '2027-04-22'])
    assert.deepEqual(daysOf('ideas this year'), ['2027-01-01', '2027-12-31'])
    assert.equal(daysOf('may ideas be sent'), undefined)
    assert.equal(daysOf('idées du 99 mars'), undefined)
    // One in the morning of the 1st in Paris is still the last day of the month elsewhere.
    assert.deepEqual(daysOf('idées d’aujourd’hui', Date.parse('2027-04-30T23:00:00Z')), [
      '2027-05-01',
      '2027-05-01',
    ])
  })

  it('is read whatever it holds, and in time that does not grow with it', () => {
    const odd = [
      '',
      '?',
      '${name}',
      '<at>Tous</at>',
      'a'.repeat(20_000),
      'depuis '.repeat(3_000),
      'direction '.repeat(3_000),
      'en 2026 en mars axe',
    ]
    for (const text of odd) assert.ok(read(text).terms.length <= 12, text.slice(0, 30))
  })
})
