import { noLimits } from '../../../src/kernel/requests/limits.ts'
import { DAY } from '../../../src/kernel/time/clock.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import { openBallot } from '../../flows/ballots/steps.ts'
import { startBot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import {
  CAMILLE,
  CAST,
  INES,
  KARIM,
  MAELLE,
  NADIA,
  OWEN,
  type Person,
  person,
} from '../../support/sign-in/cast.ts'
import { IDEAS, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { ODILE } from '../directions.ts'

export const DIRECTION = 'mobilites'
const COLLEAGUES = ['Awa Puig', 'Paul Roques', 'Sofia Marchand', 'Yann Lacaze'].map(name =>
  person(name, { direction: DIRECTION }),
)
const SEATED: readonly Person[] = [MAELLE, NADIA, INES, ODILE, KARIM, CAMILLE, OWEN, ...COLLEAGUES]
export const BALLOT = 'Par quelle idée commencer\u202F?'
export const OPTIONS = ['Un carnet de passation', 'Un courrier relu à deux', 'Un café commun le lundi']
export const COMING = 'Soigner les arrivées'
export const TODAY = 'Accueillir mieux, plus près'
export const WAITING = [
  'Partager les véhicules de service le vendredi',
  'Afficher le temps d’attente réel aux arrêts',
  'Un point de dix minutes debout le lundi',
]
export const CARRIED = 'Le carnet de passation'

export type Town = Awaited<ReturnType<typeof openTown>>

let forms = 0
const nonce = () => `nonce-on-a-path-number-${++forms}`

async function announce(bot: Town['bot'], title: string, date: string): Promise<Shown> {
  const lab = () => bot.as(MAELLE)
  const form = await lab().presses(await lab().says('annoncer'), 'Un atelier')
  const typed = {
    title,
    axis: 'employeur',
    date,
    start: '14:00',
    end: '17:00',
    place: 'Toulouse',
    seats: '12',
  }
  const preview = await lab().presses(form, 'Voir l’aperçu', { ...typed, channel: WORKSHOPS.id })
  await lab().presses(preview, 'Publier')
  await bot.settle()
  return found(lab().reads(WORKSHOPS).at(-1), 'the workshop’s card')
}

/** Ideas of a Direction, two weeks of them, one of which is retained and carried. */
async function propose({ api, later }: Town['bot']): Promise<string> {
  const propose = async (who: Person, axis: string, text: string) => {
    const { id } = await api(who).post<IdeaView>('/ideas', { nonce: nonce(), axis, text })
    await later(DAY)
    return id
  }
  const retained = await propose(NADIA, 'equipe', `${CARRIED} d’une page quand on change de poste`)
  for (const [at, text] of WAITING.entries())
    await propose(COLLEAGUES[at] ?? NADIA, ['transitions', 'usager', 'equipe'][at] ?? '', text)
  await propose(CAMILLE, 'usager', 'Relire un courrier sur dix avec un usager')
  await propose(KARIM, 'territoires', 'Un bureau ouvert au marché, un jeudi sur deux')
  await api(ODILE).put(`/ideas/${retained}/state`, { state: 'retained' })
  await later(DAY)
  const { id } = await api(NADIA).post<InitiativeSheet>('/initiatives', { nonce: nonce(), idea: retained })
  const texts = {
    problem: 'Six mois de repères partent avec la personne.',
    story: '',
    inspiring: '',
    outcome: '',
  }
  await api(NADIA).put(`/initiatives/${id}`, { ...texts, title: CARRIED, phase: 'create', resources: [] })
  return id
}

/**
 * A programme of three weeks on Monday 10 May at 9:05, as one Direction sees it: a workshop to come and one of today, a
 * vote, ideas that wait, an initiative without a next step, commitments that are shared; the strict Teams around it.
 */
export async function openTown() {
  const bot = await startBot('file::memory:', {
    people: [...CAST, ODILE, ...COLLEAGUES],
    limits: noLimits,
  })
  await bot.until('2027-04-20T08:00:00Z')
  await bot.seat(SEATED)
  for (const who of [NADIA, INES, ODILE]) await bot.as(who).installs()
  // Back from three weeks away: what waited for her is told on Monday, in one message.
  await bot.api(INES).put('/me/messages', { pausedUntil: '2027-05-09' })
  const idea = await propose(bot)
  const { post: ballot } = await openBallot(bot, {
    question: BALLOT,
    options: OPTIONS.join('\n'),
    date: '2027-05-12',
  })
  const lab = await bot.app.people.greet({ ...MAELLE, language: 'fr' })
  await bot.app.channels.bind(lab, WORKSHOPS.id, 'channel', DIRECTION)
  const coming = await announce(bot, COMING, '2027-05-13')
  const today = await announce(bot, TODAY, '2027-05-10')
  for (const who of [NADIA, INES]) await bot.as(who).presses(today, 'Je participe')
  for (const who of COLLEAGUES)
    await bot.api(who).post<CommitmentView>('/commitments', {
      nonce: nonce(),
      axis: 'usager',
      text: 'Relire chaque mois un courrier type avec deux usagers',
      horizon: '2027-06-30',
      visibility: 'direction',
    })
  await bot.until('2027-05-10T07:05:00Z')
  const { origin: url, signIn } = bot
  return {
    bot,
    served: { url, tokenOf: (who: Person) => signIn.tabToken(who) },
    /** Ids and cards of what stands there. */
    idea,
    ballot,
    coming,
    today,
    box: IDEAS,
    close: () => bot.close(),
  }
}
