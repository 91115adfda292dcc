import type { TeamMember } from '../../../kernel/access/member.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Language } from '../../../kernel/text/language.ts'
import { fingerprint } from '../../../kernel/text/text.ts'
import { type Clock, DAY } from '../../../kernel/time/clock.ts'
import { mailOf } from '../people-file/email.ts'
import { noteExpected, type PeopleFileStore } from '../people-file/usecases.ts'
import type { Account } from '../person/domain.ts'
import { type MemberOf, type MembersOf, type TeamReading, type Turn, turnAfter } from './team-members.ts'
import type { IdentificationUsecases } from './usecases.ts'

export type TeamMemberStore = {
  /** Starts reading the team, unless it was started after `before`. @returns whether it starts */
  readonly begin: (team: string, address: string, at: number, before: number) => Promise<boolean>
  /** Starts again, whenever it was read last. */
  readonly again: (team: string, at: number) => Promise<void>
  readonly reading: (team: string) => Promise<TeamReading | undefined>
  /** False when another call has taken this turn (optimistic lock). */
  readonly turn: (reading: TeamReading, to: Turn) => Promise<boolean>
  readonly forget: (reading: TeamReading) => Promise<void>
  /** Stores the account type of known people; at most 500, of one tenant. */
  readonly keepAccounts: (tenant: string, objectIds: readonly string[], account: Account) => Promise<void>
  /** Ids of teams that were or are being read. */
  readonly teams: (limit: number, after: string) => Promise<readonly string[]>
}

type Parts = {
  readonly members: (tx: Tx) => TeamMemberStore
  readonly peopleFile: (tx: Tx) => Pick<PeopleFileStore, 'expectsAnybody' | 'expectedAmong'>
  readonly identification: Pick<IdentificationUsecases, 'meet'>
  readonly transact: Transact
  readonly read: Transact
  readonly note: Note
  readonly clock: Clock
  readonly membersOf: MembersOf
  readonly memberOf: MemberOf
  /** Tenants whose people may act. */
  readonly tenants: readonly string[]
  /** Whether guests in those tenants may act. */
  readonly guests: boolean
  /** Language of people who have not chosen one. */
  readonly home: Language
}

/** People per transaction: limits how long anybody else waits for the database. */
const TOGETHER = 25
/** Teams per fact. */
const TEAMS = 100

type Begun = Pick<TeamReading, 'team' | 'begunAt' | 'page'>

/** Schedules the next call: one fact each, so that other due facts run in between. */
function notePage(note: Note, tx: Tx, { team, begunAt, page }: Begun): Promise<void> {
  const payload = { team, begun: begunAt, page }
  return note(tx, { kind: 'people.roster', payload, mergeKey: `people.roster:${team}:${begunAt}:${page}` })
}

export type TeamMemberUsecases = ReturnType<typeof teamMemberUsecases>

/**
 * Finds people whom the file expects among the members of teams where the bot is. Nothing is stored of other members.
 */
export function teamMemberUsecases(parts: Parts) {
  const { members, peopleFile, identification, transact, read, note, clock } = parts
  const { membersOf, memberOf, home, guests } = parts
  const tenants = parts.tenants.map(tenant => tenant.toLowerCase())

  /** Updates whether known people are guests. */
  async function keepAccounts(all: readonly TeamMember[]): Promise<void> {
    await transact(async tx => {
      for (const tenant of tenants)
        for (const account of ['member', 'guest'] as const) {
          const these = all.filter(
            each => each.tenant === tenant && (each.guest ? 'guest' : 'member') === account,
          )
          await members(tx).keepAccounts(
            tenant,
            these.map(({ objectId }) => objectId),
            account,
          )
        }
    })
  }

  async function awaited(all: readonly TeamMember[]): Promise<readonly TeamMember[]> {
    const ours = all
      .filter(({ objectId, tenant }) => objectId !== '' && tenants.includes(tenant))
      .filter(({ guest }) => guests || !guest)
      .map(member => ({ ...member, mails: member.mails.flatMap(mail => mailOf(mail) ?? []) }))
    const expected = await read(tx => peopleFile(tx).expectedAmong(ours.flatMap(({ mails }) => mails)))
    return ours.filter(({ mails }) => mails.some(mail => expected.has(mail)))
  }

  /** Adds expected people as at a first contact, but without welcome and participation. */
  async function meet(all: readonly TeamMember[]): Promise<void> {
    await keepAccounts(all)
    const found = await awaited(all)
    for (let from = 0; from < found.length; from += TOGETHER)
      await transact(async tx => {
        for (const member of found.slice(from, from + TOGETHER))
          await identification.meet(tx, {
            ...member,
            account: member.guest ? 'guest' : 'member',
            language: home,
            how: 'roster',
          })
      })
  }

  async function turn(reading: TeamReading, to: Turn): Promise<void> {
    await transact(async tx => {
      const turned = await members(tx).turn(reading, to)
      if (turned && to !== 'end') await notePage(note, tx, { ...reading, page: reading.page + 1 })
    })
  }

  return {
    /** The bot was added to a team: reads its members, at most once a day. `address`: opaque, in the team. */
    teamMet: (team: string, address: string): Promise<void> =>
      transact(async tx => {
        const now = clock.now()
        if (await members(tx).begin(team, address, now, now - DAY))
          await notePage(note, tx, { team, begunAt: now, page: 0 })
      }),

    /** Reads one page, unless another call did. Rejects when Teams does not answer. */
    async readPage({ team, begunAt, page }: Begun): Promise<void> {
      const now = await read(async tx => ({
        reading: await members(tx).reading(team),
        expects: await peopleFile(tx).expectsAnybody(),
      }))
      const { reading } = now
      if (reading?.begunAt !== begunAt || reading.page !== page || !now.expects) return
      const answer = await membersOf(reading.address, reading.token)
      // Forgets the reading, so that the team is read at once when the bot comes back.
      if (answer === 'left') return transact(tx => members(tx).forget(reading))
      if (answer !== 'stale') await meet(answer.members)
      await turn(reading, turnAfter(reading, answer))
    },

    /** People who joined a team, by Teams' own ids: schedules a lookup for each, while anybody is expected. */
    joined: (address: string, team: string, ids: readonly string[]): Promise<void> =>
      transact(async tx => {
        if (!(await peopleFile(tx).expectsAnybody())) return
        for (const member of ids) {
          const mergeKey = `people.joined:${fingerprint(team, member)}`
          await note(tx, { kind: 'people.joined', payload: { at: address, member }, mergeKey })
        }
      }),

    /** Rejects when Teams does not answer. */
    async askMember(address: string, user: string): Promise<void> {
      if (!(await read(tx => peopleFile(tx).expectsAnybody()))) return
      const member = await memberOf(address, user)
      if (member) await meet([member])
    },

    /** New people are expected: reads the teams after `after` again. */
    readAgain: (after: string): Promise<void> =>
      transact(async tx => {
        const now = clock.now()
        const teams = await members(tx).teams(TEAMS, after)
        for (const team of teams) {
          await members(tx).again(team, now)
          await notePage(note, tx, { team, begunAt: now, page: 0 })
        }
        const last = teams.at(-1)
        if (last !== undefined && teams.length === TEAMS) await noteExpected(note, tx, last)
      }),
  }
}
