import type { Wiring } from '../../conversation/wiring.ts'
import { may } from '../../kernel/access/permission.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { InitiativeUsecases } from '../initiatives/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { trialCards } from './card/usecases.ts'
import { type DecisionDeps, decisionRoom } from './decision/wire.ts'
import { type LookInDeps, wireLookIns } from './look-ins/wire.ts'
import { measureStore } from './measures/store.ts'
import { measureUsecases } from './measures/usecases.ts'
import { TESTER_PERMISSIONS } from './testers/domain.ts'
import { testerStore } from './testers/store.ts'
import { testerUsecases } from './testers/usecases.ts'
import { trialContext } from './trial/context-usecases.ts'
import { trialDescentStore } from './trial/descent-store.ts'
import { trialDescent } from './trial/descent-usecases.ts'
import { trialReading } from './trial/reading-usecases.ts'
import type { TrialBeside } from './trial/seen.ts'
import { trialStore } from './trial/store.ts'
import { trialUsecases } from './trial/usecases.ts'

export type TrialRoomDeps = DecisionDeps &
  LookInDeps & {
    readonly programme: Pick<Programme, 'axis'>
    readonly people: Pick<PeopleUsecases, 'names' | 'tookPart'>
    readonly ideas: Pick<IdeaUsecases, 'comment' | 'commentsFrom'>
    readonly initiatives: Pick<InitiativeUsecases, 'held' | 'redraw'>
  }

/** The use-cases of each room. */
export function trialRooms(wiring: Wiring, deps: TrialRoomDeps) {
  const { programme, people, ideas, initiatives, messages, nextSteps, linkSecret, purge } = deps
  const { transact, read, once, note, clock, ids, zone } = wiring
  const store = trialStore
  const context = trialContext({ store, transact, read, clock, zone, initiatives })
  const testers = testerUsecases({ store: testerStore, read, clock, people, ideas, initiatives }, context)
  const measures = measureUsecases({ store: measureStore, read }, context)
  const descent = trialDescent({ store, read, descent: trialDescentStore, initiatives }, context)
  const looking = wireLookIns(wiring, { linkSecret, messages, initiatives, purge }, context)
  const beside: TrialBeside = {
    testing: testers.testing,
    notes: testers.lines,
    readings: measures.readings,
    rounds: looking.lookIns.rounds,
    asked: looking.lookIns.asked,
    next: (_, trials) =>
      nextSteps.shownOn(
        'trial',
        trials.map(({ id }) => id),
      ),
    carried: descent.carried,
  }
  const reading = trialReading({ store, read, initiatives, beside }, context)
  const { onSheet, ...cards } = trialCards({
    store,
    read,
    reading,
    programme,
    mayTry: ({ role }) => may(TESTER_PERMISSIONS.try, role),
    tries: testers.tries,
  })
  const decision = decisionRoom(wiring, deps, { context, reading })
  return {
    context,
    cards,
    onSheet,
    descent,
    decision,
    testers,
    measures,
    looking,
    trials: trialUsecases(
      {
        store,
        transact,
        once,
        note,
        clock,
        ids,
        zone,
        programme,
        initiatives,
        keepStarts: measures.keepStarts,
        dropped: looking.rounds.dropped,
        scheduled: async (tx, trial, before) => {
          await decision.schedule(tx, trial)
          await looking.rounds.schedule(tx, trial, before)
        },
      },
      context,
    ),
    reading,
  }
}
