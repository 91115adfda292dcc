import type { Wiring } from '../../conversation/wiring.ts'
import { secureChance } from '../../kernel/crypto/random.ts'
import type { GroundingUsecases } from '../grounding/index.ts'
import type { IdeaUsecases } from '../ideas/index.ts'
import type { PeopleUsecases } from '../people/index.ts'
import type { Programme } from '../programme/index.ts'
import type { BoardUsecases } from '../themes/index.ts'
import { publishUsecases } from './publication/publish-usecases.ts'
import { publishedUsecases } from './publication/published-usecases.ts'
import { synthesisRoutes } from './publication/routes.ts'
import { synthesisViews } from './publication/view-routes.ts'
import { sentenceChecks } from './sentence/checks.ts'
import { citedIdeaStore } from './sentence/cited-store.ts'
import { draftUsecases } from './sentence/draft-usecases.ts'
import { objectionStore } from './sentence/objection-store.ts'
import { objectionUsecases } from './sentence/objection-usecases.ts'
import { sampleStore } from './sentence/sample-store.ts'
import { sampleUsecases } from './sentence/sample-usecases.ts'
import { FORGET_OBJECTIONS, nightly } from './sentence/schedule.ts'
import { sentenceStore } from './sentence/sentence-store.ts'
import { synthesisStore } from './sentence/store.ts'
import { proposalUsecases } from './writing/proposal-usecases.ts'
import { sentenceUsecases } from './writing/sentence-usecases.ts'
import { viewUsecases } from './writing/view-usecases.ts'

type Deps = {
  readonly programme: Programme
  readonly people: Pick<PeopleUsecases, 'names'>
  readonly grounding: GroundingUsecases
  readonly boards: Pick<BoardUsecases, 'counted' | 'axisOf' | 'themesIn'>
  readonly submittable: IdeaUsecases['submittable']
}

export function wireSynthesis(wiring: Wiring, deps: Deps) {
  const { programme, people, grounding, boards, submittable } = deps
  const { transact, read, once, audit, clock, ids, words, home, zone } = wiring
  const stores = { syntheses: synthesisStore, sentences: sentenceStore, cited: citedIdeaStore }
  const checks = sentenceChecks({ grounding })
  const drafts = draftUsecases({ ...stores, ids, clock })
  const { themesIn } = boards
  const objections = objectionUsecases({ ...stores, objections: objectionStore, transact, clock, zone })
  const changing = { programme, ...stores, drafts, objections, transact, audit, ids, clock }
  const writing = { ...changing, checks, themesIn, once }
  const written = sentenceUsecases(writing)
  const reading = { ...stores, objections, checks, boards, people, read }
  const samples = sampleUsecases({
    programme,
    samples: sampleStore,
    boards,
    read,
    transact,
    audit,
    clock,
    lot: secureChance,
  })
  const facts = {
    [FORGET_OBJECTIONS]: async () => {
      await objections.forget()
      return []
    },
  }
  const seen = viewUsecases({ ...reading, grounding, samples })
  return {
    handlers: { facts },
    routes: [
      ...synthesisRoutes({
        samples,
        written,
        drafts: seen,
        proposals: proposalUsecases({ ...writing, submittable, grounding, read, language: home }),
        publication: publishUsecases({ ...changing, views: seen }),
        published: publishedUsecases({ ...reading, programme }),
        objections,
        views: synthesisViews({
          checks,
          ideasInWords: count => words(home).say('synthesis.slot', { count }),
        }),
      }),
    ],
    schedules: [{ kind: FORGET_OBJECTIONS, next: nightly(zone), erases: true }],
  }
}
