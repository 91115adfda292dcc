import assert from 'node:assert/strict'
import { sumsAgree } from '../../../src/features/ballots/results/recount.ts'
import { inputText } from '../../../src/kernel/storage/idempotency.ts'
import { fingerprint } from '../../../src/kernel/text/text.ts'
import { type Engine, onEachEngine } from '../../support/database/engines.ts'
import { ATTACKS, type Attack, opening } from './secrecy/attacker.ts'
import { rateOf, rateText } from './secrecy/chance.ts'
import type { Evidence } from './secrecy/evidence.ts'
import { type Played, play, SECRET, type Story } from './secrecy/play.ts'

const SEED = 20270506
const ALIKE = 'envelopes that are alike'

/** What an attack says of each voter, beside what is true. */
function guessesIn(attack: Attack, played: readonly Played[], evidence: Evidence) {
  return played.flatMap(({ target, truth }) =>
    [...attack(target, evidence)].map(([voter, said]) => ({
      group: target.ballot,
      said,
      true: truth.get(voter) ?? '',
    })),
  )
}

/** As if presses had been remembered by their words, like those on forms in a channel. */
function withFingerprints(played: readonly Played[], evidence: Evidence): Evidence {
  const keys = played.flatMap(({ target: { ballot }, truth }) =>
    [...truth].map(([voter, choice]) => fingerprint(voter, 'ballots.vote', inputText({ ballot, choice }))),
  )
  const seen = { name: 'seen', bytes: Buffer.from(keys.map(key => `input:${key}6842`).join('')) }
  return { ...evidence, bytes: [...evidence.bytes, seen] }
}

/** As if choices were sealed the same way each time. */
function withEqualEnvelopes(played: readonly Played[], evidence: Evidence): Evidence {
  const truths = new Map(played.map(({ target, truth }) => [target.ballot, truth]))
  const snapshots = evidence.snapshots.map(({ name, tables }) => {
    const sealed = (tables.get('sealed_vote') ?? []).map(row => {
      const choice = truths.get(String(row.ballot_id))?.get(String(row.person_id)) ?? ''
      const envelope = String(row.envelope)
      return { ...row, envelope: envelope.slice(0, 16) + choice.padEnd(53, '-') + envelope.slice(69) }
    })
    return { name, tables: new Map([...tables, ['sealed_vote', sealed]]) }
  })
  return { ...evidence, snapshots }
}

onEachEngine('who attacks a secret ballot of forty people once it is closed', (engine: Engine) => {
  let story: Story
  let everything: Evidence
  const of = (secret: boolean) => story.played.filter(each => each.secret === secret)

  before(async function () {
    this.timeout(300_000)
    story = await play(engine, SEED)
    const { before, after } = story
    everything = {
      snapshots: [...before.snapshots, ...after.snapshots],
      bytes: [...before.bytes, ...after.bytes],
    }
  })

  it('links voter and choice no better than chance, with database, journals, log and two backups', function () {
    this.timeout(300_000)
    const told = Object.entries(ATTACKS).map(([name, attack]) => {
      const rate = rateOf(guessesIn(attack, of(true), everything), SEED)
      return { line: `${name}: ${rateText(rate)}`, broken: rate.hits > rate.most }
    })
    process.stdout.write(`${told.map(({ line }) => `      ${line}\n`).join('')}`)
    assert.deepEqual(
      told.filter(({ broken }) => broken).map(({ line }) => line),
      [],
    )
  })

  it('is able: links everybody where the ballot is open, and with the secret and a backup where it is not', () => {
    const rate = (attack: Attack, secret: boolean, evidence: Evidence) =>
      rateOf(guessesIn(attack, of(secret), evidence), SEED)
    const links = (...tried: Parameters<typeof rate>) => {
      const { hits, n } = rate(...tried)
      return `${hits} of ${n}`
    }
    const [rows, neighbours, dictionary] = Object.values(ATTACKS)
    assert.ok(rows && neighbours && dictionary)
    assert.equal(links(rows, false, story.after), '40 of 40')
    assert.ok(ATTACKS[ALIKE])
    assert.equal(links(ATTACKS[ALIKE], true, withEqualEnvelopes(of(true), story.before)), '120 of 120')
    const near = rate(neighbours, false, story.after)
    assert.ok(near.hits > near.most, rateText(near))
    assert.equal(links(dictionary, false, withFingerprints(of(false), story.after)), '40 of 40')
    assert.equal(links(opening([SECRET]), true, story.before), '120 of 120')
    assert.equal(links(opening([SECRET]), true, story.after), '0 of 0')
  })

  it('finds in the database no envelope, no key and no mark that a backup had, and no such row', () => {
    const held = story.before.snapshots.flatMap(({ tables }) => [
      ...(tables.get('sealed_vote') ?? []).flatMap(row => [row.envelope, row.mark]),
      ...(tables.get('ballot_key') ?? []).map(row => row.wrapped),
    ])
    assert.ok(held.length > 240, String(held.length))
    const found = story.disk.filter(({ bytes }) => held.some(text => bytes.includes(String(text))))
    assert.deepEqual(
      found.map(({ name }) => name),
      [],
    )
    for (const table of ['sealed_vote', 'ballot_key', 'ballot_scrub'])
      assert.deepEqual(story.after.snapshots[0]?.tables.get(table), [])
  })

  it('finds no voter in what was logged, nor in what was told of a ballot', () => {
    const voters = of(true)[0]?.target.voters ?? []
    const facts = story.after.snapshots[0]?.tables.get('fact') ?? []
    const told = facts.filter(({ kind }) => String(kind).startsWith('ballots.'))
    assert.ok(told.length >= 4)
    const log = story.after.bytes.find(({ name }) => name === 'log')?.bytes ?? ''
    for (const { id, objectId, name } of voters)
      for (const who of [id, objectId, name])
        assert.ok(!log.includes(who) && !JSON.stringify(told).includes(who))
  })

  it('finds the totals that people’s last choices make, and no choice on any answer', () => {
    for (const { sums, shown } of story.played) {
      const { votes, options } = shown
      assert.deepEqual([votes, options.map(option => option.votes)], [40, sums])
      assert.ok(sumsAgree(shown, undefined) || !shown.secret)
    }
    for (const { target } of of(true)) {
      const answers = story.answers.filter(text => text.includes(target.ballot))
      assert.ok(answers.length > 60)
      const timesOf = (text: string) => target.options.map(({ id }) => text.split(id).length)
      for (const text of answers) assert.equal(new Set(timesOf(text)).size, 1, text)
    }
  })
})
