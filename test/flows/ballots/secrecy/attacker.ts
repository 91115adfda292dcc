import { createHash, createHmac } from 'node:crypto'
import { openChoice, unwrapKey } from '../../../../src/features/ballots/secrecy/envelope.ts'
import { inputText } from '../../../../src/kernel/storage/idempotency.ts'
import { fingerprint } from '../../../../src/kernel/text/text.ts'
import type { Evidence, Snapshot } from './evidence.ts'

/** Everything but who chose what: the attacker has the code, all ids, all names and the result. */
export type Target = {
  readonly ballot: string
  /** With how many chose each. */
  readonly options: readonly { readonly id: string; readonly title: string; readonly chosen: number }[]
  readonly voters: readonly {
    readonly id: string
    readonly objectId: string
    readonly tenant: string
    readonly name: string
  }[]
}

/** Voter's id by id of the option that they are said to have chosen. */
export type Guesses = ReadonlyMap<string, string>
export type Attack = (target: Target, evidence: Evidence) => Guesses

type Row = Readonly<Record<string, unknown>>

const textOf = (value: unknown) => (typeof value === 'string' ? value : String(value ?? ''))
const namesOf = ({ id, objectId }: Target['voters'][number]) => [id, objectId]

/** Rows that name one voter and one option of the ballot. */
const rows: Attack = ({ voters, options }, { snapshots }) => {
  const voterOf = new Map(voters.flatMap(voter => namesOf(voter).map(name => [name, voter.id] as const)))
  const optionOf = new Map(options.flatMap(({ id, title }) => [id, title].map(name => [name, id] as const)))
  const found = new Map<string, string>()
  for (const { tables } of snapshots)
    for (const row of [...tables.values()].flat()) {
      const words = Object.values(row).flatMap(value => [textOf(value), ...textOf(value).split(/[^\w-]+/)])
      const who = new Set(words.flatMap(word => voterOf.get(word) ?? []))
      const what = new Set(words.flatMap(word => optionOf.get(word) ?? []))
      if (who.size === 1 && what.size === 1) found.set([...who].join(), [...what].join())
    }
  return found
}

const NEAR = 400

/** The option whose name stands nearest to a voter's, anywhere on the disk and in the log. */
const neighbours: Attack = ({ voters, options }, { bytes }) => {
  const best = new Map<string, { distance: number; option: string }>()
  for (const { bytes: all } of bytes)
    for (const voter of voters)
      for (const name of namesOf(voter)) {
        for (let at = all.indexOf(name); at >= 0; at = all.indexOf(name, at + 1)) {
          const [behind, ahead] = [all.subarray(Math.max(0, at - NEAR), at), all.subarray(at, at + NEAR)]
          for (const { id } of options) {
            // In a row a choice follows whose it is: what stands before is rather somebody else's.
            const [after, before] = [ahead.indexOf(id), behind.lastIndexOf(id)]
            const distance = after >= 0 ? after : before >= 0 ? 2 * (behind.length - before) : NEAR
            if (distance < (best.get(voter.id)?.distance ?? NEAR))
              best.set(voter.id, { distance, option: id })
          }
        }
      }
  return new Map([...best].map(([voter, { option }]) => [voter, option]))
}

const LETTERS = 16
const digestsOf = (text: string) =>
  (['sha256', 'sha1', 'md5'] as const).flatMap(kind =>
    (['hex', 'base64url', 'base64'] as const).map(form => createHash(kind).update(text).digest(form)),
  )

/** Every keyless name that this code or a careless one might give to a voter's choice. */
function fingerprintsOf(target: Target, voter: Target['voters'][number], option: string, at: number) {
  const { ballot } = target
  const datas = [
    { ballot, choice: option },
    { ballot, option },
    { ballot, choice: [{ option, points: 1 }] },
    { choice: [{ option, points: 1 }] },
    { option },
  ]
  const inputs = datas.flatMap(data => [inputText(data), JSON.stringify(data)])
  const named = namesOf(voter).flatMap(who => [
    fingerprint(who, ballot, option),
    fingerprint(who, option),
    fingerprint(ballot, who, String(at)),
    ...inputs.flatMap(input => [
      fingerprint(who, 'ballots.vote', input),
      fingerprint(who, input),
      createHmac('sha256', who).update(input).digest('base64url'),
    ]),
    ...[
      `${who}${option}`,
      `${ballot}${who}${option}`,
      `${ballot}:${who}:${option}`,
      `${who}:${option}`,
    ].flatMap(digestsOf),
    createHmac('sha256', ballot).update(`${who}${option}`).digest('base64url'),
  ])
  return named.map(each => each.slice(0, LETTERS))
}

/** Looks for the fingerprint of each choice that each voter may have made, at every place of every file. */
const dictionary: Attack = (target, { bytes, snapshots }) => {
  const known = new Map<string, { voter: string; option: string }>()
  for (const voter of target.voters)
    target.options.forEach(({ id }, at) => {
      for (const made of fingerprintsOf(target, voter, id, at))
        known.set(made, { voter: voter.id, option: id })
    })
  const values = snapshots.flatMap(({ tables }) =>
    [...tables.values()].flat().flatMap(row => Object.values(row).map(textOf)),
  )
  // Journals of a server are large: three letters say at most places that nothing begins there.
  const beginnings = new Uint8Array(2 ** 24)
  for (const made of known.keys()) beginnings[Buffer.from(made).readUIntBE(0, 3)] = 1
  const found = new Map<string, string>()
  for (const all of [...bytes.map(each => each.bytes), Buffer.from(values.join('\n'))])
    for (let at = 0, last = all.length - LETTERS, three = 0; at < last + 2; at++) {
      three = ((three << 8) | (all[at] ?? 0)) & 0xffffff
      const hit = beginnings[three] ? known.get(all.toString('latin1', at - 2, at - 2 + LETTERS)) : undefined
      if (hit) found.set(hit.voter, hit.option)
    }
  return found
}

/** Deals the options out to voters in an order, as many as chose each: right where the order has to do with choices. */
function dealt({ options }: Target, order: readonly string[]): Guesses {
  const options_ = options.flatMap(({ id, chosen }) => Array<string>(chosen).fill(id))
  return new Map(order.flatMap((voter, at) => (options_[at] === undefined ? [] : [[voter, options_[at]]])))
}

type Sealed = Row & { readonly person_id: string; readonly envelope: string }

const sealedOf = ({ ballot }: Target, { tables }: Snapshot) =>
  (tables.get('sealed_vote') ?? []).filter(row => row.ballot_id === ballot && row.person_id) as Sealed[]

function lastSealed(target: Target, { snapshots }: Evidence): readonly Sealed[] {
  return snapshots.map(each => sealedOf(target, each)).findLast(all => all.length > 0) ?? []
}

/** Orders voters by what `keyOf` finds in the rows of the last backup. */
const byOrder =
  (keyOf: (row: Sealed) => string): Attack =>
  (target, evidence) => {
    const order = lastSealed(target, evidence).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))
    return dealt(
      target,
      order.map(row => row.person_id),
    )
  }

/** Letters of an envelope between its nonce and its tag. */
const [MIDDLE, TAG] = [16, 69]

/** Envelopes that hide the same thing the same way: the largest group of them is of the option most chose, and so on. */
const groups: Attack = (target, evidence) => {
  const sealed = Map.groupBy(lastSealed(target, evidence), row => row.envelope.slice(MIDDLE, TAG))
  if (sealed.size > 2 * target.options.length) return new Map()
  const options = target.options.toSorted((a, b) => b.chosen - a.chosen)
  const bySize = [...sealed.values()].toSorted((a, b) => b.length - a.length)
  return new Map(
    bySize.flatMap((all, at) =>
      all.flatMap(row => (options[at] ? [[row.person_id, options[at].id] as const] : [])),
    ),
  )
}

const number = (value: unknown) => textOf(value).replace(/\d+/g, digits => digits.padStart(12, '0'))

/** Voters in the order in which the database took note of them at all. */
const firstActs: Attack = (target, { snapshots }) => {
  const people = snapshots.at(-1)?.tables.get('person') ?? []
  const order = people.toSorted((a, b) => Number(a.took_part_at) - Number(b.took_part_at))
  const known = new Set(target.voters.map(({ id }) => id))
  return dealt(
    target,
    order.map(({ id }) => textOf(id)).filter(id => known.has(id)),
  )
}

/** Whoever changed their envelope between two backups is taken to have left the first option. */
const changes: Attack = (target, { snapshots }) => {
  const seen = snapshots.map(
    each => new Map(sealedOf(target, each).map(row => [row.person_id, row.envelope])),
  )
  const [before, after] = seen.filter(each => each.size > 0)
  const changed = [...(after ?? [])].filter(([who, now]) => before?.has(who) && before.get(who) !== now)
  const rest = [...(after?.keys() ?? [])].filter(who => !changed.some(([each]) => each === who))
  return dealt(target, [...rest, ...changed.map(([who]) => who)])
}

/** Opens what each of `secrets` opens. */
export const opening =
  (secrets: readonly string[]): Attack =>
  (target, { snapshots }) => {
    const ids = target.options.map(({ id }) => id)
    const found = new Map<string, string>()
    for (const snapshot of snapshots) {
      const key = (snapshot.tables.get('ballot_key') ?? []).find(row => row.ballot_id === target.ballot)
      for (const row of key ? sealedOf(target, snapshot) : []) {
        const opened = unwrapKey(secrets, target.ballot, textOf(key?.wrapped))
        const place = { ballot: target.ballot, mark: textOf(row.mark) }
        const choice = opened && openChoice(opened, place, ids, row.envelope)
        const top = choice?.toSorted((a, b) => b.points - a.points)[0]
        if (top) found.set(row.person_id, top.option)
      }
    }
    return found
  }

/** What an operator might have set, and what stands in the database beside the key. */
const guessable: Attack = (target, evidence) => {
  const there = evidence.snapshots.flatMap(({ tables }) =>
    ['ballot', 'ballot_key'].flatMap(name =>
      (tables.get(name) ?? []).flatMap(row => Object.values(row).map(textOf)),
    ),
  )
  const likely = ['', 'secret', 'x'.repeat(32), 'signs the links of these tests alone', target.ballot]
  return opening([...new Set([...likely, ...there])].filter(each => each !== ''))(target, evidence)
}

export const ATTACKS: Readonly<Record<string, Attack>> = {
  'rows that name both': rows,
  'names near each other on the disk': neighbours,
  'fingerprints of every possible choice': dictionary,
  'order of rows': byOrder(row => number(row['system rowid'] ?? row['system ctid'])),
  'order of transactions': byOrder(row => number(row['system xmin'] ?? row['system rowid'])),
  'order of envelopes': byOrder(row => row.envelope),
  'envelopes that are alike': groups,
  'ends of envelopes': byOrder(row => row.envelope.slice(-12)),
  'length of envelopes': byOrder(row => number(row.envelope.length)),
  'order of marks': byOrder(row => textOf(row.mark)),
  'order of first acts': firstActs,
  'envelopes changed between backups': changes,
  'secrets that can be guessed': guessable,
}
