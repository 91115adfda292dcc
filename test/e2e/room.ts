import { HOUR } from '../../src/kernel/time/clock.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import type { ClaimView, PairingView } from '../../src/tabs/contract/room/pairing.ts'
import type { RemoteView } from '../../src/tabs/contract/room/remote.ts'
import type { RoomView } from '../../src/tabs/contract/room/room.ts'
import type { WorkshopView } from '../../src/tabs/contract/workshops/workshops.ts'
import { MAELLE, type Person } from '../support/sign-in/cast.ts'
import { announce, type Site, seat } from './site.ts'

/** A workshop of today that has begun, with a seat for each of `people`: its id. `leader`: facilitates it as a whole. */
export async function openRoom(
  site: Site,
  people: readonly Person[],
  leader?: Person,
  table: number | null = null,
): Promise<string> {
  await seat(site, MAELLE)
  for (const person of [...people, ...(leader ? [leader] : [])]) await seat(site, person)
  await announce(site, {
    title: 'Accueillir mieux, plus près',
    date: '2027-05-17',
    start: '11:00',
    end: '13:00',
  })
  const { items } = await site.api(MAELLE).get<Page<WorkshopView>>('/workshops')
  const id = items[0]?.id ?? ''
  for (const person of people) await site.api(person).put(`/workshops/${id}/answer`, { answer: 'yes' })
  if (leader) {
    const { tenant, objectId, name } = leader
    const { id: person } = await site.stage.app.people.greet({ tenant, objectId, name, language: 'fr' })
    await site.api(MAELLE).put(`/workshops/${id}/facilitators`, { person, table })
  }
  site.clock.advance(1.5 * HOUR)
  return id
}

/** Checks somebody in, by the six letters of the day. */
export async function comeIn(site: Site, workshop: string, person: Person): Promise<void> {
  const { letters } = await site.api(MAELLE).get<{ readonly letters: string }>(`/attendance/${workshop}`)
  await site.api(person).post('/attendance/check-in', { letters })
}

/** Shows a scene, from a remote elsewhere. */
export async function show(site: Site, workshop: string, scene: object): Promise<RemoteView> {
  const lab = site.api(MAELLE)
  const { room } = await lab.get<RemoteView>(`/workshops/${workshop}/remote`)
  return lab.post<RemoteView>(`/workshops/${workshop}/remote/show`, { version: room.version, scene })
}

/** Pairs a projector without a page of its own. @returns what reads, by its key, what it shows */
export async function pairScreen(site: Site, workshop: string): Promise<() => Promise<RoomView>> {
  const door = `${site.url}/api/v1/screen`
  const post = async <T>(path: string, body: object): Promise<T> => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(door + path, { method: 'POST', headers, body: JSON.stringify(body) })
    return (await answer.json()) as T
  }
  const { code, secret } = await post<PairingView>('/pairings', {})
  await site.api(MAELLE).post<RemoteView>(`/workshops/${workshop}/remote/pair`, { code })
  const claim = await post<ClaimView>('/pairings/claim', { code, secret })
  if (claim.state !== 'paired') throw new Error('the screen was not paired')
  const headers = { authorization: `Screen ${claim.key}` }
  return async () => (await (await fetch(`${door}/room`, { headers })).json()) as RoomView
}
