import assert from 'node:assert/strict'
import { calendarAddresses } from '../../src/features/workshops/calendar/address.ts'
import { calendarRoutes } from '../../src/features/workshops/calendar/routes.ts'
import { calendarStore } from '../../src/features/workshops/calendar/store.ts'
import { calendarUsecases } from '../../src/features/workshops/calendar/usecases.ts'
import type { Actor } from '../../src/kernel/access/actor.ts'
import { signed } from '../../src/kernel/crypto/signature.ts'
import { createLimits, LIMITS } from '../../src/kernel/requests/limits.ts'
import { HOUR } from '../../src/kernel/time/clock.ts'
import { fixedClock, freshDatabase, sqlite } from '../support/database/engines.ts'
import { agent, draft, lab, links, usecasesOn } from '../support/workshops/workshops.ts'
import { rawGet, rawSend, startWeb } from './web.ts'

describe('a calendar file over HTTP', () => {
  const clock = fixedClock()
  const standing = freshDatabase(sqlite, { clock })
  const addresses = calendarAddresses(links.secret, links.origin)
  let web: Awaited<ReturnType<typeof startWeb>>
  let id: string
  let calendars: ReturnType<typeof calendarUsecases>

  beforeEach(async () => {
    const workshops = usecasesOn(standing.db, clock)
    id = (await workshops.publish(lab, draft(clock.now()), [])).id
    const setting = {
      host: 'faire.example',
      organisation: 'Région',
      axisTitle: () => '',
      ownName: 'Ateliers',
    }
    calendars = calendarUsecases({ ...standing.db, clock, addresses, calendars: calendarStore })
    const limits = createLimits(clock)
    web = await startWeb({ files: calendarRoutes({ ...setting, workshops, calendars, addresses, limits }) })
  })
  afterEach(() => web.close())

  const pathOf = (workshop: string) => new URL(addresses.addressOf(workshop)).pathname

  it('is handed to whoever holds its address, without a token', async () => {
    const response = await web.get(pathOf(id))
    assert.equal(response.status, 200)
    const header = (name: string) => response.headers.get(name)
    assert.equal(header('content-type'), 'text/calendar; charset=utf-8')
    assert.equal(
      header('content-disposition'),
      'attachment; filename="atelier-accueillir-mieux-plus-pres.ics"',
    )
    assert.equal(header('cache-control'), 'no-cache')
    assert.equal(header('x-content-type-options'), 'nosniff')
    assert.match(header('content-security-policy') ?? '', /default-src 'none'/)
    const file = await response.text()
    assert.match(file, /^BEGIN:VCALENDAR\r\n/)
    assert.ok(file.includes(`UID:${id}@faire.example\r\n`))
    assert.ok(!file.includes(lab.name) && !file.includes(lab.id))
  })

  it('is one of all their seats for a person, whose name it does not say', async () => {
    const workshops = usecasesOn(standing.db, clock)
    const other = await workshops.publish(lab, draft(clock.now(), { title: 'Un autre' }), [])
    const own = async ({ id: person }: Actor) => {
      const response = await web.get(new URL(addresses.ownOf(person, 0)).pathname)
      assert.equal(response.status, 200)
      return response.text()
    }
    assert.ok(!(await own(agent(1))).includes('VEVENT'))
    await workshops.answer(agent(1), id, 'yes')
    await workshops.answer(agent(1), other.id, 'yes')
    await workshops.answer(agent(2), id, 'no')
    const uids = (file: string) => [...file.matchAll(/UID:(\w+)@/g)].map(([, uid]) => uid).toSorted()
    const file = await own(agent(1))
    assert.deepEqual(uids(file), [id, other.id].toSorted())
    assert.match(file, /X-WR-CALNAME:Ateliers/)
    assert.ok(!file.includes(agent(1).name) && !file.includes(agent(1).id))
    await workshops.answer(agent(1), other.id, 'no')
    assert.deepEqual([uids(await own(agent(1))), uids(await own(agent(2)))], [[id], []])
    assert.equal((await web.get(new URL(addresses.ownOf(id, 0)).pathname.replace('p1', 'w1'))).status, 404)
  })

  it('is had at the address that the person renewed last alone', async () => {
    const who = agent(1)
    const status = async (turn: number) =>
      (await web.get(new URL(addresses.ownOf(who.id, turn)).pathname)).status
    assert.deepEqual([await status(0), await status(1)], [200, 404])
    const { address, turn } = await calendars.renew(who, 1)
    assert.deepEqual([address, turn], [addresses.ownOf(who.id, 1), 1])
    // Asked again, as by a page that had no answer, it stays.
    assert.deepEqual(await calendars.renew(who, 1), { address, turn })
    assert.deepEqual(await calendars.addressOf(who), { address, turn })
    assert.deepEqual([await status(0), await status(1), await status(2)], [404, 200, 404])
    await assert.rejects(calendars.renew(who, 3), (error: { code?: string }) => error.code === 'malformed')
    await calendars.renew(who, 2)
    assert.deepEqual([await status(1), await status(2)], [404, 200])
    assert.equal((await web.get(new URL(addresses.ownOf(agent(2).id, 0)).pathname)).status, 200)
  })

  it('is written so often a minute for one person, whoever asks: no token is', async () => {
    const status = async ({ id: person }: Actor) =>
      (await web.get(new URL(addresses.ownOf(person, 0)).pathname)).status
    for (let n = 0; n < LIMITS.calendar.most; n++) assert.equal(await status(agent(1)), 200)
    assert.deepEqual([await status(agent(1)), await status(agent(2))], [429, 200])
    assert.equal((await web.get(pathOf(id))).status, 200)
  })

  it('is still there once the workshop is over', async () => {
    clock.advance(100 * HOUR)
    assert.equal((await web.get(pathOf(id))).status, 200)
  })

  it('is not there for an address with one letter changed, cut, added or signed with another secret', async () => {
    const path = pathOf(id)
    const others = ['another secret of the same kind', ''].map(
      secret => new URL(calendarAddresses(secret, links.origin).addressOf(id)).pathname,
    )
    const altered = Array.from({ length: path.length - '/calendar/.ics'.length }, (_, at) => {
      const place = at + '/calendar/'.length
      return `${path.slice(0, place)}${path[place] === 'A' ? 'B' : 'A'}${path.slice(place + 1)}`
    })
    const cut = [
      path.slice(0, -4),
      path.replace('.ics', '.ICS'),
      path.replace('.ics', '.ics.ics'),
      '/calendar/.ics',
    ]
    const forged = [
      `/calendar/w1.${id}.ics`,
      `/calendar/w2.${id}.${path.split('.')[2]}.ics`,
      '/calendar/%00.ics',
    ]
    for (const wrong of [...altered, ...cut, ...forged, ...others]) {
      const response = await web.get(wrong)
      assert.equal(response.status, 404, wrong)
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/)
      assert.equal(((await response.json()) as { code: string }).code, 'gone')
    }
  })

  it('is not there for a signed address of no workshop, nor for another kind that is signed', async () => {
    assert.equal((await web.get(pathOf('no-such-workshop'))).status, 404)
    for (const kind of ['w2.', 'm1.', ''])
      assert.equal((await web.get(`/calendar/${signed(links.secret, kind + id)}.ics`)).status, 404, kind)
  })

  it('answers GET alone, and bounds what it reads', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH']) {
      const response = await fetch(web.url + pathOf(id), { method })
      assert.ok([404, 405].includes(response.status), `${method}: ${response.status}`)
    }
    assert.equal((await rawGet(web.port, `/calendar/${'a'.repeat(8_000)}.ics`)).status, 404)
    assert.match(
      await rawSend(web.port, `GET /calendar/${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`),
      / (400|431) /,
    )
  })
})
