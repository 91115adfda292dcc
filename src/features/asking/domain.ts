import { EVERYONE, type Permission } from '../../kernel/access/permission.ts'
import { lineWithin } from '../../kernel/text/text.ts'
import type { Term } from '../../search/terms.ts'
import type { IdeaGroup, IdeaQuery, Retrieved } from '../ideas/index.ts'

export const ASKED_KINDS = ['idea', 'workshop', 'ballot', 'initiative', 'commitment'] as const
export type AskedKind = (typeof ASKED_KINDS)[number]

/** What narrows a question, and can be loosened by one press. */
export const FILTERS = ['mine', 'group', 'axis', 'direction', 'period'] as const
export type Filter = (typeof FILTERS)[number]

/** As it is said back: `at` is in it. */
export type PeriodName =
  | 'today'
  | 'yesterday'
  | 'week'
  | 'last-week'
  | 'month'
  | 'since-month'
  | 'since-day'
  | 'year'
  | 'since-year'
/** Milliseconds; `until` is not in it. */
export type Period = { readonly name: PeriodName; readonly from: number; readonly until: number }

/** A question as it was understood. */
export type Question = {
  /** Absent: whatever fits, ideas first. */
  readonly kind?: AskedKind
  readonly mine?: true
  readonly group?: IdeaGroup
  readonly axis?: string
  readonly direction?: string
  readonly period?: Period
  readonly terms: readonly Term[]
}

/** Something that answers a question, as its own feature shows it to the person. */
export type FoundThing =
  | { readonly kind: 'idea'; readonly idea: Retrieved['items'][number] }
  | { readonly kind: 'workshop'; readonly id: string; readonly title: string; readonly at: number }
  | {
      readonly kind: 'ballot'
      readonly id: string
      readonly title: string
      /** When it ends, or ended. */
      readonly at: number
      readonly ended: boolean
    }
  | {
      readonly kind: 'initiative'
      readonly id: string
      readonly title: string
      readonly axis?: string | undefined
    }
  | {
      readonly kind: 'commitment'
      readonly id: string
      readonly title: string
      readonly axis: string
      readonly mine: boolean
    }

/** `count`: what was found of the kind that was asked for; `more`: at least as many. */
export type Answer = Pick<Retrieved, 'count' | 'more' | 'words' | 'missing'> & {
  readonly question: Question
  /** Rows of a page, from `skip` on. */
  readonly rows: readonly FoundThing[]
  readonly skip: number
  readonly loosened: readonly Filter[]
}

/** A sentence of a model, and the ideas that it stands on, as who asks sees them. */
export type WrittenSentence = {
  readonly text: string
  /** Its words stray from theirs: to be checked first. */
  readonly doubtful: boolean
  readonly ideas: Retrieved['items']
}
/** What a model wrote of the ideas that were found: one to three sentences. `name`: what people are told it is. */
export type WrittenAnswer = { readonly name: string; readonly sentences: readonly WrittenSentence[] }

/** Which ideas a question asks for. */
export function ideaQueryOf({ axis, direction, group, mine, period, terms }: Question): IdeaQuery {
  return {
    terms,
    ...(axis !== undefined && { axis }),
    ...(direction !== undefined && { direction }),
    ...(group !== undefined && { group }),
    ...(mine === true && { mine }),
    ...(period && { from: period.from, until: period.until }),
  }
}

/** In characters as a person counts them. */
export const QUESTION_LENGTH = 500
/** Rows on a card, and where the last page begins. */
export const PAGE = 5
export const FARTHEST = 45

export const ASKING_PERMISSIONS = {
  /** What is found is what each feature lets the person read. */
  ask: { act: 'asking.ask', roles: EVERYONE },
} as const satisfies Record<string, Permission>

/** @throws Refusal `empty-text`, `too-long` */
export function questionText(typed: string): string {
  return lineWithin(typed, QUESTION_LENGTH)
}
