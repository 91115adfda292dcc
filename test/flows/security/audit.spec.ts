import assert from 'node:assert/strict'
import type { AuditView } from '../../../src/tabs/contract/audit.ts'
import type { IdeaView } from '../../../src/tabs/contract/ideas/ideas.ts'
import type { Page } from '../../../src/tabs/contract/primitives.ts'
import { onEachEngine } from '../../support/database/engines.ts'
import { freshBot } from '../../support/product/bot.ts'
import { CAMILLE, HELENE, INES, MAELLE, PASCAL } from '../../support/sign-in/cast.ts'
import { GENERAL, IDEAS } from '../../support/teams/index.ts'

onEachEngine('the journal, from both doors', engine => {
  const at = freshBot(engine)

  beforeEach(async () => {
    const { bot } = at
    await bot.seat([CAMILLE, PASCAL, INES, HELENE])
    await bot.as(MAELLE).installs(GENERAL)
    await bot.as(CAMILLE).says('idée Des vélos partagés entre deux lycées', IDEAS)
  })

  /** Of people; what the operator's list of organisers gave is the operator's. */
  const journal = async () =>
    (await at.bot.api(HELENE).get<Page<AuditView>>('/audit')).items.filter(({ door }) => door !== 'command')
  const ideaOf = async () =>
    (await at.bot.api(PASCAL).get<Page<IdeaView>>('/ideas')).items[0]?.id ?? assert.fail('no idea')

  it('says who answered by role and door, and who was refused another Direction’s idea', async () => {
    const { bot } = at
    const path = `/ideas/${await ideaOf()}/answer`
    await bot.api(PASCAL).post(path, { text: 'Deux lycées l’essaient en juin' })
    const { status } = await bot.api(INES).ask('POST', path, { text: 'Et chez nous ?' })
    assert.equal(status, 403)
    const rows = (await journal()).map(({ role, act, door, refused }) => [role, act, door, refused])
    assert.deepEqual(rows.toSorted(), [
      ['manager', 'ideas.answer', 'tab', undefined],
      ['pilot', 'post /ideas/:id/answer', 'tab', 'not-yours'],
    ])
  })

  it('is for organisers and observers; an agent who asks for it stands in it', async () => {
    const { bot } = at
    assert.equal((await bot.api(CAMILLE).ask('GET', '/audit')).status, 403)
    assert.equal((await bot.api(MAELLE).ask('GET', '/audit')).status, 200)
    const [row] = await journal()
    assert.deepEqual([row?.role, row?.act, row?.refused], ['agent', 'get /audit', 'role-needed'])
  })
})
