import type { Handlers } from '../../conversation/protocol/handlers.ts'
import type { Wiring } from '../../conversation/wiring.ts'
import type { MessageUsecases } from '../messages/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import { assigningReply, assignmentHandlers } from './assignment/handlers.ts'
import { stepErasureUsecases } from './assignment/leaving-usecases.ts'
import { assignmentRoutes } from './assignment/routes.ts'
import { assignmentUsecases } from './assignment/usecases.ts'
import { stepMessageHandlers } from './clock/handlers.ts'
import { stepClockUsecases } from './clock/usecases.ts'
import { stepContext } from './step/context-usecases.ts'
import { nextStepHandlers } from './step/handlers.ts'
import { stepReadingUsecases } from './step/reading-usecases.ts'
import { stepReplies } from './step/reply-handlers.ts'
import { nextStepRoutes } from './step/routes.ts'
import { nextStepStore } from './step/store.ts'
import type { StepSubjects } from './step/subject.ts'
import { nextStepUsecases } from './step/usecases.ts'

type Deps = {
  readonly programme: Pick<Programme, 'phases' | 'direction'>
  readonly people: Pick<PeopleUsecases, 'names' | 'actor' | 'colleagues' | 'inCharge'>
  readonly messages: Pick<MessageUsecases, 'tell' | 'noteActed' | 'workdays' | 'claim' | 'drop' | 'show'>
  /** What a step follows from, as features to the right know it. */
  readonly subjects: () => StepSubjects
}

export function wireNextSteps(wiring: Wiring, { programme, people, messages, subjects }: Deps) {
  const { transact, read, note, once, audit, clock, ids, zone, words } = wiring
  const store = nextStepStore
  const edges = { store, transact, read, note, clock, zone }
  const context = stepContext({ ...edges, people, subjects })
  const steps = nextStepUsecases({ ...edges, once, audit, ids, programme, messages }, context)
  const reading = stepReadingUsecases({ store, read, clock, people, programme }, context)
  const assignment = assignmentUsecases({ ...edges, audit, people }, context)
  const leaving = stepErasureUsecases({ store, transact, note })
  const byClock = stepClockUsecases({ ...edges, messages, people, programme }, context)
  const { days, recalledOn } = byClock
  const replies = stepReplies({ reading, days, recalledOn, programme, words })
  const assigning = assigningReply({ assignment, words })
  const all = [
    nextStepHandlers({ steps, reading, assigning, ids }, replies),
    assignmentHandlers({ assignment, reading, words }, replies),
    stepMessageHandlers({ reading, clock: byClock, leaving, messages, words }, replies),
  ]
  return {
    usecases: { shownOn: reading.shownOn, allOn: reading.allOn, mayWrite: reading.mayWrite },
    erasures: [leaving.leave],
    handlers: {
      commands: all.flatMap(({ commands }) => commands ?? []),
      verbs: Object.assign({}, ...all.map(({ verbs }) => verbs)) as Handlers['verbs'],
      facts: Object.assign({}, ...all.map(({ facts }) => facts)) as Handlers['facts'],
    },
    routes: [...nextStepRoutes({ steps, reading }), ...assignmentRoutes(assignment)],
  }
}
