import { parse } from '../../kernel/requests/parse.ts'
import { type ApiRoute, Download } from '../../kernel/requests/route.ts'
import type { WholeLanguage } from '../../kernel/text/language.ts'
import {
  type PublicationView,
  publicationInput,
  type ReviewPreviewView,
  type ReviewTextView,
  type ReviewTitlesView,
  type ReviewTitleView,
  reviewTextInput,
  reviewTitleInput,
  reviewTitleParams,
} from '../../tabs/contract/figures/publication.ts'
import { pageQuery } from '../../tabs/contract/primitives.ts'
import type { Axis } from '../programme/index.ts'
import type { PublicationUsecases } from './publication-usecases.ts'
import type { ReviewText, ReviewTextKind, TitleSeen } from './wording.ts'
import type { WordingUsecases } from './wording-usecases.ts'

const PAGE = 20

function viewOf({ decided, ...title }: TitleSeen): ReviewTitleView {
  const { id, title: called, phase, axis, stale, unfit } = title
  return {
    ...{ id, title: called, phase, axis, stale, unfit },
    ...(decided && { decision: decided.decision }),
    words: decided?.words ?? '',
    turn: decided?.turn ?? 0,
  }
}

function textIn(texts: readonly ReviewText[], kind: ReviewTextKind, axis = ''): ReviewTextView {
  const found = texts.find(text => text.kind === kind && text.axis === axis)
  return { text: found?.text ?? '', turn: found?.turn ?? 0 }
}

type Parts = {
  readonly wording: WordingUsecases
  readonly publication: PublicationUsecases
  readonly programme: { readonly axes: readonly Axis[] }
  /** The programme's own. */
  readonly home: WholeLanguage
}

export function publicationRoutes({ wording, publication, programme, home }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/review/publication',
      run: async ({ actor }): Promise<PublicationView> => {
        const texts = await wording.texts(actor)
        return {
          language: home,
          opening: textIn(texts, 'opening'),
          axes: programme.axes.map(({ id: axis }) => ({
            axis,
            proposed: textIn(texts, 'proposed', axis),
            learnt: textIn(texts, 'learnt', axis),
          })),
        }
      },
    },
    {
      method: 'put',
      path: '/review/publication/texts',
      run: async ({ actor, body }): Promise<ReviewTextView> => {
        const { text, turn } = await wording.write(actor, parse(reviewTextInput, body))
        return { text, turn }
      },
    },
    {
      method: 'get',
      path: '/review/publication/titles',
      run: async ({ actor, query }): Promise<ReviewTitlesView> => {
        const { items, ...next } = await wording.titles(actor, PAGE, parse(pageQuery, query).after)
        return { items: items.map(viewOf), ...next }
      },
    },
    {
      method: 'put',
      path: '/review/publication/titles/:id',
      run: async ({ actor, params, body }): Promise<ReviewTitleView> => {
        const initiative = parse(reviewTitleParams, params).id
        return viewOf(await wording.decide(actor, { initiative, ...parse(reviewTitleInput, body) }))
      },
    },
    {
      method: 'get',
      path: '/review/publication/preview',
      run: async ({ actor }): Promise<ReviewPreviewView> => ({ html: (await publication.file(actor)).html }),
    },
    {
      method: 'post',
      path: '/review/publication',
      run: async ({ actor, body }) => {
        parse(publicationInput, body)
        const { name, html } = await publication.publish(actor)
        // Saved, never shown: on this address it would be a page of ours.
        return new Download('application/octet-stream', name, html)
      },
    },
  ]
}
