import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { DEMO_TENANT, PERSONAS } from '../../../src/demo/personas/personas.ts'
import { DAY, systemClock } from '../../../src/kernel/time/clock.ts'
import { dateIn } from '../../../src/kernel/time/time-zone.ts'
import { type Person, person } from '../sign-in/cast.ts'
import { createActivities, type Where } from '../teams/activities.ts'
import { isNode, type Node, placedIn } from '../teams/card-tree.ts'
import { textOnCard } from '../teams/card-view.ts'
import { chatId } from '../teams/chats.ts'
import { TEAM, WORKSHOPS } from '../teams/index.ts'

const CARD = 'application/vnd.microsoft.card.adaptive'
const LATER = dateIn(Date.now() + 30 * DAY, 'Europe/Paris')

type Data = Readonly<Record<string, string>>

/** An act, and the words that acknowledge it. */
export type Act = { readonly verb: string; readonly data: Data; readonly good: RegExp; readonly what: string }

/** Ids of what people vote on and register for. */
export type Ground = {
  readonly ballot: string
  readonly options: readonly string[]
  readonly workshop: string
}

export function agent(name: string): Person {
  return person(name, { tenant: DEMO_TENANT })
}

type LineOptions = {
  readonly bot?: { readonly id: string; readonly name: string }
  /** The token that goes with an activity: demo mode needs none of this machine. */
  readonly token?: () => Promise<string>
}

/** Sends activities as people in their own chats. */
export function createLine(endpoint: string, serviceUrl: string, { bot, token }: LineOptions = {}) {
  let serial = 0
  const run = randomUUID()
  const nextId = () => `activity-${run}-${++serial}`
  const activities = createActivities({
    serviceUrl,
    bot: bot ?? { id: 'demo', name: 'Faire Administration' },
    team: TEAM,
    nextId,
    now: systemClock.now,
  })

  async function post(activity: object): Promise<unknown> {
    const bearer = await token?.()
    const response = await fetch(endpoint, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(bearer && { authorization: `Bearer ${bearer}` }) },
      body: JSON.stringify(activity),
    })
    const text = await response.text()
    assert.equal(response.status, 200, text)
    return text === '' ? undefined : JSON.parse(text)
  }

  return {
    /** The card that answers, in their own chat unless `where` says a channel. Rejects when no whole answer came. */
    async presses(
      who: Person,
      verb: string,
      data: Data,
      where: Where = { conversation: chatId(who) },
    ): Promise<Node> {
      const answer = await post(activities.executed(who, where, 'card', { verb, data }))
      assert.ok(isNode(answer) && answer.type === CARD && isNode(answer.value), JSON.stringify(answer))
      return answer.value
    },
    /** In their own chat; the answer comes as a message. */
    async types(who: Person, text: string): Promise<void> {
      await post(activities.typed(who, { conversation: chatId(who) }, text))
    },
    async installs(who: Person): Promise<void> {
      const where = { conversation: WORKSHOPS.id, channel: WORKSHOPS.id }
      for (const activity of activities.installation(who, where, 'add')) await post(activity)
    },
  }
}

export type Line = ReturnType<typeof createLine>

/** The first value of that name among the card's buttons. */
function buttonValue(card: Node, name: string): string {
  const values = placedIn(card).map(({ node }) => (isNode(node.data) ? node.data[name] : undefined))
  const value = values.find(each => typeof each === 'string')
  assert.ok(typeof value === 'string', `no button carries «${name}»:\n${textOnCard(card)}`)
  return value
}

const [LAB] = PERSONAS
const DEMO_CAST = { organiser: { ...agent(LAB.name), objectId: LAB.objectId }, voter: agent('Agent') }

/** An organiser announces a workshop for 2,000 and opens a ballot of three. */
export async function prepare(line: Line, { organiser, voter } = DEMO_CAST): Promise<Ground> {
  await line.installs(organiser)
  const channel = WORKSHOPS.id
  const workshop = await line.presses(organiser, 'workshops.publish', {
    title: 'Tenir',
    axis: 'equipe',
    date: LATER,
    start: '09:00',
    end: '12:00',
    place: 'Toulouse',
    seats: '2000',
    channel,
    nonce: 'the-workshop-of-the-load',
  })
  const ballot = await line.presses(organiser, 'ballots.open', {
    question: 'Lequel ?',
    options: 'Un\nDeux\nTrois',
    date: LATER,
    time: '18:00',
    channel,
    nonce: 'the-ballot-of-the-load',
  })
  const id = buttonValue(ballot, 'ballot')
  const choosing = await line.presses(voter, 'ballots.choose', { ballot: id })
  const options = placedIn(choosing).flatMap(({ node }) =>
    node.verb === 'ballots.vote' ? [String(Object(node.data).choice)] : [],
  )
  return {
    ballot: id,
    options,
    workshop: buttonValue(workshop, 'workshop'),
  }
}

/** Acts of each kind of person, by turn. */
export const KINDS: Readonly<Record<string, (ground: Ground, name: string, turn: number) => Act>> = {
  vote: ({ ballot, options }, _, turn) => {
    const choice = options[turn % options.length] ?? ''
    const good = /Votre vote est (enregistré|maintenant)/
    return { verb: 'ballots.vote', data: { ballot, choice }, good, what: choice }
  },
  answer: ({ workshop }, _, turn) => {
    const answer = turn % 2 === 0 ? 'yes' : 'no'
    const good = answer === 'yes' ? /Votre place est réservée/ : /Vous n’y participez pas/
    return { verb: 'workshops.answer', data: { workshop, answer }, good, what: answer }
  },
  idea: (_, name, turn) => {
    const text = `Idée ${turn} de ${name}`
    const data = { text, axis: 'usager', nonce: `idea-of-the-load-${turn}` }
    return { verb: 'ideas.submit-different', data, good: /Votre idée est publiée/, what: text }
  },
  commitment: (_, name, turn) => {
    const text = `tenir ${turn} pour ${name}`
    const data = { text, axis: 'equipe', horizon: LATER, nonce: `commitment-of-the-load-${turn}` }
    return { verb: 'commitments.take', data, good: /Votre engagement est pris/, what: text }
  },
}
