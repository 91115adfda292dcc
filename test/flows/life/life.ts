import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { BallotView } from '../../../src/tabs/contract/ballots/ballots.ts'
import type { CommitmentView } from '../../../src/tabs/contract/commitments.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { InitiativeSheet } from '../../../src/tabs/contract/initiatives/initiatives.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import type { EventView } from '../../../src/tabs/contract/thread.ts'
import type { Bot } from '../../support/product/bot.ts'
import { found } from '../../support/product/card-assertions.ts'
import { voteFor } from '../../support/product/vote.ts'
import { AHMED, CAMILLE, KARIM, MAELLE, NADIA, PASCAL, type Person } from '../../support/sign-in/cast.ts'
import { GENERAL, type Shown, WORKSHOPS } from '../../support/teams/index.ts'
import { choiceOf, FILLED, openMenu, TYPED } from '../ballots/steps.ts'

const NOTEBOOK = 'Un carnet de passation d’une page quand on change de poste'
const WORKSHOP = { title: 'Le lycée, demain', axis: 'equipe', place: 'Carcassonne', seats: '40' }
/** Who came across the idea one way or another, and Ahmed, who never did. */
const FOUR: readonly Person[] = [CAMILLE, KARIM, NADIA, AHMED]

/** What one person was told without having asked, in order. */
export type Told = { readonly at: number; readonly words: string }
export type Life = {
  readonly timeline: readonly EventView[]
  readonly told: ReadonlyMap<Person, readonly Told[]>
}

const WHY = 'Pourquoi ce message'
/** Who is called to vote is reminded of it, whatever is asked: that is no news of an idea. */
const REMINDER = 'Votre vote est possible'

/** Lives the whole thread of one idea, from a workshop's table to a commitment that is kept. */
export async function liveOn(bot: Bot): Promise<Life> {
  const heard = new Map<Person, Map<string, Told>>(FOUR.map(person => [person, new Map()]))
  const api = (person: Person) => bot.api(person)

  /** What stands in each one’s chat about the idea, and was not asked for. */
  function listen(): void {
    for (const person of FOUR) {
      const told = heard.get(person)
      for (const { id, text, buttons } of bot.as(person).reads())
        if (
          text.includes(NOTEBOOK) &&
          !text.includes(REMINDER) &&
          buttons.some(each => each.startsWith(WHY)) &&
          !told?.has(id)
        )
          told?.set(id, { at: bot.clock.now(), words: text })
    }
  }

  async function passes(ms = HOUR): Promise<void> {
    await bot.later(ms)
    listen()
  }

  const goesOn = (moment: string) => passes(Date.parse(moment) - bot.clock.now())

  async function announce(): Promise<void> {
    await bot.as(MAELLE).installs(GENERAL)
    await bot.settle()
    const form = await bot.as(MAELLE).presses(await bot.as(MAELLE).says('annoncer'), 'Un atelier')
    const filled = { ...WORKSHOP, date: '2027-04-27', channel: WORKSHOPS.id }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Publier')
    await bot.settle()
    const [post] = bot.as(CAMILLE).reads(WORKSHOPS)
    await bot.as(CAMILLE).presses(found(post, 'the announcement'), 'Je participe')
  }

  /** Camille’s table: what was said there is hers to write. */
  async function gather(): Promise<IdeaView> {
    const [post] = bot.as(CAMILLE).reads(WORKSHOPS)
    const mine = await bot.as(CAMILLE).presses(found(post, 'the announcement'), 'Ma réponse')
    const form = await bot.as(CAMILLE).presses(mine, 'Déposer une idée')
    await bot.as(CAMILLE).presses(form, 'Envoyer', { text: NOTEBOOK, table: '4' })
    const { items } = await api(CAMILLE).get<Page<IdeaView>>('/ideas?mine=1')
    return found(items[0], 'the idea')
  }

  async function openVote(): Promise<Shown> {
    const form = await bot.as(MAELLE).presses(await openMenu(bot), 'Un scrutin')
    const filled = { ...FILLED, ...TYPED, ideas: choiceOf(form, NOTEBOOK) }
    const preview = await bot.as(MAELLE).presses(form, 'Voir l’aperçu', filled)
    await bot.as(MAELLE).presses(preview, 'Ouvrir le scrutin')
    await passes()
    return found(bot.as(MAELLE).reads(WORKSHOPS).at(-1), 'the ballot')
  }

  async function vote(): Promise<void> {
    const post = await openVote()
    for (const person of [CAMILLE, KARIM]) await bot.as(person).presses(post, voteFor(NOTEBOOK))
    await goesOn('2027-05-06T16:30:00Z')
    await goesOn('2027-05-07T08:00:00Z')
    const { items } = await api(MAELLE).get<Page<BallotView>>('/ballots')
    if (items[0]?.state !== 'closed') throw new Error('the ballot goes on')
  }

  async function carry(idea: string): Promise<InitiativeSheet> {
    await api(PASCAL).put(`/ideas/${idea}/state`, { state: 'retained' })
    await passes()
    const nonce = 'the-initiative-of-this-life'
    const { id } = await api(KARIM).post<InitiativeSheet>('/initiatives', { nonce, idea })
    await passes()
    const sheet = await api(NADIA).put<InitiativeSheet>(`/initiatives/${id}/membership`, { joined: true })
    await passes()
    return sheet
  }

  async function keep(idea: string): Promise<void> {
    const intention = {
      axis: 'equipe',
      text: 'Écrire mon carnet',
      horizon: '2027-06-30',
      visibility: 'everyone',
    }
    const nonce = 'the-commitment-of-this-life'
    const { id } = await api(NADIA).post<CommitmentView>('/commitments', { ...intention, idea, nonce })
    await passes()
    await api(NADIA).post(`/commitments/${id}/end`, { state: 'kept' })
    await passes()
  }

  await bot.seat([...FOUR, PASCAL])
  for (const person of FOUR) await bot.as(person).says('aide')
  await announce()
  await goesOn('2027-04-27T09:00:00Z')
  const { id } = await gather()
  await api(KARIM).put(`/ideas/${id}/support`, { support: true })
  await passes()
  await vote()
  const { title, problem, story, inspiring, resources, ...sheet } = await carry(id)
  const written = {
    title,
    problem: 'Six mois de repères partent avec la personne.',
    story,
    inspiring,
    resources,
  }
  await api(KARIM).put(`/initiatives/${sheet.id}`, { ...written, outcome: '', phase: 'test' })
  await passes()
  await keep(id)
  const outcome = 'Trente carnets écrits, dans six services.'
  await api(KARIM).put(`/initiatives/${sheet.id}`, { ...written, outcome, phase: 'done' })
  await passes()
  // What moved within a week of the last card is told in the next one.
  await passes(12 * DAY)
  const { items } = await api(AHMED).get<Page<EventView>>(`/ideas/${id}/thread`)
  return { timeline: items, told: new Map([...heard].map(([person, told]) => [person, [...told.values()]])) }
}
