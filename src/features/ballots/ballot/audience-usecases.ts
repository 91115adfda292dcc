import type { Actor } from '../../../kernel/access/actor.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact } from '../../../kernel/storage/tx.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { ChannelUsecases } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { ReminderUsecases, SeatingTableUsecases, WorkshopUsecases } from '../../workshops/index.ts'
import {
  type Addressed,
  type BallotAudience,
  directionsOf,
  headcountOf,
  tableNumber,
  uncalled,
} from './audience.ts'
import type { BallotNow } from './domain.ts'
import type { WithSequel } from './sequel.ts'
import type { SequelReads } from './sequel-usecases.ts'

type Parts = {
  readonly read: Transact
  readonly programme: Pick<Programme, 'direction' | 'directions'>
  readonly workshops: Pick<WorkshopUsecases, 'posted'> &
    Pick<ReminderUsecases, 'answersIn'> &
    Pick<SeatingTableUsecases, 'ownTables' | 'sizeOfTable'>
  readonly attendance: Pick<PresentUsecases, 'cameTo' | 'countPresent'>
  readonly channels: Pick<ChannelUsecases, 'list'>
  readonly sequels: Pick<SequelReads, 'followedAll'>
}

/** Who reads or votes, and in which channel, if any. */
export type Viewer = { readonly actor: Actor; readonly channel?: string | undefined }

/** @throws Refusal `gone` */
function requireOne<T>([one]: readonly T[]): T {
  if (one === undefined) throw new Refusal('gone')
  return one
}

export type AudienceUsecases = ReturnType<typeof audienceUsecases>

/** Eligibility to vote, by the ballot's audience. It reads other features' data: never inside a transaction. */
export function audienceUsecases({ read, programme, workshops, attendance, channels, sequels }: Parts) {
  async function isSeated(workshop: string, person: string): Promise<boolean> {
    return (await workshops.answersIn(workshop, [person])).get(person) === 'yes'
  }

  const isPresent = async (workshop: string, person: string): Promise<boolean> =>
    (await attendance.cameTo(person, [workshop])).has(workshop)

  /**
   * At the table that they were shown, or that they facilitate. Of who was shown none, and of a table without a number, nobody
   * knows where they sit: whoever comes to its vote says that they are there.
   */
  async function sitsAt(workshop: string, table: string, person: string): Promise<boolean> {
    const number = tableNumber(table)
    const own = (await workshops.ownTables(person, 0)).filter(each => each.workshop === workshop)
    if (number !== undefined && own.length > 0) return own.some(each => each.table === number)
    return (await isSeated(workshop, person)) || isPresent(workshop, person)
  }

  async function isCalled(
    audience: BallotAudience,
    { actor, channel }: Viewer,
    voted: boolean,
  ): Promise<boolean> {
    switch (audience.kind) {
      case 'directions':
        return voted || audience.directions.includes(actor.direction ?? '')
      case 'workshop':
        if (audience.table !== undefined)
          return voted || (await sitsAt(audience.workshop, audience.table, actor.id))
        return voted || (await isSeated(audience.workshop, actor.id))
      case 'present':
        return voted || (await isPresent(audience.workshop, actor.id))
      case 'channels':
        // Teams alone knows the members of a channel: a card there can be pressed by nobody else.
        return voted || audience.channels.includes(channel ?? '')
      default:
        return true
    }
  }

  async function namesOf(audience: BallotAudience): Promise<readonly string[]> {
    switch (audience.kind) {
      case 'directions':
        return audience.directions.map(id => programme.direction(id)?.name ?? id)
      case 'workshop':
      case 'present':
        return [(await workshops.posted(audience.workshop))?.title ?? '']
      case 'channels': {
        const all = (await channels.list()).filter(({ id }) => audience.channels.includes(id))
        return all.map(({ name, teamName }) => [teamName, name].filter(text => text !== '').join(' · '))
      }
      default:
        return []
    }
  }

  async function seatsOf({ workshop, table }: Extract<BallotAudience, { kind: 'workshop' }>) {
    if (table === undefined) return (await workshops.posted(workshop))?.seatsTaken
    const number = tableNumber(table)
    return number === undefined ? undefined : workshops.sizeOfTable(workshop, number)
  }

  async function votersOf(audience: BallotAudience): Promise<number | undefined> {
    if (audience.kind === 'channels') return undefined
    if (audience.kind === 'present') return read(tx => attendance.countPresent(tx, audience.workshop))
    if (audience.kind === 'workshop') return seatsOf(audience)
    return headcountOf(directionsOf(audience, programme.directions))
  }

  /** The size is never below the number of voters, who may have given up their seat or moved since. */
  async function addressOf(ballot: BallotNow, viewer: Viewer | undefined): Promise<Addressed> {
    const { audience, mine, votes } = ballot
    const called = viewer === undefined || (await isCalled(audience, viewer, mine !== undefined))
    const known = await votersOf(audience)
    const voters = known === undefined ? undefined : Math.max(known, votes)
    return { called, voters, named: await namesOf(audience) }
  }

  /** Each with its audience and what follows as `viewer` sees it; without one, as everybody in its channels does. */
  async function addressedAll<T extends BallotNow>(
    ballots: readonly T[],
    viewer?: Viewer,
  ): Promise<readonly (T & Addressed & WithSequel)[]> {
    const followed = await sequels.followedAll(ballots, viewer?.actor)
    return Promise.all(
      ballots.map(async ballot => ({
        ...ballot,
        ...(await addressOf(ballot, viewer)),
        ...followed.get(ballot.id),
      })),
    )
  }

  return {
    namesOf,
    votersOf,
    addressedAll,

    /** The same of one. */
    async addressed<T extends BallotNow>(ballot: T, viewer?: Viewer): Promise<T & Addressed & WithSequel> {
      return requireOne(await addressedAll([ballot], viewer))
    },

    /** @throws Refusal `quorum-unreachable` where the size of the audience is known and smaller */
    checkReachable({
      audience,
      quorum,
    }: {
      readonly audience: BallotAudience
      readonly quorum: number
    }): void {
      const asked = directionsOf(audience, programme.directions)
      const max = headcountOf(asked)
      if (asked.length > 0 && quorum > max) throw new Refusal('quorum-unreachable', { max })
    },

    /**
     * Checks eligibility. Whoever voted once may change their vote even if they no longer belong to the audience.
     * @throws Refusal `vote-in-channel`, `not-at-table`, `not-present`, `not-at-workshop`, `direction-first`,
     * `not-in-audience`
     */
    async checkCalled(audience: BallotAudience, viewer: Viewer, voted: boolean): Promise<void> {
      if (await isCalled(audience, viewer, voted)) return
      throw uncalled(audience, viewer.actor.direction, await namesOf(audience))
    },
  }
}
