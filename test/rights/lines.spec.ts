import assert from 'node:assert/strict'
import { lineInWords } from '../../src/features/rights/line-cards.ts'
import { TRACES } from '../../src/features/rights/personal-data-map-store.ts'
import { wordsIn } from '../../src/i18n/words.ts'
import type { Language } from '../../src/kernel/text/language.ts'
import { mondayOf } from '../../src/kernel/time/week.ts'

const ZONE = 'Europe/Paris'
const plain = (text: string) => text.replaceAll(/\s/g, ' ')
const at = (text: string) => Date.parse(text)
const said = (language: Language, name: string, row: Record<string, string | number | null>) => {
  const line = lineInWords({ words: wordsIn(language, ZONE), nameOf: id => id }, { name, row })
  return (line.facts ?? []).map(({ label, value }) => `${label} : ${value}`.replaceAll('\u00A0', ' '))
}

describe('a row of « Mes données »', () => {
  it('says its days, weeks and moments in words, in the person’s language', () => {
    const preference = { per_week: 2, days_off: 'wednesday,friday', paused_until: '2027-06-30' }
    assert.deepEqual(said('fr', 'message_preference.person_id', preference), [
      'Messages par semaine, au plus : 2',
      'Jours sans message : mercredi, vendredi',
      'En pause jusqu’au : mercredi 30 juin 2027',
    ])
    assert.deepEqual(said('en', 'message_preference.person_id', preference), [
      'Messages a week, at most : 2',
      'Days without messages : Wednesday, Friday',
      'Paused until : Wednesday 30 June 2027',
    ])
    assert.deepEqual(said('fr', 'message_slot.person_id', { week: '2027-W16', number: 1 }), [
      'Semaine du : lundi 19 avril 2027',
    ])
    const offered = { answer: 'offered', answered_at: 1, offered_until: at('2027-05-17T07:30:00Z') }
    assert.deepEqual(said('fr', 'registration.person_id', offered), [
      'Place proposée jusqu’au : lundi 17 mai 2027 à 9 h 30',
    ])
    const commitment = { text: 'Relire', horizon: '2027-06-30', created_at: 1, ended_at: null }
    assert.deepEqual(said('fr', 'commitment.person_id', commitment), ['Échéance : mercredi 30 juin 2027'])
  })

  it('says which language one chose, or that it is the one of Teams', () => {
    const person = { language: 'en', language_chosen: 1 }
    assert.deepEqual(said('fr', 'person.id', person), ['Langue : English, choisi par vous'])
    const follows = { language: 'fr', language_chosen: 0 }
    assert.deepEqual(said('fr', 'person.id', follows), ['Langue : Français, comme dans Teams'])
    assert.deepEqual(said('en', 'person.id', follows), ['Language : Français, as in Teams'])
    const simple = { language: 'fr', language_chosen: 1, wording: 'simple' }
    assert.deepEqual(said('fr', 'person.id', simple), ['Langue : Français simple, choisi par vous'])
    const given = { language: 'fr', language_chosen: 1, wording: 'x-br' }
    assert.deepEqual(said('fr', 'person.id', given), ['Langue : Français · breton, choisi par vous'])
  })

  it('says which number one typed for a trial, and on which day', () => {
    const row = { measure_id: 'm', day: '2027-01-08', value: 1204.5, start: 0 }
    const line = { name: 'trial_reading.typed_by', row, title: 'Appels par semaine' }
    const told = (language: Language) => {
      const { text, facts } = lineInWords({ words: wordsIn(language, ZONE), nameOf: id => id }, line)
      return [text, ...(facts ?? []).map(({ value }) => plain(value))]
    }
    assert.deepEqual(told('fr'), ['Appels par semaine', 'vendredi 8 janvier 2027', '1 204,5'])
    assert.deepEqual(told('en'), ['Appels par semaine', 'Friday 8 January 2027', '1,204.5'])
  })

  it('says what one decided of a trial by what was learnt', () => {
    const row = {
      idea_id: 'i',
      decision: 'stop',
      why: 'Trop long',
      learnt: 'Le jour compte',
      decided_on: '2027-02-12',
    }
    const line = { name: 'trial.decided_by', row, title: 'Des vélos' }
    const { text, facts } = lineInWords({ words: wordsIn('fr', ZONE), nameOf: id => id }, line)
    assert.equal(text, 'Le jour compte')
    assert.deepEqual(
      facts?.map(({ label, value }) => [label, plain(value)]),
      [['Décidé le', 'vendredi 12 février 2027']],
    )
  })

  it('says to which workshop one answered and what, in the words of its buttons', () => {
    const told = (language: Language, answer: string) => {
      const row = { workshop_id: 'w', answer, answered_at: 1 }
      const line = { name: 'registration.person_id', row, title: 'Accueillir mieux' }
      const { text, facts } = lineInWords({ words: wordsIn(language, ZONE), nameOf: id => id }, line)
      return [text, ...(facts ?? []).map(({ value }) => value)]
    }
    assert.deepEqual(told('fr', 'yes'), ['Accueillir mieux', 'Je participe'])
    assert.deepEqual(told('fr', 'no'), ['Accueillir mieux', 'Je ne peux pas'])
    assert.deepEqual(told('fr', 'waiting'), ['Accueillir mieux', 'Me mettre en liste d’attente'])
    assert.deepEqual(told('en', 'yes'), ['Accueillir mieux', 'I’m coming'])
    assert.deepEqual(told('fr', 'offered'), ['Accueillir mieux'])
  })

  it('says a step of an idea by its name, never as it is stored', () => {
    const row = { thing_id: 'i', kind: 'phase', at: 1, detail: 'create' }
    const line = lineInWords(
      { words: wordsIn('fr', ZONE), nameOf: id => id },
      { name: 'event.person_id', row, title: 'Un carnet' },
    )
    assert.equal(line.text, 'Un carnet')
    assert.deepEqual(line.facts, [{ label: 'Étape', value: 'Nouvelle étape de l’initiative' }])
  })

  it('leaves no number of milliseconds, no week and no day as they are stored, whatever the row', () => {
    const stored = (column: string) => {
      if (/(^|_)(at|until|since)$/.test(column) && column !== 'paused_until')
        return at('2027-05-17T07:30:00Z')
      if (column === 'horizon' || column === 'paused_until') return '2027-06-30'
      if (column === 'week') return '2027-W16'
      return column === 'days_off' ? 'monday' : null
    }
    for (const { table, column, told } of TRACES) {
      if (!('columns' in told)) continue
      const row = Object.fromEntries(told.columns.map(each => [each, stored(each)]))
      const text = said('fr', `${table}.${column}`, row).join('\n')
      assert.doesNotMatch(text, /\d{9}|\d-W|\d{4}-\d\d|monday/, `${table}.${column}`)
    }
  })
})

describe('the Monday of a week', () => {
  it('is in the year before where the week begins there', () => {
    assert.deepEqual(['2027-W01', '2027-W16', '2026-W53', '2025-W01'].map(mondayOf), [
      '2027-01-04',
      '2027-04-19',
      '2026-12-28',
      '2024-12-30',
    ])
  })
})
