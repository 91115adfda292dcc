import { parse } from '../../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../../kernel/requests/route.ts'
import { formKey } from '../../../kernel/storage/idempotency.ts'
import {
  decisionInput,
  objectionInput,
  type ProposalsView,
  type PublishedListView,
  type PublishedSynthesisView,
  proposalsInput,
  publishedParams,
  publishInput,
  readingInput,
  rewordingInput,
  type SampledIdeaView,
  type SynthesisView,
  sampleInput,
  sampleQuery,
  sentenceInput,
  sentenceParams,
  sentencePlaceInput,
  synthesisQuery,
} from '../../../tabs/contract/ideas/synthesis.ts'
import type { Page } from '../../../tabs/contract/primitives.ts'
import type { ObjectionUsecases } from '../sentence/objection-usecases.ts'
import type { SampleUsecases } from '../sentence/sample-usecases.ts'
import type { SentenceProposals } from '../writing/proposal-usecases.ts'
import type { SentenceUsecases } from '../writing/sentence-usecases.ts'
import type { ViewUsecases } from '../writing/view-usecases.ts'
import type { PublishUsecases } from './publish-usecases.ts'
import type { PublishedUsecases } from './published-usecases.ts'
import type { SynthesisViews } from './view-routes.ts'

type Parts = {
  readonly written: SentenceUsecases
  readonly drafts: Pick<ViewUsecases, 'draft'>
  readonly proposals: SentenceProposals
  readonly publication: PublishUsecases
  readonly published: PublishedUsecases
  readonly samples: Pick<SampleUsecases, 'draw' | 'judge' | 'list'>
  readonly objections: Pick<ObjectionUsecases, 'object'>
  readonly views: SynthesisViews
}

/** Ideas of one page. */
const PAGE = 20

/** What people read of what words have placed. */
function sampleRoutes(samples: Pick<SampleUsecases, 'draw' | 'judge' | 'list'>): ApiRoute[] {
  return [
    {
      method: 'post',
      path: '/syntheses/sample',
      run: async ({ actor, body }) => {
        await samples.draw(actor, parse(sampleInput, body).axis)
        return {}
      },
    },
    {
      method: 'get',
      path: '/syntheses/sample',
      run: async ({ actor, query }): Promise<Page<SampledIdeaView>> => {
        const { axis, after } = parse(sampleQuery, query)
        const { items, ...next } = await samples.list(actor, axis, PAGE, after)
        return {
          items: items.map(({ id, text, theme, right }) => ({
            id,
            text,
            theme,
            ...(right !== undefined && { right }),
          })),
          ...next,
        }
      },
    },
    {
      method: 'put',
      path: '/syntheses/sample/:id',
      run: async ({ actor, params, body }) => {
        const { axis, right } = parse(readingInput, body)
        await samples.judge(actor, axis, parse(sentenceParams, params).id, right)
        return {}
      },
    },
  ]
}

/** A synthesis: written, checked and published by organisers, read by everybody. */
export function synthesisRoutes(parts: Parts): ApiRoute[] {
  const { written, drafts, proposals, publication, published, samples, objections, views } = parts
  return [
    ...sampleRoutes(samples),
    {
      method: 'get',
      path: '/syntheses',
      run: async ({ actor, query }): Promise<SynthesisView> =>
        views.draft(await drafts.draft(actor, parse(synthesisQuery, query).axis)),
    },
    {
      method: 'post',
      path: '/syntheses/sentences',
      run: async ({ actor, body }) => {
        const { nonce, axis, theme, text, ideas } = parse(sentenceInput, body)
        const on = theme === undefined ? {} : { theme }
        const key = formKey(actor.id, nonce, { axis, text, ideas: ideas.join(), ...on })
        return { id: await written.write(actor, { axis, text, ideas, ...on }, [key]) }
      },
    },
    {
      method: 'put',
      path: '/syntheses/sentences/:id',
      run: async ({ actor, params, body }) => {
        await written.reword(actor, parse(sentenceParams, params).id, parse(rewordingInput, body))
        return {}
      },
    },
    {
      method: 'put',
      path: '/syntheses/sentences/:id/decision',
      run: async ({ actor, params, body }) => {
        const { decision } = parse(decisionInput, body)
        await written.decide(actor, parse(sentenceParams, params).id, decision)
        return {}
      },
    },
    {
      method: 'put',
      path: '/syntheses/sentences/:id/place',
      run: async ({ actor, params, body }) => {
        await written.place(actor, parse(sentenceParams, params).id, parse(sentencePlaceInput, body).before)
        return {}
      },
    },
    {
      method: 'post',
      path: '/syntheses/proposals',
      run: async ({ actor, body }): Promise<ProposalsView> => {
        const { nonce, axis, theme } = parse(proposalsInput, body)
        const place = { axis, ...(theme !== undefined && { theme }) }
        return { added: await proposals.propose(actor, place, [formKey(actor.id, nonce, place)]) }
      },
    },
    {
      method: 'post',
      path: '/syntheses/publish',
      run: async ({ actor, body }) => {
        await publication.publish(actor, parse(publishInput, body).axis)
        return {}
      },
    },
    {
      method: 'post',
      path: '/syntheses/withdraw',
      run: async ({ actor, body }) => {
        await publication.withdraw(actor, parse(publishInput, body).axis)
        return {}
      },
    },
    {
      method: 'get',
      path: '/syntheses/published',
      run: async ({ actor }): Promise<PublishedListView> => views.list(await published.list(actor)),
    },
    {
      method: 'get',
      path: '/syntheses/published/:axis',
      run: async ({ actor, params }): Promise<PublishedSynthesisView> =>
        views.published(await published.of(actor, parse(publishedParams, params).axis), actor.id),
    },
    {
      method: 'put',
      path: '/syntheses/published/sentences/:id/objection',
      run: async ({ actor, params, body }) => {
        const { objects } = parse(objectionInput, body)
        await objections.object(actor, parse(sentenceParams, params).id, objects)
        return {}
      },
    },
  ]
}
