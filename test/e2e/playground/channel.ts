import assert from 'node:assert/strict'
import type { Words } from '../../../src/i18n/words.ts'
import { type Card, even } from './chat.ts'
import { CAST, CHANNEL, type Stage } from './stage.ts'
import { announce, DAYS, LISTED, OPTIONS, openBallot, QUESTION, WORKSHOP } from './town.ts'

const { nadia, camille } = CAST
/** Beginning at ten. */
export const DAY = '2027-04-20'
const BOX = 'Qu’essayer d’abord ?'
const SUPPORTED = 'Un banc devant l’accueil'
const CARRIED = 'Un café le premier lundi du mois'

/** People who have not acted yet. */
function* strangers() {
  for (let at = 10; ; at++)
    yield { objectId: `00000000-0000-0000-0002-0000000000${at}`, name: `Agente ${at}` }
}

export type Things = {
  readonly ballot: string
  readonly option: string
  readonly listed: string
  readonly day: string
  readonly workshop: string
  readonly idea: string
  readonly initiative: string
}

/** One of each that can be answered in a channel: a ballot, a workshop, an idea and an initiative. */
export async function fill(stage: Stage): Promise<Things> {
  const workshop = await announce(stage, '2027-04-30', '09:00')
  const { box } = await stage.act(camille, 'ideas.open-box', { question: BOX, channel: CHANNEL })
  const send = async (text: string) =>
    String((await stage.act(nadia, 'ideas.submit', { text, axis: 'equipe', box })).idea)
  const idea = await send(SUPPORTED)
  const initiative = await send(CARRIED)
  await stage.act(camille, 'ideas.decide', { idea: initiative, step: 'retained' })
  await stage.act(nadia, 'initiatives.carry', { idea: initiative, initiative })
  await openBallot(stage, '2027-05-04')
  await openBallot(stage, '2027-05-04', LISTED, DAYS)
  const [ballot] = await stage.rows('ballot', { question: QUESTION })
  const [option] = await stage.rows('ballot_option', { title: OPTIONS[0] ?? '' })
  const [listed] = await stage.rows('ballot', { question: LISTED })
  const [day] = await stage.rows('ballot_option', { title: DAYS[0] ?? '' })
  return {
    ballot: String(ballot?.id),
    option: String(option?.id),
    listed: String(listed?.id),
    day: String(day?.id),
    workshop,
    idea,
    initiative,
  }
}

const OTHERS = strangers()
let minutes = 8

/**
 * Six others vote, register, support and join. @returns which messages left for it within two minutes: none may.
 */
export async function othersAct(stage: Stage, things: Things): Promise<readonly string[]> {
  const sent = async () => (await stage.rows('post', {})).map(({ key, edits }) => `${key} ${edits}`)
  const before = await sent()
  const { ballot, option, listed, day, workshop, idea, initiative } = things
  for (const who of OTHERS.take(6)) {
    await stage.act(who, 'ballots.vote', { ballot, choice: option })
    await stage.act(who, 'ballots.vote', { ballot: listed, choice: day })
    await stage.act(who, 'workshops.answer', { workshop, answer: 'yes' })
    await stage.act(who, 'ideas.support', { idea, support: 'on' })
    await stage.act(who, 'initiatives.join', { initiative, joined: 'on' })
  }
  minutes += 2
  await stage.on(DAY, `10:${minutes}`)
  return (await sent()).filter(each => !before.includes(each))
}

/** How often the card of a ballot was edited. */
export async function editsOf(stage: Stage, ballot: string): Promise<number> {
  return Number((await stage.rows('post', { key: `ballot:${ballot}:${CHANNEL}` }))[0]?.edits ?? 0)
}

/** What is pressed on which card, and what then stands there. */
export function answersIn({ say }: Words) {
  return {
    vote: {
      on: QUESTION,
      press: say('ballot.tap', { choice: OPTIONS[1] ?? '' }),
      stands: say('ballot.registered.is', { choice: OPTIONS[1] ?? '' }),
    },
    register: { on: WORKSHOP, press: say('workshop.join'), stands: say('workshop.joined') },
    support: { on: SUPPORTED, press: say('idea.support'), stands: say('idea.supported') },
    join: { on: CARRIED, press: say('initiative.join'), stands: say('initiative.joined') },
  } as const
}

/** From now on each text that stands in the card's place is kept, with when (ms). */
export async function watch(card: Card): Promise<() => Promise<readonly (readonly [number, string])[]>> {
  // Without a named function: the page would not know tsx's own.
  const kept = await card.at.evaluateHandle(node => {
    const [from, place] = [performance.now(), node.parentElement]
    const seen: [number, string][] = [[0, place?.textContent ?? '']]
    new MutationObserver(() => {
      const text = place?.textContent ?? ''
      if (seen.at(-1)?.[1] !== text) seen.push([Math.round(performance.now() - from), text])
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
    return seen
  })
  return async () => (await kept.jsonValue()).map(([at, text]) => [at, even(text)] as const)
}

export async function isChosen(card: Card, title: string): Promise<boolean> {
  const radio = card.at.getByRole('radio', { name: title })
  assert.equal(await radio.count(), 1, `«${title}» cannot be chosen on «${await card.text()}»`)
  return radio.isChecked()
}
