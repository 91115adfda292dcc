import assert from 'node:assert/strict'
import { PERMISSIONS as audit } from '../../src/features/audit/domain.ts'
import { PERMISSIONS as ballots } from '../../src/features/ballots/domain.ts'
import { PERMISSIONS as channels } from '../../src/features/channels/domain.ts'
import { PERMISSIONS as commitments } from '../../src/features/commitments/domain.ts'
import { PERMISSIONS as figures } from '../../src/features/figures/domain.ts'
import { PERMISSIONS as ideas } from '../../src/features/ideas/domain.ts'
import { PERMISSIONS as messages } from '../../src/features/messages/domain.ts'
import { PERMISSIONS as people } from '../../src/features/people/domain.ts'
import { PERMISSIONS as workshops } from '../../src/features/workshops/domain.ts'
import { type Permission, ROLES, type Role } from '../../src/kernel/permission.ts'
import { Refusal } from '../../src/kernel/refusal.ts'
import type { ApiRoute } from '../../src/kernel/route.ts'
import { type OneOfEach, setOneOfEach } from '../support/one-of-each.ts'

const TABLES = { audit, ballots, channels, commitments, figures, ideas, messages, people, workshops }
const ROWS: readonly Permission[] = Object.values(TABLES).flatMap(table => Object.values(table))

/** The act that each door is held to: a verb of a card, or a route of the tab. */
const DOORS: Readonly<Record<string, string>> = {
  'get /audit': 'audit.read',
  'channels.announce': 'channels.announce',
  'workshops.form': 'workshops.publish',
  'workshops.preview': 'workshops.publish',
  'workshops.publish': 'workshops.publish',
  'workshops.change-form': 'workshops.change',
  'workshops.change': 'workshops.change',
  'workshops.message': 'workshops.read',
  'workshops.answer': 'workshops.answer',
  'workshops.mine': 'workshops.read',
  'workshops.list': 'workshops.read',
  'ideas.form': 'ideas.submit',
  'ideas.submit': 'ideas.submit',
  'ideas.support': 'ideas.support',
  'ideas.set-axis': 'ideas.set-axis',
  'ideas.ask-axis': 'ideas.set-axis',
  'ideas.show': 'ideas.read',
  'ideas.list': 'ideas.read',
  'ideas.correct-form': 'ideas.correct',
  'ideas.correct': 'ideas.correct',
  'ideas.comment-form': 'ideas.comment',
  'ideas.comment': 'ideas.comment',
  'ideas.comments': 'ideas.read',
  'ideas.thread': 'ideas.read',
  'ideas.answer-form': 'ideas.answer',
  'ideas.answer': 'ideas.answer',
  'ideas.message': 'messages.read',
  'ideas.undo': 'ideas.undo',
  'ideas.box-form': 'ideas.open-box',
  'ideas.open-box': 'ideas.open-box',
  'ballots.form': 'ballots.open',
  'ballots.preview': 'ballots.open',
  'ballots.open': 'ballots.open',
  'ballots.vote': 'ballots.vote',
  'ballots.choose': 'ballots.read',
  'ballots.mine': 'ballots.read',
  'ballots.totals': 'ballots.read',
  'ballots.list': 'ballots.read',
  'ballots.confirm': 'ballots.close',
  'ballots.close': 'ballots.close',
  'commitments.form': 'commitments.take',
  'commitments.take': 'commitments.take',
  'commitments.end': 'commitments.end',
  'commitments.show': 'commitments.read',
  'commitments.list': 'commitments.read',
  'commitments.note-form': 'commitments.read',
  'commitments.note': 'commitments.note',
  'commitments.notes': 'commitments.note',
  'commitments.near': 'commitments.near',
  'commitments.me-too': 'commitments.take',
  'messages.later': 'messages.choose',
  'messages.why': 'messages.read',
  'messages.stop': 'messages.choose',
  'messages.resume': 'messages.choose',
  'messages.cap': 'messages.choose',
  'messages.pause': 'messages.choose',
  'messages.preferences': 'messages.read',
  'nudges.message': 'messages.read',
  'nudges.answer': 'ideas.answer',
  'get /me/messages': 'messages.read',
  'put /me/messages': 'messages.choose',
  'people.direction': 'people.choose-direction',
  'people.change-direction': 'people.choose-direction',
  'people.language': 'people.choose-language',
  'put /me': 'people.choose-direction',
  'get /workshops': 'workshops.read',
  'get /directions/:id/workshops': 'workshops.read',
  'put /workshops/:id/answer': 'workshops.answer',
  'get /ideas': 'ideas.read',
  'post /ideas': 'ideas.submit',
  'put /ideas/:id/support': 'ideas.support',
  'put /ideas/:id/axis': 'ideas.set-axis',
  'put /ideas/:id/text': 'ideas.correct',
  'post /ideas/:id/undo': 'ideas.undo',
  'get /ideas/:id/comments': 'ideas.read',
  'post /ideas/:id/comments': 'ideas.comment',
  'get /ideas/:id/thread': 'ideas.read',
  'post /ideas/:id/answer': 'ideas.answer',
  'get /directions/:id/waiting': 'ideas.read',
  'get /ballots': 'ballots.read',
  'put /ballots/:id/vote': 'ballots.vote',
  'get /commitments': 'commitments.read',
  'get /commitments/shared': 'commitments.count',
  'get /commitments/near': 'commitments.near',
  'get /directions/:id/commitments': 'commitments.near',
  'get /commitments/:id/notes': 'commitments.note',
  'post /commitments/:id/notes': 'commitments.note',
  'post /commitments/:id/me-too': 'commitments.take',
  'post /commitments': 'commitments.take',
  'post /commitments/:id/end': 'commitments.end',
  'get /directions/:id/figures': 'figures.read',
}
/** What everybody may read of the programme and of themselves: no act. */
const OPEN = ['get /me', 'get /programme']
const HOUSE = /Cela revient à/

describe('the permission table', () => {
  let table: OneOfEach
  before(async () => {
    table = await setOneOfEach()
  })
  after(() => table.close())

  const rolesOf = (door: string): readonly Role[] => ROWS.find(({ act }) => act === DOORS[door])?.roles ?? []

  it('has one row for each act, each for a role at least', () => {
    const acts = ROWS.map(({ act }) => act)
    assert.deepEqual(acts, [...new Set(acts)])
    assert.deepEqual(
      ROWS.filter(({ roles }) => roles.length === 0),
      [],
    )
    for (const [feature, rows] of Object.entries(TABLES))
      for (const { act } of Object.values(rows)) assert.ok(act.startsWith(`${feature}.`), act)
  })

  it('names the act of every verb and of every route, and no act without a door', () => {
    const verbs = table.stage.app.handlers.flatMap(({ verbs = {} }) => Object.keys(verbs))
    const routes = table.stage.app.routes.map(({ method, path }) => `${method} ${path}`)
    const doors = [...verbs, ...routes].filter(door => !OPEN.includes(door))
    assert.deepEqual(doors.toSorted(), Object.keys(DOORS).toSorted())
    const acts = ROWS.map(({ act }) => act)
    assert.deepEqual(acts.toSorted(), [...new Set(Object.values(DOORS))].toSorted())
  })

  for (const role of ROLES) {
    const who = { objectId: role, name: role }

    it(`is what every verb obeys, for: ${role}`, async () => {
      await table.actor(who, role)
      for (const [verb, data] of Object.entries(table.presses())) {
        const reply = await table.stage.as(who).presses(verb, data)
        const refused = HOUSE.test(JSON.stringify([reply.notice, reply.summary]))
        assert.equal(refused, !rolesOf(verb).includes(role), verb)
      }
    })

    it(`is what every route obeys, for: ${role}`, async () => {
      await table.actor(who, role)
      for (const [door, request] of Object.entries(table.calls())) {
        if (OPEN.includes(door)) continue
        const [method, path = ''] = door.split(' ') as [ApiRoute['method'], string]
        const answered = await table.call(who, method, path, request).catch((error: unknown) => error)
        const refused = answered instanceof Refusal && answered.code === 'role-needed'
        assert.equal(refused, !rolesOf(door).includes(role), door)
      }
    })
  }

  it('leaves an observer no form and no act that would be refused', async () => {
    const who = { objectId: 'helene', name: 'Hélène Gaubert' }
    await table.actor(who, 'observer')
    const presses = table.presses()
    const said = [await table.stage.as(who).says('idée'), await table.stage.as(who).says('m’engager')]
    for (const reply of said) assert.equal(reply.card.template, 'common/notice')
    for (const [door, act] of Object.entries(DOORS).filter(([, act]) => act.endsWith('.read'))) {
      if (!(door in presses) || act.startsWith('commitments')) continue
      const { card } = await table.stage.as(who).presses(door, presses[door])
      const verbs = JSON.stringify(card.data).match(/"(workshops|ideas|ballots|commitments)\.[a-z-]+"/g) ?? []
      const offered = verbs.map(verb => verb.slice(1, -1))
      assert.deepEqual(
        offered.filter(verb => !rolesOf(verb).includes('observer')),
        [],
        door,
      )
      const { canJoin, canLeave, canChange } = card.data as Record<string, boolean>
      assert.ok(!canJoin && !canLeave && !canChange, door)
    }
  })
})
