import { exact } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import { formKey } from '../../kernel/storage/idempotency.ts'
import {
  boardListQuery,
  boardQuery,
  type CloseIdeasView,
  closeIdeasQuery,
  type PlacedIdeaView,
  placedParams,
  type ThemeBoardView,
  type ThemeProposalView,
  type ThemeRemovedView,
  type ThemesProposedView,
  type ThemeView,
  themeChangeInput,
  themeDiscardInput,
  themeInput,
  themeJoinInput,
  themeMoveInput,
  themeParams,
  themeProposalParams,
  themeProposeInput,
  themeRemovalInput,
  themeRunInput,
} from '../../tabs/contract/ideas/themes.ts'
import type { Page } from '../../tabs/contract/primitives.ts'
import type { BoardUsecases, PlacedIdea, ThemeBoard, ThemeOnBoard } from './board-usecases.ts'
import type { CloseUsecases } from './close-usecases.ts'
import type { ThemeEditUsecases } from './edit-usecases.ts'
import type { PlacementUsecases } from './move-usecases.ts'
import type { StandingProposal } from './proposal.ts'
import type { ProposalsShown, ProposalUsecases } from './proposal-usecases.ts'
import type { RunUsecases } from './run-usecases.ts'

type Parts = {
  readonly boards: Pick<BoardUsecases, 'board' | 'list'>
  readonly close: CloseUsecases
  readonly edits: ThemeEditUsecases
  readonly moves: PlacementUsecases
  readonly proposals: ProposalUsecases
  readonly runs: Pick<RunUsecases, 'start' | 'stop'>
}

/** Ideas of one page, and of a proposal. */
const PAGE = 20

const count = (value: number) => exact('ideas', value)

function ideaView({ id, text, reason, placement }: PlacedIdea): PlacedIdeaView {
  const stance = placement?.stance
  return {
    id,
    text,
    reason,
    byHand: placement?.placed === 'hand',
    ...(stance !== undefined && { stance }),
  }
}

function themeView({ id, title, words, ideas, ...counts }: ThemeOnBoard): ThemeView {
  return {
    id,
    title,
    words,
    count: count(counts.count),
    pro: count(counts.pro),
    con: count(counts.con),
    ideas: ideas.map(ideaView),
  }
}

function proposalView({ id, title, words, ideas }: StandingProposal): ThemeProposalView {
  const shown = ideas.slice(0, PAGE).map(({ id, text, reason }) => ({ id, text, reason }))
  return { id, title, words, count: count(ideas.length), ideas: shown }
}

function boardView(
  { axis, themes, coverage, axisless, run }: ThemeBoard,
  { proposals, model }: ProposalsShown,
): ThemeBoardView {
  return {
    axis,
    themes: themes.map(themeView),
    proposals: proposals.map(proposalView),
    ...(model !== undefined && { model }),
    coverage: {
      ideas: count(coverage.ideas),
      placed: count(coverage.placed),
      aside: count(coverage.aside),
      alone: count(coverage.alone),
      byHand: count(coverage.byHand),
      unread: count(coverage.unread),
    },
    axisless: count(axisless),
    ...(run && { run: { state: run.state, ideas: count(run.ideas), at: run.at } }),
  }
}

/** The board of themes: read, changed, sorted. */
export function themeRoutes({ boards, close, edits, moves, proposals, runs }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/themes',
      run: async ({ actor, query }): Promise<ThemeBoardView> => {
        const board = await boards.board(actor, parse(boardQuery, query).axis)
        return boardView(board, await proposals.shown(actor, board.axis))
      },
    },
    {
      method: 'get',
      path: '/themes/ideas',
      run: async ({ actor, query }): Promise<Page<PlacedIdeaView>> => {
        const { axis, after, part, theme, stance } = parse(boardListQuery, query)
        const wanted = {
          part,
          ...(theme !== undefined && { theme }),
          ...(stance !== undefined && { stance }),
        }
        const { items, ...next } = await boards.list(actor, axis, wanted, PAGE, after)
        return { items: items.map(ideaView), ...next }
      },
    },
    {
      method: 'get',
      path: '/themes/close',
      run: async ({ actor, query }): Promise<CloseIdeasView> => {
        const { axis, ids } = parse(closeIdeasQuery, query)
        return { items: await close.close(actor, axis, ids) }
      },
    },
    {
      method: 'post',
      path: '/themes',
      run: async ({ actor, body }) => {
        const { nonce, axis, title, words, proposal } = parse(themeInput, body)
        const key = formKey(actor.id, nonce, { axis, title, words: words.join('\n') })
        return { id: await edits.make(actor, { axis, title, words }, [key], proposal) }
      },
    },
    {
      method: 'post',
      path: '/themes/proposals',
      run: async ({ actor, body }): Promise<ThemesProposedView> => {
        const { axis } = parse(themeProposeInput, body)
        return { proposed: await proposals.propose(actor, axis) }
      },
    },
    {
      method: 'put',
      path: '/themes/proposals/:id/discarded',
      run: async ({ actor, params, body }) => {
        const { axis, discarded } = parse(themeDiscardInput, body)
        await proposals.discard(actor, axis, parse(themeProposalParams, params).id, discarded)
        return {}
      },
    },
    {
      method: 'post',
      path: '/themes/run',
      run: async ({ actor, body }) => {
        await runs.start(actor, parse(themeRunInput, body).axis)
        return {}
      },
    },
    {
      method: 'post',
      path: '/themes/stop',
      run: async ({ actor, body }) => {
        await runs.stop(actor, parse(themeRunInput, body).axis)
        return {}
      },
    },
    {
      method: 'put',
      path: '/themes/:id/words',
      run: async ({ actor, params, body }) => {
        await edits.change(actor, parse(themeParams, params).id, parse(themeChangeInput, body))
        return {}
      },
    },
    {
      method: 'put',
      path: '/themes/:id/removed',
      run: async ({ actor, params, body }): Promise<ThemeRemovedView> => {
        const { axis, removed } = parse(themeRemovalInput, body)
        return { left: count(await edits.remove(actor, axis, parse(themeParams, params).id, removed)) }
      },
    },
    {
      method: 'post',
      path: '/themes/:id/join',
      run: async ({ actor, params, body }) => {
        const { axis, into } = parse(themeJoinInput, body)
        await edits.join(actor, axis, parse(themeParams, params).id, into)
        return {}
      },
    },
    {
      method: 'put',
      path: '/ideas/:id/theme',
      run: async ({ actor, params, body }) => {
        const { axis, ...move } = parse(themeMoveInput, body)
        await moves.move(actor, axis, parse(placedParams, params).id, move)
        return {}
      },
    },
  ]
}
