import type { Wiring } from '../../conversation/wiring.ts'
import type { Limits } from '../../kernel/requests/limits.ts'
import type { PresentUsecases, shownCode } from '../attendance/index.ts'
import type { BallotUsecases, ScreenUsecases } from '../ballots/index.ts'
import type { FeedbackUsecases } from '../feedback/index.ts'
import type { IdeaUsecases, VotesAt } from '../ideas/index.ts'
import type { StepUsecases } from '../next-steps/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { DoorUsecases, SeatingTableUsecases, ShownTableUsecases, Workshop } from '../workshops/index.ts'
import { wireAddress } from './address/wire.ts'
import { pairingRoutes } from './pairing/routes.ts'
import { screenDoor } from './pairing/screen-routes.ts'
import { wirePairing } from './pairing/wire.ts'
import { placeIn } from './running-order/domain.ts'
import { orderRoutes } from './running-order/routes.ts'
import { orderStore } from './running-order/store.ts'
import { orderUsecases, type PlannedOrder } from './running-order/usecases.ts'
import { leadingUsecases } from './scene/leading-usecases.ts'
import { roomStore } from './scene/store.ts'
import { sceneUsecases } from './scene/usecases.ts'
import { materialUsecases } from './view/material-usecases.ts'
import { remoteRoutes } from './view/remote-routes.ts'
import { remoteUsecases } from './view/remote-usecases.ts'
import { roomViewRoutes } from './view/routes.ts'
import { roomViewUsecases } from './view/usecases.ts'

type Deps = {
  readonly limits: Limits
  readonly linkSecret: string
  readonly publicUrl: string
  readonly programme: Pick<Programme, 'axes' | 'axis' | 'language'>
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly workshops: Pick<DoorUsecases, 'requireWorkshop' | 'answerOf' | 'around'> &
    Pick<SeatingTableUsecases, 'tableOf'> &
    ShownTableUsecases
  readonly attendance: Pick<PresentUsecases, 'isPresent' | 'countPresent'> & {
    readonly codeShown: (workshop: Workshop) => ReturnType<typeof shownCode>
    readonly wantedByShort: (workshop: Workshop, short: string) => string | undefined
  }
  readonly feedback: Pick<FeedbackUsecases, 'asked'>
  readonly nextSteps: Pick<StepUsecases, 'shownOn'>
  readonly votesAt: VotesAt
  readonly ideas: Pick<IdeaUsecases, 'wall' | 'reviewFirst'>
  readonly ballots: Pick<BallotUsecases, 'show'> & ScreenUsecases
}

/** The rooms of the feature, left to right. */
export function wireRoom(wiring: Wiring, deps: Deps) {
  const { transact, read, clock, ids, zone, home, words } = wiring
  const { programme, people, workshops, attendance, feedback, nextSteps, ballots, votesAt, ideas } = deps
  const { limits, linkSecret, publicUrl } = deps
  const { wantedByShort } = attendance
  const edges = { transact, read, clock, zone }
  const addresses = wireAddress(wiring, { publicUrl, linkSecret, workshops, wantedByShort })
  const leading = leadingUsecases({ workshops, isPresent: attendance.isPresent })
  const scenes = sceneUsecases({
    ...edges,
    store: roomStore,
    leading,
    programme,
    tables: workshops,
    reviewFirst: ideas.reviewFirst,
    isBallotShown: async id => (await ballots.roomBallot(id)) !== undefined,
  })
  const orders = orderUsecases({
    ...edges,
    store: orderStore,
    ids,
    leading,
    goOnFrom: scenes.goOnFrom,
    tables: workshops,
    programme,
    question: () => words(home).say('room.order.question'),
  })
  const material = materialUsecases({
    ...edges,
    addresses,
    tables: workshops,
    people,
    ballots,
    votesAt,
    steps: nextSteps,
    codeShown: attendance.codeShown,
  })
  const views = roomViewUsecases({
    ...edges,
    addresses,
    programme,
    workshops,
    attendance,
    scenes,
    leading,
    material,
    ballots,
    feedback,
  })
  const { pairing, facts, schedules, holdsRemote } = wirePairing(wiring, {
    limits,
    linkSecret,
    leading,
    people,
  })
  const remotes = remoteUsecases({
    ...edges,
    leading,
    scenes,
    orders,
    roomFor: views.forRemote,
    screensOf: pairing.screensOf,
  })
  const standing = async (workshop: string, { items }: PlannedOrder) =>
    placeIn(items, await read(tx => scenes.stateOf(tx, workshop)))
  return {
    usecases: { onScreen: views.onScreen, stateOf: scenes.stateOf, requireLed: leading.requireLed },
    handlers: { facts },
    schedules,
    /** Of projectors' browsers, which sign in with a key. */
    screens: screenDoor({ pairing, roomOf: views.onScreen, wallOf: ideas.wall }),
    holdsRemote,
    /** Where the letters of a short address lead. */
    leadsTo: addresses.leadsTo,
    routes: [
      ...roomViewRoutes(views),
      ...remoteRoutes({ scenes, remotes }),
      ...pairingRoutes({ pairing, remoteOf: remotes.show }),
      ...orderRoutes({ orders, standing }),
    ],
  }
}
