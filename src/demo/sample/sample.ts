import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { App } from '../../compose.ts'
import type { ConversationPlace } from '../../conversation/protocol/incoming.ts'
import { DAY } from '../../kernel/time/clock.ts'
import type { ShiftedClock } from '../clock.ts'
import { DEMO_TENANT, PERSONAS } from '../personas/personas.ts'
import { carryIdeas } from './initiatives.ts'
import { announceSeries } from './series.ts'

type Texts = Readonly<Record<string, readonly string[]>>
type Sample = {
  readonly first: readonly string[]
  readonly last: readonly string[]
  readonly ideas: Texts
  readonly answers: readonly string[]
  readonly commitments: Texts
}
type Someone = { readonly objectId: string; readonly name: string }
type Acting = { readonly who: Someone; readonly direction: string }
type Spoken = { readonly axis: string; readonly text: string }

/** Active people of the first Directions: one where figures are shown, one just above the threshold. */
const CROWD = [6, 24, 9, 4] as const
/** Days ago on which they act; the daily figures are counted after each. */
const DAYS = [27, 20, 13, 6] as const
/** A group chat: acting there makes nobody reachable. */
const PLACE: ConversationPlace = { key: 'sample', kind: 'group', address: 'sample' }
const YEARS = 3_650 * DAY
/** When some of the ideas found somebody to carry them (ms from now). */
const LATELY = -3 * DAY

function every(texts: Texts): Spoken[] {
  return Object.entries(texts).flatMap(([axis, all]) => all.map(text => ({ axis, text })))
}

/** Presses buttons as somebody, through the router as everybody. Answers the ids in the answer's buttons. */
export function gestures({ router, ids }: App) {
  return async (who: Someone, verb: string, data: object): Promise<Readonly<Record<string, unknown>>> => {
    const from = { ...who, tenant: DEMO_TENANT }
    const press = { kind: 'pressed', id: ids.next(), verb, from, place: PLACE, locale: 'fr-FR' } as const
    const reply = await router.answer({ ...press, data: { nonce: ids.nonce(), ...data } })
    const { buttons = [] } = (reply?.card.data ?? {}) as { buttons?: readonly { data: object }[] }
    return Object.assign({}, ...buttons.map(button => button.data))
  }
}

function crowdOf({ first, last }: Sample, app: App): Acting[] {
  const directions = CROWD.flatMap((size, at) => Array(size).fill(app.programme.directions[at]?.id ?? ''))
  return directions.map((direction, at) => ({
    direction,
    who: {
      objectId: `00000000-0000-0000-0001-${String(at).padStart(12, '0')}`,
      name: `${first[at % first.length]} ${last[(at * 5) % last.length]}`,
    },
  }))
}

/** What one sample person does: gives a Direction, submits an idea, supports earlier ones, takes a commitment. */
function actingIn(app: App, sample: Sample, said: Map<string, string>) {
  const press = gestures(app)
  const [ideas, commitments] = [every(sample.ideas), every(sample.commitments)]
  return async ({ who, direction }: Acting, at: number): Promise<void> => {
    await press(who, 'people.direction', { direction })
    const idea = ideas[at - CROWD[0]]
    if (idea) said.set(idea.text, String((await press(who, 'ideas.submit', idea)).idea ?? ''))
    for (const each of [...said.values()].slice(-2))
      await press(who, 'ideas.support', { idea: each, support: 'on' })
    const commitment = commitments[(at * 5) % commitments.length]
    const visibility = (['me', 'me', 'direction', 'everyone'] as const)[(at >> 2) % 4]
    await press(who, 'commitments.take', { ...commitment, visibility, horizon: horizon(app) })
  }
}

/** Creates a month of activity, once in the life of the database; nothing where the programme has other axes. */
export async function playSample(app: App, clock: ShiftedClock): Promise<void> {
  const { transact, once } = app.database
  const sample = parse(readFileSync(new URL('sample.yaml', import.meta.url), 'utf8')) as Sample
  if (!Object.keys(sample.ideas).every(app.programme.axis)) return
  const id = app.ids.next()
  if ((await transact(tx => once(tx, [{ key: 'demo.sample', forMs: YEARS }], id))) !== id) return
  const said = new Map<string, string>()
  const [press, act, crowd] = [gestures(app), actingIn(app, sample, said), crowdOf(sample, app)]
  for (const [week, days] of DAYS.entries()) {
    clock.shift = -days * DAY
    for (const [at, person] of crowd.entries()) if (at % DAYS.length === week) await act(person, at)
    const text = sample.answers[week]
    if (text !== undefined)
      await press(PERSONAS[0], 'ideas.answer', { idea: [...said.values()][week] ?? '', text })
    await app.router.expand({ kind: 'figures.snapshot', payload: {} })
  }
  clock.shift = LATELY
  await carryIdeas(app, { people: crowd.map(({ who }) => who), ideas: said })
  clock.shift = 0
  await announceSeries(
    app,
    press,
    crowd.map(({ who }) => who),
  )
}

/** A horizon that the commitment form offers. */
function horizon({ clock }: App): string {
  const now = new Date(clock.now())
  return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + 3, 0)).toISOString().slice(0, 10)
}
