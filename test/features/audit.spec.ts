import assert from 'node:assert/strict'
import { runStore } from '../../src/features/themes/run-store.ts'
import type { Permission } from '../../src/kernel/access/permission.ts'
import type { Flow } from '../../src/kernel/requests/route.ts'
import { actKey, isNamed } from '../../src/tabs/client/organiser/journal/entry-texts.ts'
import type { AuditView } from '../../src/tabs/contract/audit.ts'
import type { IdeaView } from '../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../src/tabs/contract/primitives.ts'
import { decideTrial } from '../support/features/trials.ts'
import { PEOPLE_FILE } from '../support/product/inputs.ts'
import { type OneOfEach, setOneOfEach } from '../support/product/one-of-each.ts'
import { TABLES as ALL } from './walk/rows.ts'

const RUN = { axis: 'equipe', state: 'running', after: { at: 0, id: '' }, ideas: 0, at: 1 } as const

const ACTING = [
  'ballots',
  'broadcasts',
  'channels',
  'commitments',
  'ideas',
  'people',
  'programme',
  'steps',
  'synthesis',
  'themes',
  'trials',
  'workshops',
]
const TABLES = ACTING.map(feature => ALL[feature] ?? {})
const ROWS: readonly Permission[] = TABLES.flatMap(table => Object.values(table))
/** They show something and do nothing. */
const NOTHING_DONE = [
  'broadcasts.read',
  'channels.announce',
  'channels.read-announced',
  'channels.read-binding',
  'ballots.awaited',
  'commitments.stories',
  'ideas.read-boxes',
  'ideas.read-register',
  'ideas.read-reports',
  'people.open-relay',
  'people.read-pilots',
  'people.read-roles',
  'people.count',
  'people.check-file',
  'programme.read-whole',
  'programme.check',
  'people.reach-read',
  // A model that is off proposes nothing.
  'synthesis.propose',
  'synthesis.read',
  'themes.read',
  'workshops.oversee',
  'workshops.read-tables',
]

/** A pilot's own acts, held by test/flows/thread/commitment-story.spec.ts. */
const PILOTS_OWN = ['commitments.publish-story', 'commitments.set-story-aside']
/** Done where a language model is set up, held by test/features/themes/proposals.spec.ts. */
const WITH_A_MODEL = ['themes.propose']

/** Anybody's own act, kept when somebody in charge does it for another. */
const IN_CHARGE = [
  'initiatives.hand-over',
  'trials.decide',
  'attendance.tick',
  'attendance.bring-in',
  'steps.tend',
  'ballots.no-sequel',
  'ballots.close',
  'ideas.reopen-box',
]

const lab = { objectId: 'organiser', name: 'Lucie Fabre' }
const agent = { objectId: 'ahmed', name: 'Ahmed Saïdi' }
const observer = { objectId: 'helene', name: 'Hélène Gaubert' }

describe('the journal', () => {
  let table: OneOfEach
  beforeEach(async () => {
    table = await setOneOfEach()
  })
  afterEach(() => table.close())

  async function journal(): Promise<readonly AuditView[]> {
    await table.actor(observer, 'observer')
    const all: AuditView[] = []
    let after: string | undefined
    do {
      const request = after === undefined ? {} : { query: { after } }
      const page = (await table.call(observer, 'get', '/audit', request)) as Page<AuditView>
      all.push(...page.items)
      after = page.next
    } while (after !== undefined)
    return all
  }

  it('keeps each act that is not everybody’s, in the transaction that does it', async () => {
    await table.actor(lab, 'organiser')
    // Last of all, and everybody’s: who is erased is in charge of nothing.
    const { 'rights.erase': _, ...presses } = table.presses()
    for (const [verb, data] of Object.entries(presses)) await table.stage.as(lab).presses(verb, data)
    const changed = { ...table.presses()['workshops.change'], title: 'Le lycée, après-demain' }
    await table.stage.as(lab).presses('workshops.change', changed)
    const draft = { ...table.presses()['ballots.open'], opening: 'hand' }
    const ballot = await table.made(lab, 'ballots.open', 'ballot', draft)
    await table.stage.as(lab).presses('ballots.start', { ballot })
    // The draft of each was thrown away.
    const planned = { broadcast: await table.rehearsed(lab, 'Les journées de juin ouvrent') }
    await table.stage
      .as(lab)
      .presses('broadcasts.plan', { ...table.presses()['broadcasts.plan'], ...planned })
    await table.stage.as(lab).presses('broadcasts.unplan', planned)
    // What was hidden has no reports left: another idea has one to be dismissed.
    const idea = await table.made(
      agent,
      'ideas.submit-different',
      'idea',
      table.presses()['ideas.submit'] ?? {},
    )
    for (const verb of ['ideas.report', 'ideas.dismiss']) await table.stage.as(lab).presses(verb, { idea })
    await table.stage.as(lab).presses('ideas.decide', { idea, step: 'retained' })
    await table.stage.as(lab).presses('ideas.answer', { idea, text: 'Nous essayons' })
    const entry = (await table.call(lab, 'get', '/ideas/:id', { params: { id: idea } })) as IdeaView
    for (const { at } of Object.values(entry.untold ?? {}))
      await table.stage.as(lab).presses('ideas.take-back', { idea, at })
    await table.comeDue(table.things.trial)
    await table.stage.as(lab).presses('trials.decide', table.presses()['trials.decide'])
    // The one of each was promised, then dropped: another is written for somebody else.
    const meant = { ...table.presses()['steps.write'], who: 'other', nonce: 'nonce-of-another-step' }
    const { card } = await table.stage.as(lab).presses('steps.write', meant)
    const { step } = card.data as { step: string }
    await table.stage.as(lab).presses('steps.ask', { step, to: table.things.colleague })
    for (const act of ['report', 'keep', 'reopen', 'hide', 'restore'] as const) {
      const door = `/comments/:id/${act}`
      await table.call(act === 'report' ? agent : lab, 'post', door, table.calls()[`post ${door}`])
    }
    const box = { params: { id: table.things.box } }
    for (const closed of [true, false])
      await table.call(lab, 'put', '/idea-boxes/:id/closed', { ...box, body: { closed } })
    for (const door of [
      'get /workshops/:id/needs',
      'put /workshops/:id/facilitators',
      'post /workshops/:id/tables',
      'post /workshops/:id/tables/show',
    ]) {
      const [method, path] = door.split(' ') as ['get', string]
      await table.call(lab, method, path, table.calls()[door])
    }
    const { checked } = (await table.call(lab, 'post', '/people/file/check', {
      body: { file: PEOPLE_FILE },
    })) as { checked: string }
    await table.call(lab, 'post', '/people/file/import', { body: { file: PEOPLE_FILE, checked } })
    const seen = { params: { id: table.things.colleague }, body: { role: 'observer' } }
    await table.call(lab, 'put', '/people/:id/role', seen)
    await table.call(lab, 'put', '/people/:id/direction', { ...seen, body: { direction: 'europe' } })
    const method = (await table.call(lab, 'post', '/programme/export')) as { text: string }
    const text = method.text.replace(/^version: .*$/m, 'version: "another"')
    const examined = (await table.call(lab, 'post', '/programme/check', { body: { text } })) as {
      checked: string
    }
    await table.call(lab, 'post', '/programme/import', { body: { text, checked: examined.checked } })
    const lessons = '/programme/lessons'
    await table.call(lab, 'post', lessons, table.calls()[`post ${lessons}`])
    await table.stage.app.database.transact(tx => decideTrial(tx, table.things.trial))
    const reread = 'put /trial-records/:id/lesson'
    await table.call(lab, 'put', '/trial-records/:id/lesson', table.calls()[reread])
    await table.call(lab, 'post', '/programme/method', table.calls()['post /programme/method'])
    for (const door of [
      'post /themes',
      'put /themes/:id/words',
      'put /themes/:id/removed',
      'post /themes/:id/join',
      'put /ideas/:id/theme',
      'put /themes/proposals/:id/discarded',
      'post /themes/run',
      'post /themes/stop',
      'post /syntheses/sentences',
      'put /syntheses/sentences/:id/place',
      'put /syntheses/sentences/:id',
      'put /syntheses/sentences/:id/decision',
      'post /syntheses/sample',
      'put /syntheses/sample/:id',
      'post /syntheses/publish',
      'post /syntheses/withdraw',
    ]) {
      // To place so few ideas may be over before it is stopped.
      if (door === 'post /themes/stop') {
        await table.stage.settle()
        await table.stage.app.database.transact(tx => runStore(tx).put(RUN))
      }
      const [method, path] = door.split(' ') as ['post', string]
      await table.call(lab, method, path, table.calls()[door])
    }
    await table.ended(table.things.workshop)
    const { day, series } = table.things
    await table.ended(day)
    await table.call(lab, 'put', '/workshops/:id/summary', {
      params: { id: day },
      body: { sequel: 'Dès lundi', turn: 0 },
    })
    await table.call(lab, 'post', '/series/:id/summary', { params: { id: series } })
    await table.stage.as(lab).presses('ideas.summary-publish', table.presses()['ideas.summary-publish'] ?? {})
    const kept = new Set(
      (await journal()).filter(({ refused, door }) => !refused && door !== 'command').map(({ act }) => act),
    )
    const others = [...NOTHING_DONE, ...PILOTS_OWN, ...WITH_A_MODEL]
    const charged = ROWS.filter(({ act, roles }) => !roles.includes('agent') && !others.includes(act))
    assert.ok(charged.length >= 6)
    assert.deepEqual(
      charged.map(({ act }) => act).filter(act => !kept.has(act)),
      [],
    )
    assert.deepEqual(
      [...kept].filter(act => !isNamed({ act })),
      [],
    )
    for (const act of kept) assert.ok(IN_CHARGE.includes(act) || charged.some(row => row.act === act), act)
  })

  it('keeps that a broadcast left by itself at its hour, in the name of whoever had set that', async () => {
    await table.actor(lab, 'organiser')
    const planned = table.presses()['broadcasts.plan']
    const broadcast = await table.rehearsed(lab, 'Les journées de juin ouvrent')
    await table.stage.as(lab).presses('broadcasts.plan', { ...planned, broadcast })
    // A Monday at nine in Paris.
    table.clock.advance(Date.UTC(2027, 3, 26, 7) - table.clock.now())
    await table.stage.settle()
    const rows = (await journal()).filter(({ thing }) => thing.startsWith(broadcast))
    const start = rows[0]
    const plan = rows.find(({ act }) => act === 'broadcasts.plan')
    assert.deepEqual(
      [start?.act, start?.thing, start?.role, start?.about?.kind],
      ['broadcasts.start', `${broadcast}:planned:people=2`, 'organiser', 'broadcast'],
    )
    assert.ok(plan?.who && start?.who === plan.who)
  })

  it('keeps what was refused for want of a right, once a minute for each act', async () => {
    await table.actor(agent, 'agent')
    for (let n = 0; n < 3; n++) await table.stage.as(agent).presses('workshops.form')
    const rows = (await journal()).filter(({ refused }) => refused)
    assert.deepEqual(
      rows.map(({ act, role, refused, door }) => [act, role, refused, door]),
      [['workshops.form', 'agent', 'role-needed', 'chat']],
    )
  })

  it('keeps each refused try to join two ideas, whatever the reason and the door, by role and without them', async () => {
    await table.actor(lab, 'organiser')
    const idea = await table.made(
      agent,
      'ideas.submit-different',
      'idea',
      table.presses()['ideas.submit'] ?? {},
    )
    await table.stage.as(lab).presses('ideas.merge', { idea, into: idea })
    const actor = await table.actor(lab)
    const attempt = { actor, entryPoint: 'tab', act: 'post /ideas/:id/merge', code: 'merge-aside' } as const
    await table.stage.app.refused(attempt)
    await table.stage.app.refused({ ...attempt, act: 'post /ideas/:id/comments', code: 'gone' })
    const rows = (await journal()).filter(({ refused }) => refused)
    assert.deepEqual(
      rows.map(({ act, role, thing, refused, door }) => [act, role, thing, refused, door]).sort(),
      [
        ['ideas.merge', 'organiser', '', 'merge-same', 'chat'],
        ['post /ideas/:id/merge', 'organiser', '', 'merge-aside', 'tab'],
      ],
    )
  })

  it('keeps that somebody of another tenant tried, and nothing about them', async () => {
    await table.stage.as({ ...agent, tenant: 'ffffffff-0000-4000-8000-00000000000f' }).says('ateliers')
    const tried = (await journal()).filter(({ role }) => role === 'stranger')
    assert.deepEqual(
      tried.map(({ who, act, refused }) => [who, act, refused]),
      [['', 'typed', 'foreign-tenant']],
    )
  })

  it('holds no name, no word that somebody wrote, and no vote', async () => {
    const people = [lab, agent]
    await table.actor(lab, 'organiser')
    for (const who of people)
      for (const [verb, data] of Object.entries(table.presses()))
        await table.stage.as(who).presses(verb, data)
    // Titles are looked up for each reader, and stored in no row.
    const text = JSON.stringify((await journal()).map(({ about: _, ...kept }) => kept))
    for (const word of ['Lucie', 'Ahmed', 'Nous essayons', 'Relire', 'ballots.vote', 'Dès lundi'])
      assert.ok(!text.includes(word), word)
  })

  it('says of each entry what was done, to what, and where that stands', async () => {
    await table.actor(lab, 'organiser')
    const { idea, series } = table.things
    const call = async (entryPoint: string) => {
      const [method, path] = entryPoint.split(' ') as ['get', string]
      await table.call(lab, method, path, table.calls()[entryPoint])
    }
    await table.call(lab, 'put', '/ideas/:id/state', { params: { id: idea }, body: { state: 'studied' } })
    await call('put /series/:id/rules')
    await call('put /channels/:id/binding')
    await call('post /workshops/:id/call-off')
    const said = (await journal()).map(({ act, thing, about }) => [act, thing, about?.kind, about?.title])
    const text = (await table.call(lab, 'get', '/ideas/:id', { params: { id: idea } })) as { text: string }
    assert.deepEqual(
      said.find(([act]) => act === 'ideas.decide'),
      ['ideas.decide', `${idea}:studied`, 'idea', text.text],
    )
    const ruled = said.find(([, thing]) => String(thing).startsWith(`${series}:rules:`))
    assert.deepEqual([ruled?.[0], ruled?.[2]], ['workshops.plan', 'series'])
    const off = said.find(([act]) => act === 'workshops.call-off')
    assert.deepEqual([String(off?.[1]).split(':')[1], off?.[2]], ['cancelled', 'workshop'])
    const bound = said.find(([act]) => act === 'channels.bind')
    assert.match(String(bound?.[1]), /:[a-z]+:(on|off)$/)
    await table.call(lab, 'post', '/ideas/:id/hide', { params: { id: idea }, body: { reason: 'Un nom' } })
    const hidden = (await journal())
      .filter(({ about }) => about?.id === idea)
      .map(({ about }) => about?.title)
    assert.deepEqual([...new Set(hidden)], [''])
  })

  it('says of a trial which initiative it is of, and what was decided on it', async () => {
    await table.actor(lab, 'organiser')
    const { trial } = table.things
    await table.stage.app.database.transact(tx => decideTrial(tx, trial))
    await table.call(lab, 'put', '/trial-records/:id/lesson', table.calls()['put /trial-records/:id/lesson'])
    const reread = (await journal()).find(({ act }) => act === 'trials.reread')
    assert.deepEqual([reread?.thing, reread?.about?.kind], [`${trial}:joined`, 'idea'])
    assert.equal(reread && actKey(reread), 'journal.trials.reread.joined')
    const decided = { act: 'trials.decide', thing: `${trial}:stop` }
    assert.equal(actKey(decided), 'journal.trials.decide.stop')
  })

  it('says how many of each act that covers several, and of a part what it is a part of', async () => {
    await table.actor(lab, 'organiser')
    const { series } = table.things
    await table.call(lab, 'put', '/series/:id/rules', table.calls()['put /series/:id/rules'])
    const { comment } = table.things
    for (const act of ['report', 'hide'] as const) {
      const door = `/comments/:id/${act}`
      await table.call(act === 'report' ? agent : lab, 'post', door, table.calls()[`post ${door}`])
    }
    const file = { file: PEOPLE_FILE }
    const { checked } = (await table.call(lab, 'post', '/people/file/check', { body: file })) as {
      checked: string
    }
    await table.call(lab, 'post', '/people/file/import', { body: { ...file, checked } })
    const all = await journal()
    const thing = (act: string) =>
      all.find(entry => entry.act === act && entry.thing.includes('='))?.thing ?? ''
    assert.match(thing('workshops.plan'), new RegExp(`^${series}:rules:days=\\d+$`))
    assert.match(thing('people.import'), /^people:added=\d+:changed=0:left=0:roles=\d+$/)
    const hidden = all.find(({ act }) => act === 'ideas.hide-comment')
    assert.deepEqual(
      [hidden?.thing, hidden?.about?.kind, typeof hidden?.about?.title],
      [comment, 'idea', 'string'],
    )
  })

  it('goes out as a file to whoever reads it, narrowed as they read it, and keeps that it did', async () => {
    await table.actor(lab, 'organiser')
    await table.actor(observer, 'observer')
    const { idea } = table.things
    await table.call(lab, 'put', '/ideas/:id/state', { params: { id: idea }, body: { state: 'studied' } })
    await table.stage.settle()
    table.clock.advance(1)
    const take = async (who: typeof lab, body: Record<string, string>) => {
      const { name, parts, end } = (await table.call(who, 'post', '/audit/file', { body })) as Flow
      let text = ''
      for await (const part of parts) text += part
      await end()
      return { name, lines: text.split('\r\n').slice(1, -1) }
    }
    const { name, lines } = await take(observer, { act: 'ideas.decide' })
    assert.match(name, /^\d{4}-\d\d-\d\d-journal\.csv$/)
    assert.equal(lines.length, 1)
    assert.match(lines[0] ?? '', /^\d\d\/\d\d\/\d{4};\d\d:\d\d;Idée mise à l’étude;.+;;[^;]+;le Lab’;/)
    table.clock.advance(1)
    assert.deepEqual((await take(observer, { from: '2001-01-01', until: '2001-12-31' })).lines, [])
    const taken = (await journal()).filter(({ act }) => act === 'audit.export')
    assert.deepEqual(
      taken.map(({ role, thing }) => [role, thing]),
      [
        ['observer', 'journal:0'],
        ['observer', 'journal:1'],
      ],
    )
    await table.actor(agent, 'agent')
    await assert.rejects(
      take(agent, {}),
      (error: unknown) => (error as { code?: string }).code === 'role-needed',
    )
  })
})
