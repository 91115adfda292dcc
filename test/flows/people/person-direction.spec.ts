import assert from 'node:assert/strict'
import { wirePeopleFile } from '../../../src/features/people/wire.ts'
import { DAY, HOUR } from '../../../src/kernel/time/clock.ts'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type {
  CommitmentView,
  SharedCommitmentView,
  SharedView,
} from '../../../src/tabs/contract/commitments.ts'
import type { MeView } from '../../../src/tabs/contract/people/people.ts'
import type { KnownView, PlacedView } from '../../../src/tabs/contract/people/roles.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { roleChangesIn } from '../../support/features/audit.ts'
import { peopleFile } from '../../support/features/people-file.ts'
import { freshBot } from '../../support/product/bot.ts'
import { says } from '../../support/product/card-assertions.ts'
import { KARIM, MAELLE, mailOf, NADIA, OWEN, type Person } from '../../support/sign-in/cast.ts'

const TEXT = 'parler à mon équipe de ma surcharge de travail'

onEachEngine('somebody who changes their Direction', engine => {
  const at = freshBot(engine)
  const api = (who: Person) => at.bot.api(who)

  async function declares(who: Person, direction: string) {
    return api(who).ask<MeView & { code?: string; title?: string }>('PUT', '/me', { direction })
  }
  const shared = async (who: Person) => {
    const page = await api(who).get<Page<SharedCommitmentView>>('/directions/communication/commitments')
    const stages = await api(who).get<{ axis: string }[]>('/directions/communication/commitments/stages')
    const near = await api(who).get<Page<SharedCommitmentView>>('/commitments/near')
    const sharers = await api(who).get<readonly SharedView[]>('/commitments/shared')
    const texts = ({ items }: Page<SharedCommitmentView>) => items.map(({ text }) => text)
    return { page: texts(page), near: texts(near), stages, sharers }
  }
  const journal = async () =>
    (await api(MAELLE).get<Page<AuditView>>('/audit')).items.map(
      ({ act, role, door }) => `${act} ${role} ${door}`,
    )

  beforeEach(async () => {
    await declares(NADIA, 'communication')
    await declares(KARIM, 'numerique')
    const commitment = {
      text: TEXT,
      axis: 'equipe',
      horizon: '2027-12-31',
      visibility: 'direction',
      nonce: 'n'.repeat(20),
    }
    await api(NADIA).post<CommitmentView>('/commitments', commitment)
  })

  it('reads what is shared with the new one from the next day on, not on the way through', async () => {
    const before = await shared(KARIM)
    assert.deepEqual([before.page, before.near], [[], []])
    const moved = await declares(KARIM, 'communication')
    assert.equal(moved.status, 200)
    const { direction, moving } = moved.body
    assert.deepEqual([direction?.id, moving?.from.id], ['communication', 'numerique'])
    assert.equal(new Date(moving?.at ?? 0).toISOString(), '2027-04-22T22:00:00.000Z')
    assert.deepEqual(await shared(KARIM), before)
    await declares(KARIM, 'numerique')
    await at.bot.later(DAY)
    assert.deepEqual(await shared(KARIM), before)
    assert.deepEqual(
      (await journal()).filter(act => act.startsWith('people.choose')),
      ['people.choose-direction agent tab', 'people.choose-direction agent tab'],
    )
  })

  it('reads it once they are there', async () => {
    await declares(KARIM, 'communication')
    await at.bot.later(DAY)
    const { page, near } = await shared(KARIM)
    assert.deepEqual([page, near], [[TEXT], [TEXT]])
    assert.equal((await api(KARIM).get<MeView>('/me')).moving, undefined)
  })

  it('is told in the chat from when it counts, and at the third time by when and who else may', async () => {
    const { bot } = at
    const choose = async (direction: string) => {
      const asked = await bot.as(KARIM).says('langue')
      const form = await bot.as(KARIM).presses(asked.id, { verb: 'people.change-direction' })
      return bot.as(KARIM).presses(form.id, { verb: 'people.direction' }, { direction })
    }
    says(await choose('communication'), 'Elle compte à partir du vendredi 23 avril', 'jusque-là, c’est')
    await bot.later(DAY)
    await choose('culture')
    says(
      await choose('europe'),
      'Vous avez changé deux fois de Direction en trente jours',
      'le samedi 22 mai',
      'le Lab’ peut le faire pour vous',
    )
    const third = await declares(KARIM, 'europe')
    assert.deepEqual([third.status, third.body.code], [422, 'direction-often'])
    assert.equal((await journal()).filter(act => act === 'people.choose-direction agent chat').length, 2)
  })

  it('is placed by the Lab’, whom the file does not hold back', async () => {
    const { app } = at.bot
    const parts = { directions: app.programme.directions, secret: app.config.linkSecret }
    const roster = wirePeopleFile(
      { ...app.database, clock: app.clock, roleChanged: roleChangesIn(app.database) },
      parts,
    )
    assert.ok('difference' in (await roster.apply(peopleFile(`${mailOf(OWEN)};Owen;europe;`))))
    await api(OWEN).get('/me')
    const refused = await declares(OWEN, 'communication')
    assert.equal(refused.body.code, 'direction-listed')
    assert.match(refused.body.title ?? '', /people file has you in .*europé/i)
    assert.equal((await api(OWEN).get<MeView>('/me')).direction?.id, 'europe')
    const { found } = await api(MAELLE).get<KnownView>('/people/known?name=owen')
    const path = `/people/${found[0]?.id}/direction`
    const placed = await api(MAELLE).put<PlacedView>(path, { direction: 'communication' })
    assert.deepEqual([placed.person.direction, placed.before], ['communication', 'europe'])
    assert.deepEqual((await shared(OWEN)).page, [TEXT])
    assert.ok((await journal()).includes('people.place organiser tab'))
    assert.equal((await api(KARIM).ask('PUT', path, { direction: 'lycees' })).status, 403)
  })

  it('waits for nothing at the door of a workshop, the first time', async () => {
    await at.bot.later(HOUR)
    await declares(OWEN, 'communication')
    assert.deepEqual((await shared(OWEN)).page, [TEXT])
  })
})
