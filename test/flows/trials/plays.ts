import type { TrialPlan } from '../../../src/tabs/contract/initiatives/trials.ts'
import type { Bot } from '../../support/product/bot.ts'
import {
  AHMED,
  CAMILLE,
  INES,
  KARIM,
  MAELLE,
  NADIA,
  PASCAL,
  type Person,
  person,
} from '../../support/sign-in/cast.ts'
import { openStage, type TrialStage } from './stage.ts'

const six: Omit<TrialPlan, 'ifWe' | 'expected' | 'measures' | 'directions'> = {
  change: '',
  site: '',
  from: '2027-05-03',
  until: '2027-06-11',
  rhythm: 'fortnightly',
}

const crowd = (names: readonly string[], direction: string): readonly Person[] =>
  names.map(name => person(name, { direction }))

/** Fifteen who try, of three Directions. */
const FIFTEEN: readonly Person[] = [
  CAMILLE,
  AHMED,
  NADIA,
  ...crowd(['Alice Roux', 'Bruno Petit', 'Chloé Garcia', 'David Lopez'], 'lycees'),
  ...crowd(['Emma Robert', 'Farid Haddad', 'Gaëlle Simon', 'Hugo Laurent'], 'numerique'),
  ...crowd(['Iris Michel', 'Jules Lefèvre', 'Kenza Leroy', 'Louis Moreau'], 'mobilites'),
]

/** A supporter who tries nothing. */
const SONIA = person('Sonia Fournier', { direction: 'numerique' })

/** From a hypothesis to a generalisation in three Directions, over six weeks. */
export async function playGeneralised(bot: Bot) {
  const stage = await openStage(bot, [MAELLE, PASCAL, KARIM, INES, SONIA, ...FIFTEEN])
  const title = 'Une matinée sans réunion chaque semaine'
  const around = { author: CAMILLE, manager: PASCAL, carrier: KARIM, supporters: [SONIA, NADIA] }
  await stage.until('2027-04-26')
  const id = await stage.initiative(title, around)
  await stage.until('2027-04-27')
  await stage.plan(KARIM, id, {
    ...six,
    ifWe: 'gardons le jeudi matin sans réunion',
    expected: 'les dossiers de fond avancent chaque semaine',
    directions: ['lycees', 'numerique', 'mobilites'],
    measures: [
      { kind: 'number', text: 'Dossiers en retard', unit: 'dossiers', better: 'down', start: '42' },
      { kind: 'question', text: 'Avez-vous pu avancer sans être interrompu ?', better: 'up' },
    ],
  })
  await stage.until('2027-04-28')
  for (const who of FIFTEEN) await stage.tries(who, id)
  await stage.until('2027-04-29')
  for (const who of FIFTEEN) await stage.looksAhead(who, id, 2)
  await stage.until('2027-05-18')
  for (const who of FIFTEEN.slice(0, 12)) await stage.looksIn(who, 3)
  await stage.types(KARIM, id, '38')
  await stage.until('2027-06-01')
  for (const who of FIFTEEN.slice(0, 13)) await stage.looksIn(who, 4)
  await stage.types(INES, id, '31 dossiers')
  await stage.until('2027-06-10')
  for (const who of FIFTEEN) await stage.looksIn(who, 4)
  await stage.types(KARIM, id, '27,5')
  await stage.until('2027-06-11')
  await stage.decides(KARIM, title, {
    kind: 'généraliser',
    why: 'Un tiers de dossiers en retard en moins, et personne ne demande à revenir en arrière.',
    learnt: 'Le jeudi tient si le directeur le bloque aussi dans son agenda.',
    directions: 'lycees,numerique,europe',
  })
  await stage.until('2027-06-25')
  return { stage, id, title }
}

/** From a hypothesis to its end: stopped, with the same honours. */
export async function playStopped(bot: Bot) {
  const testers = FIFTEEN.slice(0, 6)
  const stage = await openStage(bot, [MAELLE, PASCAL, KARIM, SONIA, ...testers])
  const title = 'Un tableau papier des absences à l’accueil'
  await stage.until('2027-04-26')
  const id = await stage.initiative(title, {
    author: CAMILLE,
    manager: PASCAL,
    carrier: KARIM,
    supporters: [SONIA],
  })
  await stage.plan(KARIM, id, {
    ...six,
    ifWe: 'affichons les absences à l’accueil',
    expected: 'les visiteurs attendent moins',
    directions: ['lycees'],
    measures: [{ kind: 'number', text: 'Attente à l’accueil', unit: 'min', better: 'down', start: '12' }],
  })
  for (const who of testers) await stage.tries(who, id)
  await stage.until('2027-05-18')
  await stage.types(KARIM, id, '13 min')
  await stage.until('2027-06-11')
  await stage.decides(KARIM, title, {
    kind: 'arrêter',
    why: 'L’attente n’a pas baissé, et le tableau n’était plus à jour après deux semaines.',
    learnt: 'Ce qui se recopie à la main ne tient pas ; l’agenda partagé suffit.',
  })
  await stage.until('2027-06-25')
  return { stage, id, title }
}

/** Four people in a lycée: too few for a figure of what they say; they live on the number and what they sign. */
export async function playFour(bot: Bot) {
  const [one, two, three] = crowd(['Maria Costa', 'Paul Vidal', 'Rosa Blanc'], 'lycees')
  const four: readonly Person[] = [CAMILLE, ...(one && two && three ? [one, two, three] : [])]
  const stage = await openStage(bot, [MAELLE, PASCAL, AHMED, ...four])
  const title = 'Peser les restes de la cantine avec les élèves'
  await stage.until('2027-04-26')
  const id = await stage.initiative(title, {
    author: AHMED,
    manager: PASCAL,
    carrier: CAMILLE,
    supporters: four.slice(1),
  })
  await stage.plan(CAMILLE, id, {
    ...six,
    ifWe: 'pesons les restes devant les élèves',
    expected: 'ils jettent moins',
    directions: [],
    site: 'Lycée Bellevue, Toulouse',
    rhythm: 'weekly',
    measures: [
      { kind: 'number', text: 'Restes par semaine', unit: 'kg', better: 'down', start: '85' },
      { kind: 'question', text: 'La pesée tient-elle dans la journée ?', better: 'up' },
    ],
  })
  for (const who of four) await stage.tries(who, id)
  for (const [day, kilos] of WEEKS) {
    await stage.until(day)
    for (const who of four) await stage.looksIn(who, 4)
    await stage.types(CAMILLE, id, kilos)
  }
  await stage.until('2027-06-11')
  await stage.decides(CAMILLE, title, {
    kind: 'ajuster',
    why: 'Moitié moins de restes, mais la pesée prend vingt minutes à une personne.',
    learnt: 'Les élèves regardent la courbe, pas l’affiche.',
  })
  await stage.until('2027-06-25')
  return { stage, id, title }
}

/** Days on which the four look in, and what they weigh. */
const WEEKS = [
  ['2027-05-11', '80'],
  ['2027-05-18', '71,5'],
  ['2027-05-25', '63'],
  ['2027-06-01', '55'],
  ['2027-06-10', '41'],
] as const

export type TrialPlay = (
  bot: Bot,
) => Promise<{ readonly stage: TrialStage; readonly id: string; readonly title: string }>
