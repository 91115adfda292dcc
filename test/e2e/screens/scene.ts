import type { Language } from '../../../src/kernel/text/language.ts'
import { SECOND } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { CommentView, IdeaView, WaitingView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { PlanView } from '../../../src/tabs/contract/workshops/planning.ts'
import { CHANNEL } from '../../support/product/stage.ts'
import {
  AHMED,
  CAMILLE,
  HELENE,
  INES,
  KARIM,
  LEA,
  MAELLE,
  NADIA,
  OWEN,
  type Person,
} from '../../support/sign-in/cast.ts'
import { ODILE, openDirections } from '../directions.ts'
import { carry, HANDBOOK } from '../initiatives.ts'
import { announce, ask, nonce, openSite, type Site, seat } from '../site.ts'
import { decideTrials } from './deciding.ts'
import { followUp } from './next-steps.ts'
import { proposeThemes, proposing } from './proposing.ts'
import { synthesise } from './synthesising.ts'
import { tryOut } from './trying.ts'

/** Who looks at a screen. */
export const VIEWERS = {
  agent: NADIA,
  pilot: INES,
  manager: ODILE,
  organiser: MAELLE,
  observer: HELENE,
  facilitator: AHMED,
  newcomer: LEA,
} as const satisfies Readonly<Record<string, Person>>
export type Viewer = keyof typeof VIEWERS

/** What a screen may be opened at. '' where the scene has none. */
export type Scene = {
  readonly site: Site
  readonly idea: string
  readonly initiative: string
  /** One that the agent carries. */
  readonly carried: string
  /** One that is tried by others than the agent. */
  readonly tried: string
  /** One that the agent carries, whose trial is due. */
  readonly due: string
  /** One whose trial is rolled out. */
  readonly decided: string
  /** One whose trial is adjusted, and whose next one is planned. */
  readonly again: string
  readonly ballot: string
  readonly workshop: string
  /** One that is announced, of a later day. */
  readonly coming: string
  readonly series: string
  readonly commitment: string
  readonly broadcast: string
}

const LONG_WORD = 'Anticonstitutionnellement'.repeat(2)

/** Makes every viewer's pages speak `language`, whatever their Teams says. */
export async function speak({ site }: Scene, language: Language): Promise<void> {
  for (const who of Object.values(VIEWERS)) await site.api(who).put('/me', { language })
}

async function idsOf(site: Site) {
  const first = async (path: string) =>
    (await site.api(MAELLE).get<Page<{ readonly id: string }>>(path)).items[0]?.id ?? ''
  const { items: plans } = await site.api(MAELLE).get<Page<PlanView>>('/planning?when=coming')
  return {
    workshop: await first('/attendance/workshops'),
    coming: plans.flatMap(({ days }) => days).findLast(({ stage }) => stage !== 'draft')?.id ?? '',
    broadcast: await first('/broadcasts'),
  }
}

/** A programme on its first day: everybody known, nothing done. */
export async function openFirstDay(): Promise<Scene> {
  const site = await openSite()
  for (const who of Object.values(VIEWERS)) await seat(site, who)
  const none = {
    idea: '',
    initiative: '',
    carried: '',
    tried: '',
    due: '',
    decided: '',
    again: '',
    ballot: '',
    workshop: '',
    coming: '',
    series: '',
    commitment: '',
    broadcast: '',
  }
  return { site, ...none }
}

async function talkOfIdeas(site: Site): Promise<string> {
  const propose = (who: Person, axis: string, text: string) => {
    // Newest first: of one moment, any might stand where another did in the last picture.
    site.clock.advance(SECOND)
    return site.api(who).post<IdeaView>('/ideas', { nonce: nonce(), axis, text })
  }
  const { id } = await propose(NADIA, 'equipe', 'Un carnet de passation d’une page quand on change de poste.')
  for (const who of [CAMILLE, KARIM, OWEN]) await site.api(who).put(`/ideas/${id}/support`, { support: true })
  await site
    .api(KARIM)
    .post(`/ideas/${id}/comments`, { nonce: nonce(), text: 'Partant pour l’essayer en juin.' })
  await site.api(ODILE).post(`/ideas/${id}/answer`, { text: 'Nous l’essayons en juin dans deux services.' })
  await propose(NADIA, 'usager', `Un mot de quarante lettres ne casse rien\u00A0: ${LONG_WORD}.`)
  const { id: close } = await propose(
    CAMILLE,
    'equipe',
    'Laisser une page de passation à qui prend la suite.',
  )
  await site.api(CAMILLE).post(`/ideas/${close}/merge`, { into: id })
  const { id: rude } = await propose(
    KARIM,
    'employeur',
    'Dire tout haut ce que chacun pense tout bas de son chef.',
  )
  await site.api(NADIA).post(`/ideas/${rude}/report`, { text: 'Une personne peut s’y reconnaître.' })
  const said = { nonce: nonce(), text: 'On voit bien de qui il s’agit, au deuxième étage.' }
  const { id: remark } = await site.api(CAMILLE).post<CommentView>(`/ideas/${id}/comments`, said)
  await site.api(KARIM).post(`/comments/${remark}/report`, { reason: 'Une personne peut s’y reconnaître.' })
  return id
}

/** The Direction's oldest idea, with as many supports as oblige to answer it. */
async function oblige(site: Site): Promise<void> {
  const { items } = await site.api(ODILE).get<WaitingView>('/directions/mobilites/waiting')
  const oldest = items.find(({ state }) => state === 'received')
  for (const who of [CAMILLE, KARIM, OWEN, MAELLE])
    await site.api(who).put(`/ideas/${oldest?.id}/support`, { support: true })
}

async function takeCommitments(site: Site): Promise<string> {
  const take = (who: Person, axis: string, text: string, visibility: string) =>
    site.api(who).post<CommitmentView>('/commitments', {
      nonce: nonce(),
      axis,
      text,
      visibility,
      horizon: '2027-06-30',
    })
  const relire = 'Relire chaque mois un courrier type avec deux usagers de l’accueil.'
  const { id } = await take(NADIA, 'usager', relire, 'everyone')
  await site.api(NADIA).post(`/commitments/${id}/notes`, { nonce: nonce(), text: 'Premier courrier relu.' })
  await take(NADIA, 'equipe', 'Tenir un carnet de passation d’une page pour mon poste.', 'direction')
  const kept = await take(
    NADIA,
    'employeur',
    'Accompagner une personne nouvelle pendant son premier mois.',
    'me',
  )
  await site.api(NADIA).post(`/commitments/${kept.id}/end`, { state: 'kept' })
  for (const who of [CAMILLE, KARIM, OWEN]) await take(who, 'usager', relire, 'everyone')
  return id
}

async function meet(site: Site): Promise<void> {
  await announce(site, { date: '2027-05-17', seats: 12 })
  await announce(site, {
    title: 'Accueillir mieux, plus près',
    date: '2027-06-10',
    seats: 2,
    axis: 'territoires',
  })
  await site.stage.settle()
  const { items } = await site
    .api(NADIA)
    .get<Page<{ readonly id: string; readonly title: string }>>('/workshops')
  for (const [at, { id }] of items.entries())
    for (const who of at === 0 ? [NADIA, CAMILLE, KARIM, AHMED] : [CAMILLE, KARIM, NADIA])
      await site.api(who).put(`/workshops/${id}/answer`, { answer: 'yes', orWait: true })
}

async function plan({ stage }: Site): Promise<string> {
  const lab = stage.as(MAELLE)
  const what = { title: 'Le lycée de demain, trois journées', description: '', axis: 'usager' }
  const reply = await lab.presses('workshops.series-write', { ...what, series: '', nonce: nonce() })
  const { buttons = [] } = reply.card.data as { buttons?: readonly { data: { series?: string } }[] }
  const series = buttons.find(({ data }) => data.series)?.data.series ?? ''
  for (const date of ['2027-06-03', '2027-06-17'])
    await lab.presses('workshops.day-write', {
      series,
      ...what,
      date,
      start: '09:30',
      end: '16:30',
      place: 'Hôtel de Région, Toulouse',
      seats: 40,
      link: '',
    })
  return series
}

async function send(site: Site): Promise<void> {
  const text = 'Les inscriptions aux journées de juin ouvrent ce matin.'
  const draft = { nonce: nonce(), text, audience: { kind: 'everybody' } }
  const { id, version } = await site.api(MAELLE).post<{ id: string; version: number }>('/broadcasts', draft)
  await site.api(MAELLE).post(`/broadcasts/${id}/rehearsal`, {})
  await site.api(MAELLE).post(`/broadcasts/${id}/start`, { version })
  await site.stage.settle()
}

/** A commitment that is kept, and told to its Direction, which has a pilot and a channel. */
async function tellOne(site: Site): Promise<void> {
  const bound = { channel: CHANNEL, direction: NADIA.direction, part: 'channel' }
  await site.stage.as(MAELLE).presses('channels.bind', bound)
  const { id } = await site.api(NADIA).post<CommitmentView>('/commitments', {
    nonce: nonce(),
    axis: 'territoires',
    text: 'Rappeler dans la journée qui laisse un message.',
    visibility: 'me',
    horizon: '2027-06-30',
  })
  await site.api(NADIA).post(`/commitments/${id}/end`, { state: 'kept' })
  const text =
    'Depuis mars, je rappelle dans la journée qui laisse un message. Les gens s’excusent de m’avoir dérangée.'
  await site.api(NADIA).put(`/commitments/${id}/story`, { nonce: nonce(), text, named: true })
}

/** The ideas of two axes, put under themes by their words. */
export async function placeIdeas({ stage, api }: Site): Promise<void> {
  for (const axis of ['transitions', 'equipe']) await api(MAELLE).post('/themes/run', { axis })
  await stage.settle()
}

/** A programme that has run for a month, with one of each thing. */
export async function openUsual(): Promise<Scene> {
  const site = await openDirections(24, { assist: proposing })
  for (const who of [...Object.values(VIEWERS), CAMILLE, KARIM, OWEN]) await seat(site, who)
  // Whoever comes often has added the application.
  for (const who of [NADIA, INES]) await site.stage.as(who).installs('personal')
  const idea = await talkOfIdeas(site)
  await oblige(site)
  const commitment = await takeCommitments(site)
  await meet(site)
  await tellOne(site)
  await ask(site, 'Quel nom pour le carnet\u00A0?', '2027-05-21', ['Le carnet', 'Le relais', 'Le témoin'])
  const initiative = await carry(site, { owner: KARIM }, HANDBOOK)
  await site.api(NADIA).put(`/initiatives/${initiative}/membership`, { joined: true })
  site.clock.advance(SECOND)
  const carried = await carry(
    site,
    { owner: NADIA, axis: 'territoires' },
    { title: 'Bureau ouvert au marché' },
  )
  await followUp(site, initiative, carried)
  const { tried, due } = await tryOut(site)
  const { decided, again } = await decideTrials(site)
  const series = await plan(site)
  await send(site)
  const { items: ballots } = await site.api(NADIA).get<Page<BallotView>>('/ballots')
  await placeIdeas(site)
  await proposeThemes(site)
  await synthesise(site)
  const found = await idsOf(site)
  return {
    site,
    idea,
    initiative,
    carried,
    tried,
    due,
    decided,
    again,
    ballot: ballots[0]?.id ?? '',
    series,
    commitment,
    ...found,
  }
}
