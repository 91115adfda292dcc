import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { type DistressSign, distressIn } from '../../../src/features/utterances/distress/distress.ts'
import { UTTERANCE_LENGTH } from '../../../src/features/utterances/utterance/domain.ts'

type Said = { readonly text: string; readonly expect: DistressSign }
const saidIn = (name: string): readonly Said[] =>
  JSON.parse(readFileSync(new URL(`../../support/said/${name}.json`, import.meta.url), 'utf8'))

/**
 * Written by somebody who had not seen the lists. They were read while the lists were made, so they say what must not be lost
 * again, and not how often a message that nobody has read is understood.
 */
const SAID = saidIn('distress')
/** Written by somebody else afterwards, and read by nobody who makes the lists: how often such a message is understood. */
const UNSEEN = saidIn('distress-unseen')

/** Said by somebody to whom it happened. */
const PLAIN = [
  'je veux me laisser mourir',
  'c’est mon chef qui m’a frappée',
  'mon chef m’a poussée à terre',
  'mon chef me harcèle de reproches par mail',
  'je suis victime de harcèlement de mon chef par mail',
  'j’ai été frappée par le chef',
  'j’ai été frappé par un collègue au travail',
  'je suis harcelée par téléphone par mon responsable',
  'je suis harcelé par mail tous les soirs',
  'ma cheffe m’a harcelée par téléphone tout l’été',
  'j ai ete harcelee par ma directrice',
  'jai ete agressee par un parent',
  'un collègue m’a agressée sur le parking',
  'je me suis fait insulter par un usager',
  'je me fais hurler dessus tous les matins',
  'je me suis faite bousculer par mon chef',
  'je suis insultée au travail',
  'j’étais humiliée devant l’équipe',
  'nous sommes victimes de violences au travail',
  'je subis du harcèlement au travail',
  'j’ai subi des attouchements',
  'c’est du harcèlement de ma responsable par téléphone',
  'je reçois des menaces par téléphone',
  'il m’a plaquée contre le mur',
  'elle m’a attrapée par les cheveux',
  'mon collègue a levé la main sur moi',
  'je me laisse mourir',
  'j’ai voulu mourir cet été',
  'je ne veux plus vivre',
  'mon mari m’avait frappée avant de partir',
  'ma frappee ce matin',
  'j’ai été menacée par un élève',
  'j’ai été bousculée par ma cheffe',
  'mon chef a giflé ma collègue',
  'je vis un enfer au travail',
  'le directeur me faisait rabaisser par les autres',
  'j’ai été frappée au travail',
  'c’est le cuisinier qui m’a poussée dans l’escalier',
  'mon chef veut me faire crever',
  'je veux en finir avec la vie',
  'my boss punched me',
  'la dame de l’accueil m’a frappée',
  'sur Teams mon chef me harcèle',
  'à cause de ça il me frappe',
  'je veux en finir avec cette vie',
  'je veux en finir avec ce cauchemar',
  'il ma frappé hier',
  'je me suis fait agresser par un usager à l’accueil',
  'je suis une femme battue',
  'je me fais humilier par ma responsable en réunion',
  'peur de me faire agresser en rentrant',
  'j’ai été poussée dans l’escalier par un collègue',
  'Harcèlement téléphonique de mon chef tous les week-ends',
  'je suis victime de harcèlement téléphonique',
  'elle m’insultait au téléphone',
  'on m’a harcelée au travail pendant un an',
  'mon collègue m’a touchée les fesses',
]
/** The same words in figures of speech, or about something else. */
const HARMLESS = [
  'démarchage : harcèlement téléphonique de fournisseurs',
  'j’ai été frappé par la qualité de l’accueil',
  'frappé par la qualité de l’accueil',
  'je suis frappée par la gentillesse des collègues',
  'mort de rire',
  'faire mourir le formulaire papier',
  'j’ai envie de faire disparaître les gobelets',
  'ce qui m’a le plus frappée, c’est l’accueil',
  'ce qui me frappe, c’est le nombre de formulaires',
  'ma collègue m’a poussée à postuler',
  'ça m’a poussé à m’engager',
  'je veux en finir avec les dossiers papier',
  'le projet est au point mort',
  'je suis à bout de souffle dans l’escalier',
  'Outlook me harcèle de notifications',
  'j’ai été bousculée par ce changement d’horaires',
  'un banc à l’autre bout du couloir',
  'je suis à l’autre bout du couloir',
  'on va mourir de chaud cet été, il faut des ventilateurs',
  'mon mari me tape sur les nerfs',
  'on frappe à la porte de la loge',
  'l’accueil m’a frappée par sa gentillesse',
  'la qualité de l’accueil m’a frappée',
  'ce logiciel me fait frapper trois fois sur la même touche',
  'une bouteille jetée par terre devant la loge',
  'le seuil des marchés a été rabaissé',
  'je me suis battue pour ce projet',
  'un projet poussé par les collègues',
  'le lycée a été frappé par la foudre',
  'cette chose m’a frappée',
  'ça me fait toucher du doigt le problème',
  'un cadre de vie frappé par le soleil',
]

describe('what eighty messages say of distress', () => {
  const signs = (expect: DistressSign) =>
    SAID.filter(said => said.expect === expect).map(({ text }) => ({ text, sign: distressIn(text) }))
  const count = (expect: DistressSign, sign: DistressSign) =>
    signs(expect).filter(said => said.sign === sign).length

  it('has contacts where it is said plainly, and leaves ordinary messages what they are', () => {
    const missed = signs('sure').filter(({ sign }) => sign === 'none')
    assert.ok(signs('sure').length - missed.length >= 32, missed.map(({ text }) => text).join('\n'))
    assert.deepEqual(
      signs('none').filter(({ sign }) => sign === 'sure'),
      [],
    )
  })

  it('is this table', () => {
    const row = (expect: DistressSign) => ({
      sure: count(expect, 'sure'),
      unsure: count(expect, 'unsure'),
      none: count(expect, 'none'),
    })
    assert.deepEqual(
      { sure: row('sure'), unsure: row('unsure'), none: row('none') },
      {
        sure: { sure: 35, unsure: 0, none: 0 },
        unsure: { sure: 1, unsure: 14, none: 0 },
        none: { sure: 0, unsure: 3, none: 27 },
      },
    )
  })
})

describe('distress and violence said plainly', () => {
  it('are seen, though some of their words make figures of speech as well', () => {
    assert.deepEqual(
      PLAIN.filter(text => distressIn(text) !== 'sure'),
      [],
    )
  })

  it('are seen as they are typed on a phone', () => {
    const HASTY = [
      'jveux mourir',
      'jai ete frappee par mon chef',
      'jsuis harcelee',
      'chui harcelé',
      'il minsulte',
    ]
    assert.deepEqual(
      HASTY.filter(text => distressIn(text) !== 'sure'),
      [],
    )
    assert.equal(distressIn('jen peu plus'), 'unsure')
  })

  it('are not seen where a sentence of work has their words', () => {
    const WORK = [
      'un logiciel qui m’empêche de travailler',
      'mon mari m’attend à 17 h, avançons la réunion',
      'j’ai envie de foncer sur ce projet',
      'j’ai des jours à poser, il faut mettre fin au formulaire',
      'je pense à en finir avec le papier',
      'je me suis coupé le doigt en cuisine, il faut des gants',
      'la jetée, les jardins et les jeunes',
    ]
    assert.deepEqual(
      WORK.filter(text => distressIn(text) !== 'none'),
      [],
    )
  })

  it('are seen in most messages that nobody read before, and ordinary ones keep their acts', () => {
    const got = (expect: DistressSign) =>
      UNSEEN.filter(said => said.expect === expect).map(({ text }) => distressIn(text))
    assert.equal(got('sure').length, 35)
    // As measured once, before anybody read them: 27 of 35. A list that loses one is worse.
    assert.ok(got('sure').filter(sign => sign !== 'none').length >= 27)
    assert.equal(got('none').filter(sign => sign === 'sure').length, 0)
  })

  it('are not seen in a figure of speech', () => {
    assert.deepEqual(
      HARMLESS.filter(text => distressIn(text) !== 'none'),
      [],
    )
  })

  it('are seen beside a figure of speech as well', () => {
    for (const figure of HARMLESS)
      for (const text of [`${figure}. Je veux mourir`, `Mon chef m’a frappée. ${figure}`])
        assert.equal(distressIn(text), 'sure', text)
  })

  it('are unsure where a figure of speech hides nothing but itself', () => {
    assert.equal(distressIn('Harcèlement téléphonique au travail'), 'unsure')
    assert.equal(distressIn('Mort de rire, mais parlons du harcèlement'), 'unsure')
  })

  it('are seen wherever they stand in the longest message that is kept', () => {
    const END = ' je veux mourir'
    for (const [word, graphemes] of [
      ['a ', 2],
      ['lycée ', 6],
      ['x\u200D', 1],
    ] as const) {
      const times = Math.floor((UTTERANCE_LENGTH - END.length) / graphemes)
      assert.equal(distressIn(word.repeat(times) + END), 'sure', word)
    }
  })

  it('are not seen in the beginnings of a phrase, however often they are repeated', () => {
    for (const said of ['je ', 'je me suis ', 'me ', 'par le chef ']) {
      assert.equal(distressIn(said.repeat(9_000)), 'none', said)
    }
  })
})

describe('words of distress', () => {
  const SURE = [
    'je veux en finir',
    'j’ai envie de mourir',
    'Je n’en peux plus, je craque',
    'mon collègue me harcèle depuis des mois',
    'je suis harcelée par mon responsable',
    'il me crie dessus devant tout le monde',
    'elle m’a giflée dans le couloir',
    'mon chef m’humilie en réunion',
    'il m’a touché les fesses',
    'je pleure tous les soirs en rentrant',
    'je dors plus, je pleure',
    'j’ai la boule au ventre avant de venir',
    'plus envie de vivre',
    'je veux signaler un harcèlement',
    'je suis victime de violences',
    'comment signaler une agression',
    'my manager bullies me',
    'I want to die',
    'he touches me at work',
    'I cry every night',
  ]
  const NOT_SURE = [
    'former les cadres à la prévention du suicide',
    'une affiche contre le harcèlement dans chaque lycée',
    'prévenir le burn-out par des pauses',
    'un référent pour les agents victimes de violences conjugales',
    'je suis mort de rire',
    'je me suis tué à la tâche',
    'on meurt de chaud dans les bureaux',
    'ce formulaire me tue',
    'en finir avec les gobelets jetables',
    'faire disparaître les sacs en plastique',
    'j’ai envie de faire disparaître les gobelets',
    'on frappe à la porte de la loge sans arrêt',
    'ça me touche beaucoup, merci',
    'ce qui m’a frappé, c’est l’accueil',
    'ça m’a poussé à m’engager',
    'on va droit dans le mur avec ce logiciel',
    'le frigo est vidé complètement tous les vendredis',
    'je serai encore là demain pour aider les nouveaux',
    'j’ai peur d’aller vers les usagers, une formation aiderait',
    'je suis à bout de souffle dans l’escalier, mettons un ascenseur',
    'le spectacle a fait pleurer de rire tout le service',
    'we are dying to try the new bikes',
  ]

  it('are known for what they are', () => {
    assert.deepEqual(
      SURE.filter(text => distressIn(text) !== 'sure'),
      [],
    )
  })

  it('are not seen in figures of speech, nor in what one proposes against them', () => {
    assert.deepEqual(
      NOT_SURE.filter(text => distressIn(text) === 'sure'),
      [],
    )
  })
})
