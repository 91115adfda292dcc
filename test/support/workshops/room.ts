import { randomIds } from '../../../src/kernel/crypto/ids.ts'
import type { ApiRequest, ApiRoute } from '../../../src/kernel/requests/route.ts'
import { HOUR } from '../../../src/kernel/time/clock.ts'
import type { RemoteView, SceneInput } from '../../../src/tabs/contract/room/remote.ts'
import type { ParticipantView, RoomView } from '../../../src/tabs/contract/room/room.ts'
import type { Engine } from '../database/engines.ts'
import { createDatabase } from '../product/bot.ts'
import { fixedClock } from '../product/clock.ts'
import { callerOf } from '../product/routes.ts'
import { CHANNEL, type Someone, setStage } from '../product/stage.ts'

export const maelle: Someone = { objectId: 'maelle', name: 'Maëlle Le Goff' }
/** She facilitates the workshop as a whole; he has a table of it. */
export const ines: Someone = { objectId: 'ines', name: 'Inès Karam' }
export const bruno: Someone = { objectId: 'bruno', name: 'Bruno Sanchez' }
export const camille: Someone = { objectId: 'camille', name: 'Camille Robert' }
export const jeanne: Someone = { objectId: 'jeanne', name: 'MARTIN Jeanne' }
/** He has no seat. */
export const denis: Someone = { objectId: 'denis', name: 'Denis Faure' }

const TENANT = 'aaaaaaaa-0000-4000-8000-000000000001'
/** A Thursday, 10:00 in Paris; the workshop is on the Friday of the week after, from 9:30 to 12:30. */
const NOW = Date.parse('2027-04-22T08:00:00Z')
export const STARTS = Date.parse('2027-04-30T07:30:00Z')
export const ENDS = Date.parse('2027-04-30T10:30:00Z')
const FORM = { title: 'Accueillir mieux', axis: 'territoires', place: 'Carcassonne', seats: '40' }
const WHEN = { date: '2027-04-30', start: '09:30', end: '12:30' }

export type RoomStage = Awaited<ReturnType<typeof setRoom>>

/**
 * The whole product an hour before a workshop where five people have a seat, two of whom facilitate. Acts go through the
 * routes, as a tab sends them.
 */
export async function setRoom(engine: Engine) {
  const clock = fixedClock(NOW)
  const { url, drop } = await createDatabase(engine, engine.begin)
  const stage = await setStage({ url, organisers: [maelle.objectId], clock })
  await stage.as(maelle).installs('channel')
  const fields = { ...FORM, ...WHEN, channel: CHANNEL, nonce: randomIds.nonce() }
  const published = await stage.as(maelle).presses('workshops.publish', fields)
  const { id } = published.card.data as { id: string }
  const greet = (who: Someone) => stage.app.people.greet({ tenant: TENANT, ...who, language: 'fr' })

  async function call<T>(
    who: Someone,
    method: ApiRoute['method'],
    path: string,
    request: Partial<ApiRequest> = {},
  ): Promise<T> {
    return callerOf(stage.app.routes, await greet(who))<T>(method, path, { params: { id }, ...request })
  }

  for (const who of [ines, bruno, camille, jeanne]) {
    await stage.as(who).installs('personal')
    await call(who, 'put', '/workshops/:id/answer', { body: { answer: 'yes' } })
  }
  await greet(denis)
  const facilitator = async (who: Someone, table: number | null) =>
    call(maelle, 'put', '/workshops/:id/facilitators', { body: { person: (await greet(who)).id, table } })
  await facilitator(ines, null)
  await facilitator(bruno, 1)
  clock.advance(STARTS - HOUR - clock.now())

  const remote = (who: Someone = maelle) => call<RemoteView>(who, 'get', '/workshops/:id/remote')
  return {
    id,
    clock,
    stage,
    call,
    greet,
    remote,
    room: (who: Someone) => call<RoomView>(who, 'get', '/workshops/:id/room'),
    participant: (who: Someone) => call<ParticipantView>(who, 'get', '/workshops/:id/participant'),
    /** From the version that stands, unless another is said. */
    show: async (who: Someone, scene: SceneInput, version?: number) =>
      call<RemoteView>(who, 'post', '/workshops/:id/remote/show', {
        body: { scene, version: version ?? (await remote()).room.version },
      }),
    time: async (who: Someone, act: object, version?: number) =>
      call<RemoteView>(who, 'post', '/workshops/:id/remote/timer', {
        body: { ...act, version: version ?? (await remote()).room.version },
      }),
    choose: async (who: Someone, options: object, version?: number) =>
      call<RemoteView>(who, 'post', '/workshops/:id/remote/options', {
        body: { ...options, version: version ?? (await remote()).room.version },
      }),
    checkIn: async (who: Someone) => {
      const { link } = await call<{ link: string }>(maelle, 'get', '/attendance/:id')
      const token = /check-in(?:%3A|:)([\w.-]+)/.exec(decodeURIComponent(link))?.[1] ?? ''
      await call(who, 'post', '/attendance/check-in', { body: { token } })
    },
    close: async () => {
      await stage.close()
      await drop()
    },
  }
}
