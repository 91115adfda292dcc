import assert from 'node:assert/strict'
import ICAL from 'ical.js'
import type { Shown } from '../../support/teams/index.ts'

export type Event = { readonly uid: string; readonly sequence: number; readonly starts: number }

/** Follows the calendar link on somebody's own answer, with no token, and reads what a calendar reads. */
export async function readCalendar(origin: string, { links }: Shown): Promise<Event> {
  const link = links.find(each => each.endsWith('.ics'))
  assert.ok(link, `no calendar among ${links}`)
  const response = await fetch(`${origin}${new URL(link).pathname}`)
  assert.equal(response.status, 200)
  const [vevent] = new ICAL.Component(ICAL.parse(await response.text())).getAllSubcomponents('vevent')
  assert.ok(vevent, 'the file holds no event')
  const { uid, sequence, startDate } = new ICAL.Event(vevent)
  return { uid, sequence: Number(sequence), starts: startDate.toJSDate().getTime() }
}
