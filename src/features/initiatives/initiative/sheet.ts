import { Refusal } from '../../../kernel/errors/refusal.ts'
import { countGraphemes } from '../../../kernel/text/graphemes.ts'
import { cleanLine, cleanLines, lineWithin, runAtEnd } from '../../../kernel/text/text.ts'
import {
  type InitiativeResource,
  type InitiativeSheetText,
  PHASES,
  type SheetPhase,
  TITLE_LENGTH,
} from './domain.ts'

/** Characters as a person counts them. */
export const PROSE_LENGTH = 1_500
export const RESOURCES = 10
/** Code units of an address. */
const ADDRESS_LENGTH = 500
/** Signs that a text may have beyond its characters: a form gives all of it back, or saving it would cut it. */
const MORE_SIGNS = 100

/** What was typed of a sheet, before it is one; of its resources the rows, or the lines of a form of a chat. */
export type InitiativeSheetInput = Omit<InitiativeSheetText, 'phase' | 'resources'> & {
  readonly phase: string
  readonly resources: readonly InitiativeResource[] | string
}

type Field = 'title' | 'problem' | 'story' | 'inspiring' | 'outcome'

function fieldWithin(field: Field, text: string, max: number): string {
  const signs = [...text].length
  const count = signs > max + MORE_SIGNS ? signs : countGraphemes(text)
  if (count > max) throw new Refusal(`${field}-too-long`, { count, max })
  return text
}

/** Lines are kept, empty ones are not. */
function prose(field: Field, typed: string): string {
  return fieldWithin(field, cleanLines(typed).join('\n'), PROSE_LENGTH)
}

function titleOf(typed: string): string {
  return lineWithin(fieldWithin('title', cleanLine(typed), TITLE_LENGTH), TITLE_LENGTH)
}

/** The address as browsers read it. Who reads it must see whose page it is: no name or password stands before that. */
function addressOf(typed: string): string {
  const address = URL.parse(cleanLine(typed))
  const plain = address?.protocol === 'https:' && address.username === '' && address.password === ''
  if (!address || !plain || address.href.length > ADDRESS_LENGTH) throw new Refusal('resource-address')
  return address.href
}

function resourceOf({ title, url }: InitiativeResource): InitiativeResource {
  const address = addressOf(url)
  if (cleanLine(title) === '') throw new Refusal('resource-title')
  return { title: lineWithin(title, TITLE_LENGTH), url: address }
}

/** Resources as a form of a chat holds them: one a line, its title, then its address. */
export function resourcesIn(lines: string): readonly InitiativeResource[] {
  return cleanLines(lines).map(line => {
    const before = line.slice(0, runAtEnd(line, /\S/u))
    const title = before.slice(0, runAtEnd(before, /[\s:|,;–-]/u))
    return { title, url: line.slice(before.length) }
  })
}

/** Rows that were left empty are none. */
function resourcesOf(typed: InitiativeSheetInput['resources']): readonly InitiativeResource[] {
  const rows = typeof typed === 'string' ? resourcesIn(typed) : typed
  const filled = rows.filter(({ title, url }) => `${title}${url}`.trim() !== '')
  if (filled.length > RESOURCES) throw new Refusal('resources-many', { max: RESOURCES })
  return filled.map(resourceOf)
}

/**
 * What an owner wrote, cleaned.
 * @throws Refusal `empty-text` (the title), `title-too-long` and the same of the other texts, `resource-address`, `resource-title`, `resources-many`,
 * `malformed` (a phase that is none)
 */
export function sheetOf(typed: InitiativeSheetInput): InitiativeSheetText {
  const phase = PHASES.find(each => each === typed.phase)
  if (!phase) throw new Refusal('malformed')
  return {
    title: titleOf(typed.title),
    problem: prose('problem', typed.problem),
    story: prose('story', typed.story),
    inspiring: prose('inspiring', typed.inspiring),
    outcome: prose('outcome', typed.outcome),
    phase,
    resources: resourcesOf(typed.resources),
  }
}

/**
 * What happened between two states of a sheet that others hear of: a phase that was reached, a first outcome. Who ends an
 * initiative by saying what came of it tells one thing, not two.
 */
export type SheetStep = { readonly kind: 'phase'; readonly phase: SheetPhase } | { readonly kind: 'outcome' }

export function stepsBetween(before: InitiativeSheetText, now: InitiativeSheetText): readonly SheetStep[] {
  const ends = before.outcome === '' && now.outcome !== ''
  const moves = before.phase !== now.phase && !(ends && now.phase === 'done')
  return [
    ...(moves ? [{ kind: 'phase', phase: now.phase } as const] : []),
    ...(ends ? [{ kind: 'outcome' } as const] : []),
  ]
}
