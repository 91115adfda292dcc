import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { App } from '../../compose.ts'
import { open } from '../../db/index.ts'
import { DAY } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import { PERSONAS } from '../personas/personas.ts'
import { CHANNEL } from '../playground/playground.ts'
import { gestures } from './sample.ts'

type Announced = {
  readonly ballot: { readonly question: string; readonly options: readonly string[] }
  readonly box: { readonly question: string }
  readonly workshop: { readonly title: string; readonly axis: string }
}

/** How far ahead the ballot closes and the workshop takes place; after that there are new ones. */
const AHEAD = 6 * DAY
/** Facts that post each kind of card again. */
const DRAWN = {
  workshop: { kind: 'workshops.changed', field: 'workshop' },
  series: { kind: 'workshops.series-changed', field: 'series' },
  ballot: { kind: 'ballots.changed', field: 'ballot' },
  box: { kind: 'ideas.box-opened', field: 'box' },
} as const
const SHOWN_AGAIN = 20

/**
 * Announces a ballot, a box and a workshop in the Playground's channel, unless some are still current.
 * @returns whether they are new
 */
export async function fillChannel(app: App): Promise<boolean> {
  const { database, ids, clock, messages, programme } = app
  const file = readFileSync(new URL('channel.yaml', import.meta.url), 'utf8')
  const { ballot, box, workshop } = parse(file) as Announced
  const isThere = (await app.channels.list()).some(channel => channel.id === CHANNEL.id)
  if (!isThere || !programme.axis(workshop.axis)) return false
  const id = ids.next()
  const key = { key: 'demo.channel', forMs: AHEAD }
  if ((await database.transact(tx => database.once(tx, [key], id))) !== id) return false
  const press = gestures(app)
  const [lab] = PERSONAS
  const day = (await messages.workdays()).after(dateIn(clock.now() + AHEAD, programme.zone))
  const where = { channel: CHANNEL.id, date: day }
  const options = ballot.options.join('\n')
  await press(lab, 'workshops.publish', { ...workshop, ...where, start: '09:30', end: '12:00' })
  await press(lab, 'ideas.open-box', { ...box, ...where })
  await press(lab, 'ballots.open', { ...ballot, options, ...where, time: '18:00' })
  return true
}

/** Posts the channel's cards again: the Playground forgets them when its page is reopened. */
export async function showAgain({ database }: App): Promise<void> {
  await database.transact(async tx => {
    const standing = await open(tx)
      .selectFrom('post')
      .select('key')
      .where('key', 'like', `%:${CHANNEL.id}`)
      .where('state', 'in', ['sent', 'unknown', 'gone'])
      .orderBy('posted_at', 'desc')
      .limit(SHOWN_AGAIN)
      .execute()
    for (const { key } of standing.toReversed()) {
      const [thing = '', id = ''] = key.split(':')
      const drawn = DRAWN[thing as keyof typeof DRAWN]
      if (!drawn) continue
      await open(tx).deleteFrom('post').where('key', '=', key).execute()
      await database.note(tx, { kind: drawn.kind, payload: { [drawn.field]: id } })
    }
  })
}
