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

/** Limit, in grapheme clusters. */
export const PROSE_LENGTH = 1_500
export const RESOURCES = 10
/** Limit of an address, in code units. */
const ADDRESS_LENGTH = 500
/** Slack of inputs over the limit: a stored text must fit, or saving the form again would truncate it. */
const MORE_SIGNS = 100

/** A sheet as typed; its resources as rows, or as lines of a chat's form. */
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

/** Keeps line breaks, without empty lines. */
function prose(field: Field, typed: string): string {
  return fieldWithin(field, cleanLines(typed).join('\n'), PROSE_LENGTH)
}

function titleOf(typed: string): string {
  return lineWithin(fieldWithin('title', cleanLine(typed), TITLE_LENGTH), TITLE_LENGTH)
}

/**
 * Normalises the address as browsers do. User information before the host is refused: readers must see whose page it
 * is.
 */
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

/** Parses resources of a chat's form: one per line, title then address. */
export function resourcesIn(lines: string): readonly InitiativeResource[] {
  return cleanLines(lines).map(line => {
    const before = line.slice(0, runAtEnd(line, /\S/u))
    const title = before.slice(0, runAtEnd(before, /[\s:|,;–-]/u))
    return { title, url: line.slice(before.length) }
  })
}

/** Drops empty rows. */
function resourcesOf(typed: InitiativeSheetInput['resources']): readonly InitiativeResource[] {
  const rows = typeof typed === 'string' ? resourcesIn(typed) : typed
  const filled = rows.filter(({ title, url }) => `${title}${url}`.trim() !== '')
  if (filled.length > RESOURCES) throw new Refusal('resources-many', { max: RESOURCES })
  return filled.map(resourceOf)
}

/**
 * Validates and normalises a sheet.
 * @throws Refusal `empty-text` (the title), `title-too-long` and the same of the other texts, `resource-address`,
 * `resource-title`, `resources-many`, `malformed` (an unknown phase)
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
 * Change of a sheet that others are notified of: a new phase, or a first outcome. Ending an initiative with its outcome
 * is one notification, not two.
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
