import { exact } from '../../kernel/personal-data/counts.ts'
import { parse } from '../../kernel/requests/parse.ts'
import type { ApiRoute } from '../../kernel/requests/route.ts'
import { formKey } from '../../kernel/storage/idempotency.ts'
import {
  boardListQuery,
  boardQuery,
  type PlacedIdeaView,
  placedParams,
  type ThemeBoardView,
  type ThemeRemovedView,
  type ThemeView,
  themeChangeInput,
  themeInput,
  themeJoinInput,
  themeMoveInput,
  themeParams,
  themeRemovalInput,
  themeRunInput,
} from '../../tabs/contract/ideas/themes.ts'
import type { Page } from '../../tabs/contract/primitives.ts'
import type { BoardUsecases, PlacedIdea, ThemeBoard, ThemeOnBoard } from './board-usecases.ts'
import type { ThemeEditUsecases } from './edit-usecases.ts'
import type { PlacementUsecases } from './move-usecases.ts'
import type { RunUsecases } from './run-usecases.ts'

type Parts = {
  readonly boards: Pick<BoardUsecases, 'board' | 'list'>
  readonly edits: ThemeEditUsecases
  readonly moves: PlacementUsecases
  readonly runs: Pick<RunUsecases, 'start' | 'stop'>
}

/** Ideas of one page. */
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

function boardView({ axis, themes, coverage, run }: ThemeBoard): ThemeBoardView {
  return {
    axis,
    themes: themes.map(themeView),
    coverage: {
      ideas: count(coverage.ideas),
      placed: count(coverage.placed),
      aside: count(coverage.aside),
      alone: count(coverage.alone),
      byHand: count(coverage.byHand),
      unread: count(coverage.unread),
    },
    ...(run && { run: { state: run.state, ideas: count(run.ideas), at: run.at } }),
  }
}

/** The board of themes: read, changed, sorted. */
export function themeRoutes({ boards, edits, moves, runs }: Parts): ApiRoute[] {
  return [
    {
      method: 'get',
      path: '/themes',
      run: async ({ actor, query }): Promise<ThemeBoardView> =>
        boardView(await boards.board(actor, parse(boardQuery, query).axis)),
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
      method: 'post',
      path: '/themes',
      run: async ({ actor, body }) => {
        const { nonce, axis, title, words } = parse(themeInput, body)
        const key = formKey(actor.id, nonce, { axis, title, words: words.join('\n') })
        return { id: await edits.make(actor, { axis, title, words }, [key]) }
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
