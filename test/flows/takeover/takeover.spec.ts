import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { DAY } from '../../../src/kernel/time/clock.ts'
import { openWorld, type World } from '../../support/product/world.ts'
import type { Person } from '../../support/sign-in/cast.ts'
import { sixPeople } from '../fortnight/people.ts'

/** A button of a card that 0.1.0 posted, with what its inputs held, and who has that card: everybody, in a channel. */
type Press = {
  readonly conversation: string
  readonly who?: string
  readonly message: string
  readonly verb: string
  readonly data: Readonly<Record<string, unknown>>
}

const at = (name: string) => readFileSync(new URL(name, import.meta.url))
const { now, presses }: { readonly now: number; readonly presses: readonly Press[] } = JSON.parse(
  at('0.1.0-cards.json').toString('utf8'),
)
const PEOPLE = Object.values(sixPeople('fr'))
const UNKNOWN = /Ce bouton vient d’une version précédente|This button comes from an earlier version/
/** Ids that an earlier life cannot have given. */
const ids = { next: randomUUID, nonce: randomUUID }

describe('a database of 0.1.0 after the fortnight that it lived, with the cards that it posted', function () {
  this.timeout(120_000)
  let folder: string
  let world: World
  before(async () => {
    folder = mkdtempSync(join(tmpdir(), 'faire-takeover-'))
    const file = join(folder, 'programme.sqlite')
    writeFileSync(file, gunzipSync(at('0.1.0.sqlite.gz')))
    world = await openWorld({ url: `file:${file}`, people: PEOPLE, start: now + DAY, ids })
  })
  after(async () => {
    await world.close()
    rmSync(folder, { recursive: true })
  })

  async function press(person: Person, { conversation, message, verb, data }: Press): Promise<string> {
    const [channel = ''] = conversation.split(';')
    const where = { conversation, ...(conversation.startsWith('19:') && { channel }) }
    const { activities, deliver } = world.teams
    const { status, body } = await deliver(activities.executed(person, where, message, { verb, data }))
    const said = JSON.stringify(body)
    const isCard = /"type":"application\/vnd\.microsoft\.card\.adaptive"/.test(said)
    const isKnown = !UNKNOWN.test(said)
    return status === 200 && isCard && isKnown ? 'answered' : `${verb}: ${status} ${said.slice(0, 300)}`
  }

  it('is brought up to date', async () => {
    assert.equal(await world.app.database.isReady(), true)
  })

  it('says so of a button that no card ever had', async () => {
    const [first] = presses
    assert.ok(first && PEOPLE[0])
    assert.notEqual(await press(PEOPLE[0], { ...first, verb: 'ideas.never' }), 'answered')
  })

  it('answers each of their buttons, to whoever has them, by a card and without a fault', async () => {
    const told: string[] = []
    for (const each of presses)
      for (const person of PEOPLE.filter(({ objectId }) => each.who === undefined || each.who === objectId))
        told.push(await press(person, each))
    assert.ok(told.length > 300, `${told.length}`)
    assert.deepEqual(
      told.filter(line => line !== 'answered'),
      [],
    )
    assert.deepEqual(
      world.logged.filter(({ level }) => level === 'error'),
      [],
    )
  })
})
