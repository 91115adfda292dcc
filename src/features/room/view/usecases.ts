import type { Actor } from '../../../kernel/access/actor.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { PresentUsecases } from '../../attendance/index.ts'
import type { BallotUsecases } from '../../ballots/index.ts'
import type { FeedbackUsecases } from '../../feedback/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { DoorUsecases, SeatingTableUsecases, Workshop } from '../../workshops/index.ts'
import type { AddressUsecases } from '../address/usecases.ts'
import { checkStands, isLeftOver, ROOM_PERMISSIONS, type RoomState } from '../scene/domain.ts'
import type { LeadingUsecases } from '../scene/leading-usecases.ts'
import type { SceneUsecases } from '../scene/usecases.ts'
import { type ActNow, actNow } from './act.ts'
import { NOTHING, presentNow, programmeNow, type RoomNow, roomOf, sceneNow, timerNow } from './domain.ts'
import type { MaterialUsecases } from './material-usecases.ts'

type Parts = {
  readonly read: Transact
  readonly clock: Clock
  readonly zone: string
  readonly addresses: Pick<AddressUsecases, 'joinAddress'>
  readonly programme: Pick<Programme, 'axes' | 'language'>
  readonly workshops: Pick<DoorUsecases, 'requireWorkshop'> & Pick<SeatingTableUsecases, 'tableOf'>
  readonly attendance: Pick<PresentUsecases, 'isPresent' | 'countPresent'>
  readonly scenes: Pick<SceneUsecases, 'stateOf'>
  readonly leading: LeadingUsecases
  readonly material: MaterialUsecases
  readonly ballots: Pick<BallotUsecases, 'show'>
  readonly feedback: Pick<FeedbackUsecases, 'asked'>
}

/** `names`: of those who let theirs be shown; `codes`: those that check in; `table`: of all tables that one alone. */
type Sight = { readonly names: boolean; readonly codes: boolean; readonly table?: number | undefined }

/** For the workshop's screen, in front of which one is there. */
const IN_THE_ROOM: Sight = { names: true, codes: true }

type Drawn = Omit<RoomNow, 'programme' | 'present' | 'join'>

/** What the room does now, for one phone. */
export type ParticipantNow = Drawn & {
  readonly table?: number
  readonly in: boolean
  /** They may hold the remote. */
  readonly leads?: true
  readonly act: ActNow
}

/** A pause, and no timer, of what stood before the night. */
function overnight(state: RoomState): RoomState {
  const { timer: _, ...rest } = state
  return { ...rest, scene: { kind: 'pause', words: '', since: 0 } }
}

export type RoomViewUsecases = ReturnType<typeof roomViewUsecases>

/** The room as its screen, its remote and its phones see it. */
export function roomViewUsecases(parts: Parts) {
  const { read, clock, zone, addresses, programme, workshops, attendance, scenes, leading } = parts
  const { material, ballots, feedback } = parts

  async function stands(tx: Tx, workshop: Workshop): Promise<RoomState> {
    const found = await scenes.stateOf(tx, workshop.id)
    // A method file may have taken the axis out since.
    const state = programme.axes.some(({ id }) => id === found.axis) ? found : { ...found, axis: '' }
    return isLeftOver(state, workshop, { now: clock.now(), zone }) ? overnight(state) : state
  }

  async function found(tx: Tx, workshop: Workshop) {
    return { workshop, state: await stands(tx, workshop) }
  }

  type Found = Awaited<ReturnType<typeof found>>

  async function drawn({ workshop, state }: Found, sight: Sight): Promise<Drawn> {
    const now = clock.now()
    const timer = timerNow(state.timer, now)
    return {
      version: state.version,
      at: now,
      workshop: roomOf(workshop, programme.axes),
      scene: sceneNow(state, await material.of(workshop, state, sight)),
      ...(timer && { timer }),
    }
  }

  async function seen(room: Found, sight: Sight): Promise<RoomNow> {
    const { id } = room.workshop
    const { version, at, workshop, scene, timer } = await drawn(room, sight)
    return {
      version,
      at,
      programme: programmeNow(programme, zone),
      workshop,
      scene,
      ...(timer && { timer }),
      present: presentNow(await read(tx => attendance.countPresent(tx, id))),
      join: { url: addresses.joinAddress(room.workshop) },
    }
  }

  /** Names for who takes part; codes for who keeps the list besides. */
  async function sightOf(tx: Tx, actor: Actor, id: string): Promise<Sight> {
    return { names: true, codes: (await leading.leads(tx, actor, id)) !== 'others' }
  }

  async function votesOf(actor: Actor, { scene }: Drawn) {
    if (scene.kind !== 'vote') return {}
    const { mine, called } = await ballots.show(actor, scene.ballot.id)
    return called ? { votes: { voted: mine !== undefined } } : {}
  }

  async function asksFeedback(actor: Actor, { id }: Workshop): Promise<boolean> {
    return (await feedback.asked(actor)).some(({ round }) => round.workshop === id)
  }

  /** What a person needs of a room whose scene is theirs to read. */
  async function participantIn(
    actor: Actor,
    room: Drawn,
    mine: { readonly table: number | undefined; readonly present: boolean; readonly leads: boolean },
    workshop: Workshop,
  ): Promise<ParticipantNow> {
    const { version, at, scene, timer } = room
    const { table, present, leads } = mine
    const over = at >= workshop.endsAt
    const act = actNow(scene, {
      present,
      open: material.isCheckInOpen(workshop),
      over,
      ...(table !== undefined && { table }),
      ...(await votesOf(actor, room)),
      feedback: over && (await asksFeedback(actor, workshop)),
    })
    return {
      version,
      at,
      workshop: room.workshop,
      scene,
      ...(timer && { timer }),
      ...(table !== undefined && { table }),
      in: present,
      ...(leads && { leads: true as const }),
      act,
    }
  }

  return {
    /**
     * What the screen shows, for somebody who takes part.
     * @throws Refusal `gone`, `role-needed`, `room-not-there`, `attendance-cancelled`
     */
    async show(actor: Actor, id: string): Promise<RoomNow> {
      const { sight, ...room } = await read(async tx => {
        const workshop = await leading.requireReadable(tx, actor, id)
        return { ...(await found(tx, workshop)), sight: await sightOf(tx, actor, id) }
      })
      return seen(room, sight)
    },

    /** The same for a screen, whose key was checked. @throws Refusal `gone`, `attendance-cancelled` */
    async onScreen(id: string): Promise<RoomNow> {
      const room = await read(async tx => {
        const workshop = await workshops.requireWorkshop(tx, id)
        checkStands(workshop)
        return found(tx, workshop)
      })
      return seen(room, IN_THE_ROOM)
    },

    /** The same for a remote, which may lead it: whether or not it takes place. @throws Refusal `gone` */
    async forRemote(id: string): Promise<RoomNow> {
      const room = await read(async tx => found(tx, await workshops.requireWorkshop(tx, id)))
      return seen(room, IN_THE_ROOM)
    },

    /**
     * What the room does now, and the one act that it asks of the person: the code of the day leads here. Whoever neither
     * has a seat nor was checked in sees a welcome, and where to check in.
     * @throws Refusal `gone`, `role-needed`, `attendance-cancelled`
     */
    async participant(actor: Actor, id: string): Promise<ParticipantNow> {
      permit(ROOM_PERMISSIONS.follow, actor.role)
      const { takesPart, mine, ...room } = await read(async tx => {
        const workshop = await workshops.requireWorkshop(tx, id)
        checkStands(workshop)
        const present = await attendance.isPresent(tx, id, actor.id)
        const table = await workshops.tableOf(tx, id, actor.id)
        const relation = await leading.leads(tx, actor, id)
        const takesPart = present || relation !== 'others' || (await leading.hasSeat(tx, actor, id))
        const mine = { table, present, leads: relation === 'own' }
        return { ...(await found(tx, workshop)), takesPart, mine }
      })
      const { workshop, state } = room
      if (takesPart) {
        // 0 is no table: who goes from one to another reads of none.
        const sight = { names: true, codes: false, table: mine.table ?? 0 }
        return participantIn(actor, await drawn(room, sight), mine, workshop)
      }
      const bare = { ...state, scene: { kind: 'welcome', words: '', since: 0 } } as const
      const now = clock.now()
      const scene = sceneNow(bare, NOTHING)
      const none = { present: false, open: material.isCheckInOpen(workshop), over: now >= workshop.endsAt }
      return {
        version: state.version,
        at: now,
        workshop: roomOf(workshop, programme.axes),
        scene,
        in: false,
        act: actNow(scene, { ...none, feedback: false }),
      }
    },
  }
}
