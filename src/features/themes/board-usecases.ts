import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { pageOf, parseCursor } from '../../kernel/requests/cursor.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { DeclaredTheme, Programme } from '../programme/index.ts'
import { boardThemes, type PlacingRun, THEME_PERMISSIONS, type ThemeStance } from './domain.ts'
import { reasonFor, type SoughtTheme, soughtOf } from './placing.ts'
import type { BoardIdea, BoardPart, PlacementCount, PlacementStore, RunStore, ThemeStore } from './rows.ts'

type Parts = {
  readonly programme: Pick<Programme, 'themes' | 'axis' | 'axes'>
  readonly themes: (tx: Tx) => Pick<ThemeStore, 'of'>
  readonly placements: (tx: Tx) => Pick<PlacementStore, 'counts' | 'axisless' | 'list' | 'themesOf'>
  readonly runs: (tx: Tx) => Pick<RunStore, 'find'>
  readonly read: Transact
}

/** An idea with the words of its theme that it holds. */
export type PlacedIdea = BoardIdea & { readonly reason: readonly string[] }

/** A theme with how many ideas stand under it, and how many of these are for and against. */
export type CountedTheme = DeclaredTheme & {
  readonly count: number
  readonly pro: number
  readonly con: number
}
/** The same with its first ideas. */
export type ThemeOnBoard = CountedTheme & { readonly ideas: readonly PlacedIdea[] }

/** How many ideas were read and where they stand; all of them are in one of `placed`, `aside` and `alone`. */
type Coverage = {
  readonly ideas: number
  /** Under a theme. */
  readonly placed: number
  /** To be put somewhere by hand, or not read yet. */
  readonly aside: number
  /** Under no theme, which a hand decided. */
  readonly alone: number
  readonly byHand: number
  /** Of those aside: sent since the last run. */
  readonly unread: number
}

export type CountedBoard<T = CountedTheme> = {
  readonly axis: string
  readonly themes: readonly T[]
  readonly coverage: Coverage
  readonly run?: PlacingRun
}
export type ThemeBoard = CountedBoard<ThemeOnBoard> & {
  /** Ideas that are on no board, since they have no axis. */
  readonly axisless: number
}

/** A list of the board, by what is asked for. */
export type BoardList = {
  readonly part: 'theme' | 'aside' | 'alone'
  readonly theme?: string
  readonly stance?: ThemeStance
}

/** Ideas shown of a theme before its list is opened. */
const FIRST = 3

const sumOf = (counts: readonly PlacementCount[], which: (count: PlacementCount) => boolean) =>
  counts.filter(which).reduce((sum, { count }) => sum + count, 0)

function coverageOf(counts: readonly PlacementCount[], onBoard: ReadonlySet<string>): Coverage {
  const isOn = ({ theme }: PlacementCount) => theme !== undefined && onBoard.has(theme)
  const isAlone = ({ theme, placed }: PlacementCount) => theme === undefined && placed === 'hand'
  return {
    ideas: sumOf(counts, () => true),
    placed: sumOf(counts, isOn),
    aside: sumOf(counts, count => !isOn(count) && !isAlone(count)),
    alone: sumOf(counts, isAlone),
    byHand: sumOf(counts, count => count.placed === 'hand' && (isOn(count) || isAlone(count))),
    unread: sumOf(counts, ({ placed }) => placed === undefined),
  }
}

function withReason(idea: BoardIdea, sought: SoughtTheme | undefined): PlacedIdea {
  return { ...idea, reason: sought ? reasonFor(sought, idea.text) : [] }
}

export type BoardUsecases = ReturnType<typeof boardUsecases>

/** The board of an axis, as it is now. */
export function boardUsecases({ programme, themes, placements, runs, read }: Parts) {
  async function themesIn(tx: Tx, axis: string): Promise<readonly DeclaredTheme[]> {
    const declared = programme.themes.filter(theme => theme.axis === axis)
    return boardThemes(declared, await themes(tx).of(axis))
  }

  function countedTheme(theme: DeclaredTheme, counts: readonly PlacementCount[]): CountedTheme {
    const own = counts.filter(count => count.theme === theme.id)
    return {
      ...theme,
      count: sumOf(own, () => true),
      pro: sumOf(own, ({ stance }) => stance === 'for'),
      con: sumOf(own, ({ stance }) => stance === 'against'),
    }
  }

  /** The board without its ideas: for whoever reads these by themselves. */
  async function counted(tx: Tx, axis: string): Promise<CountedBoard> {
    const all = await themesIn(tx, axis)
    const counts = await placements(tx).counts(axis)
    const run = await runs(tx).find(axis)
    return {
      axis,
      themes: all.map(theme => countedTheme(theme, counts)),
      coverage: coverageOf(counts, new Set(all.map(({ id }) => id))),
      ...(run && { run }),
    }
  }

  async function onBoard(tx: Tx, axis: string, theme: CountedTheme): Promise<ThemeOnBoard> {
    const ideas = theme.count === 0 ? [] : await placements(tx).list(axis, { theme: theme.id }, FIRST)
    const sought = soughtOf(theme)
    return { ...theme, ideas: ideas.map(idea => withReason(idea, sought)) }
  }

  function partOf(all: readonly DeclaredTheme[], { part, theme, stance }: BoardList): BoardPart {
    if (part === 'alone') return 'alone'
    if (part === 'aside') return { outside: all.map(({ id }) => id) }
    if (!all.some(({ id }) => id === theme)) throw new Refusal('theme-gone')
    return { theme: theme ?? '', ...(stance !== undefined && { stance }) }
  }

  /** The axis asked for, or the first. @throws Refusal `gone` */
  function axisOf(axis?: string): string {
    const found = axis === undefined ? programme.axes[0] : programme.axis(axis)
    if (!found) throw new Refusal('gone')
    return found.id
  }

  return {
    themesIn,
    counted,
    axisOf,

    /** The title of the theme that each of `ideas` stands under, for a file; those under none are left out. */
    async titlesIn(
      tx: Tx,
      ideas: readonly { readonly id: string; readonly axis?: string }[],
    ): Promise<ReadonlyMap<string, string>> {
      const placed = await placements(tx).themesOf(ideas.map(({ id }) => id))
      const titles = new Map<string, string>()
      for (const { id: axis } of programme.axes)
        for (const { id, title } of await themesIn(tx, axis)) titles.set(`${axis} ${id}`, title)
      return new Map(
        ideas.flatMap(({ id, axis = '' }) => {
          const title = titles.get(`${axis} ${placed.get(id)}`)
          return title === undefined ? [] : [[id, title] as const]
        }),
      )
    },

    /** @throws Refusal `role-needed`, `gone` */
    async board(actor: Actor, wanted?: string): Promise<ThemeBoard> {
      permit(THEME_PERMISSIONS.read, actor.role)
      const axis = axisOf(wanted)
      return read(async tx => {
        const { themes: all, coverage, run } = await counted(tx, axis)
        const shown: ThemeOnBoard[] = []
        for (const theme of all) shown.push(await onBoard(tx, axis, theme))
        const axisless = await placements(tx).axisless()
        return { axis, themes: shown, coverage, axisless, ...(run && { run }) }
      })
    },

    /** A page of one of its lists, newest first. @throws Refusal `role-needed`, `gone`, `theme-gone`, `malformed` */
    async list(actor: Actor, wanted: string, list: BoardList, limit: number, after?: string) {
      permit(THEME_PERMISSIONS.read, actor.role)
      const axis = axisOf(wanted)
      const from = after === undefined ? undefined : parseCursor(after)
      return read(async tx => {
        const all = await themesIn(tx, axis)
        const found = await placements(tx).list(axis, partOf(all, list), limit + 1, from)
        const { items, ...rest } = pageOf(found, limit)
        const theme = all.find(({ id }) => id === list.theme)
        const sought = theme && soughtOf(theme)
        return { items: items.map(idea => withReason(idea, sought)), ...rest }
      })
    },
  }
}
