import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { LABELLED_IDEAS } from '../../../src/commands/evaluation/idea-set.ts'
import { ideaAdvice } from '../../../src/features/drafts/idea-advice.ts'
import { questionAdvice } from '../../../src/features/drafts/question-advice.ts'
import { LATER_MICRO_IDEAS, MICRO_IDEAS } from '../../support/features/micro-ideas.ts'

const KNOWN = new Set(['srav'])
const ofIdea = (text: string) => ideaAdvice(text, KNOWN).map(({ code, words }) => [code, ...words].join(' '))
const ofQuestion = (text: string, kind: 'box' | 'ballot' = 'box') =>
  questionAdvice(text, kind).map(({ code, words }) => [code, ...words].join(' '))

describe('what may hinder an idea', () => {
  it('is nothing in a short sentence, whoever is named in it side by side', () => {
    for (const text of [
      'Des paniers de légumes au siège',
      'Un jour commun entre la Région et les lycées',
      'Peser ce qui reste dans les assiettes et l’afficher au réfectoire',
      'Régler les imprimantes en recto verso et noir et blanc par défaut',
      'On attend longtemps au guichet. Inviter les gens à prendre rendez-vous',
      'Un banc devant l’entrée. On y attend souvent le car.',
    ])
      assert.deepEqual(ofIdea(text), [], text)
  })

  it('is a second idea: after « et », or in a sentence that proposes again', () => {
    for (const text of [
      'Ouvrir la cantine le soir et prêter des vélos aux agents',
      'Ouvrir la cantine le soir. Prêter aussi des vélos aux agents.',
      'Des bancs à l’ombre. Il faudrait aussi un abri pour les vélos.',
      'Open the canteen in the evening and lend bicycles to the staff',
    ])
      assert.deepEqual(ofIdea(text), ['two-ideas'], text)
  })

  it('is length: of a sentence, or of all', () => {
    const long = 'Un abri pour les vélos devant la gare de Mende '
    assert.deepEqual(ofIdea(`${long}${'avec un toit '.repeat(8)}`), ['long'])
    assert.deepEqual(ofIdea(`${long}. `.repeat(5)), ['long'])
  })

  it('is an acronym that neither the text nor the programme explains, and no word in capitals', () => {
    assert.deepEqual(ofIdea('Un point par mois avec la DGS et le SPASAD'), ['acronyms DGS SPASAD'])
    for (const text of [
      'Un point par mois avec le SRAV',
      'Un point avec la DGS (direction générale des services)',
      'Un point avec la direction générale (DGS)',
      'UN POINT PAR MOIS AVEC LES LYCEES',
      'Un point RH au format PDF au XXI siècle, salle A4',
    ])
      assert.deepEqual(ofIdea(text), [], text)
  })

  it('is found in few of the ideas that people write: 1 in 20 at most, of the product’s set and of another hand’s', () => {
    const texts = [
      ...[...MICRO_IDEAS, ...LATER_MICRO_IDEAS].map(([, text]) => text),
      ...LABELLED_IDEAS.map(({ text }) => text),
    ]
    const found = texts.filter(text => ofIdea(text).length > 0)
    assert.ok(found.length > 0 && found.length <= texts.length / 20, found.join('\n'))
  })
})

describe('what may hinder a question', () => {
  const page = readFileSync(new URL('../../../docs/micro-idees.md', import.meta.url), 'utf8')
  const good = [...page.matchAll(/^\d+\. (?!\*\*)(.+\?)$/gmu)].map(([, question = '']) => question)
  const bad = [...page.matchAll(/^\| ([^|]+\?) +\|/gmu)].map(([, question = '']) => question)

  it('is found in each of those that the guide says to avoid, and in 1 in 10 of its good ones at most', () => {
    assert.deepEqual([good.length, bad.length], [50, 6])
    assert.deepEqual(
      bad.map(question => ofQuestion(question)[0]),
      ['wide améliorer qualité', 'closed', 'aimed', 'wide innovantes', 'aimed', 'elsewhere'],
    )
    const found = good.filter(question => ofQuestion(question).length > 0)
    assert.ok(found.length <= good.length / 10, found.join('\n'))
  })

  it('is no question mark, several, two things, or an answer by yes or no', () => {
    assert.deepEqual(ofQuestion('Dites-nous ce qui vous manque'), ['no-question'])
    assert.deepEqual(ofQuestion('Que vous manque-t-il ? Depuis quand ?'), ['several-questions'])
    assert.deepEqual(ofQuestion('Que garder et que jeter ?'), [])
    assert.deepEqual(ofQuestion('Que relire, et avec quels outils ?'), ['and'])
    assert.deepEqual(ofQuestion('Quel courrier relire et quel outil prêter ?'), ['and'])
    assert.deepEqual(ofQuestion('Quel courrier relire, et pourquoi ?'), [])
    assert.deepEqual(ofQuestion('Quels courriers et outils vous manquent ?'), ['and'])
    for (const closed of [
      'Faut-il ouvrir le soir ?',
      'Est-ce que la cantine vous plaît ?',
      'Y a-t-il assez de bancs ?',
      'Should we open in the evening?',
    ])
      assert.deepEqual(ofQuestion(closed), ['closed'], closed)
    assert.deepEqual(ofQuestion('Qu’est-ce qui manque ici ?'), [])
    assert.deepEqual(ofQuestion('La dernière fois, qu’avez-vous appris ?'), [])
  })

  it('is not, of a ballot, that it is answered by yes or no', () => {
    assert.deepEqual(ofQuestion('Faut-il ouvrir le soir ?', 'ballot'), [])
    assert.deepEqual(ofQuestion('Faut-il ouvrir le soir et prêter des vélos ?', 'ballot'), ['and'])
  })
})
