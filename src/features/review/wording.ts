import { createHash } from 'node:crypto'
import { ORGANISERS, type Permission } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import { cleanLine, fold, lineWithin } from '../../kernel/text/text.ts'
import type { InitiativeSeen } from '../initiatives/index.ts'
import { PARAGRAPH_LENGTH, TITLE_LENGTH } from './publication.ts'

export const PUBLICATION_PERMISSIONS = {
  /** Reads and writes what the file will say. */
  prepare: { act: 'review.prepare', roles: ORGANISERS },
  /** Makes the file. */
  publish: { act: 'review.publish', roles: ORGANISERS },
} as const satisfies Record<string, Permission>

export type ReviewTextKind = 'opening' | 'proposed' | 'learnt'

/** A paragraph of the Lab’. `axis`: '' for the opening; `text`: '' where nothing is written; `turn`: its version, 0 before. */
export type ReviewText = {
  readonly kind: ReviewTextKind
  readonly axis: string
  readonly text: string
  readonly turn: number
}

/** How an initiative stands in the file: under its own title, under other words, or not at all. */
export type TitleDecision = 'kept' | 'worded' | 'left'

/** What was decided of a title. `words`: '' unless `worded`; `mark`: of the title that was re-read; `turn`: its version. */
export type ReviewTitle = {
  readonly initiative: string
  readonly decision: TitleDecision
  readonly words: string
  readonly mark: string
  readonly turn: number
}

/** An initiative and what was decided of it; `stale`: its title is another since then, so it is asked again. */
export type TitleSeen = Pick<InitiativeSeen, 'id' | 'title' | 'phase'> & {
  readonly axis: string
  readonly decided?: ReviewTitle
  readonly stale: boolean
  /** Its title may not stand: it is the text of its idea, or names who carries it. */
  readonly unfit: boolean
}

type Titled = Pick<InitiativeSeen, 'title' | 'ownerName'> & { readonly idea: { readonly text: string } }

/** Says whether a title is still the one that was re-read. */
export function titleMark(title: string): string {
  return createHash('sha256').update(title).digest('base64url')
}

/** One paragraph, '' to take it out. @throws Refusal `too-long`, `empty-text` for what nobody can see */
export function paragraphOf(typed: string): string {
  return cleanLine(typed) === '' ? '' : lineWithin(typed, PARAGRAPH_LENGTH)
}

/** Whether it repeats the idea: an initiative begins under the text of its idea, cut where that is long. */
function repeatsIdea(words: string, { idea }: Titled): boolean {
  const [said, own] = [fold(words), fold(idea.text)]
  const begun = said.endsWith('…') ? said.slice(0, -1) : said
  return said === own || (begun !== said && own.startsWith(begun.trim()))
}

function namesOwner(words: string, { ownerName }: Titled): boolean {
  const name = fold(ownerName)
  return name !== '' && fold(words).includes(name)
}

/** As long as this, the text of an idea within other words was copied; shorter, anybody may have found the same. */
export const COPIED = 40

/** Whether the text of one of these ideas stands in `words`, letter for letter but for case, accents and spaces. */
export function quotesOneOf(words: string, ideas: readonly { readonly text: string }[]): boolean {
  const said = fold(words)
  return ideas.some(({ text }) => text.length >= COPIED && said.includes(fold(text)))
}

/** Why `words` may not stand for an initiative in a file that leaves, or undefined. */
function unfitness(words: string, initiative: Titled): string | undefined {
  if (repeatsIdea(words, initiative)) return 'review-title-idea'
  return namesOwner(words, initiative) ? 'review-title-name' : undefined
}

/** @throws Refusal `review-title-idea`, `review-title-name` */
function checkFit(words: string, initiative: Titled): void {
  const code = unfitness(words, initiative)
  if (code) throw new Refusal(code)
}

/** What is kept of a decision. @throws Refusal `empty-text`, `too-long`, `review-title-idea`, `review-title-name` */
export function decidedWords(decision: TitleDecision, typed: string, initiative: Titled): string {
  if (decision === 'left') return ''
  const words = decision === 'worded' ? lineWithin(typed, TITLE_LENGTH) : ''
  checkFit(words || initiative.title, initiative)
  return words
}

/** An initiative beside what was decided of it. */
export function titleSeen(initiative: InitiativeSeen, decided: ReviewTitle | undefined): TitleSeen {
  const { id, title, phase, idea } = initiative
  return {
    ...{ id, title, phase },
    axis: idea.axis ?? '',
    ...(decided && { decided }),
    stale: decided !== undefined && decided.mark !== titleMark(title),
    unfit: unfitness(title, initiative) !== undefined,
  }
}

/** Under which words it stands in the file; undefined where it is not named. Asked again of what others may have changed since. */
export function publishedTitle(
  initiative: InitiativeSeen,
  decided: ReviewTitle | undefined,
): string | undefined {
  const { stale, decided: found } = titleSeen(initiative, decided)
  if (!found || stale || found.decision === 'left') return undefined
  const words = found.decision === 'worded' ? found.words : initiative.title
  return unfitness(words, initiative) === undefined ? words : undefined
}
