import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { prefilled, prefilledLines, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { clausesOf } from '../../../kernel/text/clause.ts'
import { headerOf, type InitiativeAxes } from './cards.ts'
import { type Initiative, type InitiativeSeen, PHASES, type SheetSeen } from './domain.ts'

type Choice = { readonly title: string; readonly value: string }
type Form = HeaderPart & TitlePart & FooterPart & { readonly initiative: string }

/** Fields of the form: resources one per line, the address last. */
export type SheetFields = Readonly<
  Record<'title' | 'problem' | 'story' | 'inspiring' | 'outcome' | 'phase' | 'resources', string>
>

export type SheetFormCard = CardOf<
  'initiatives/initiative/form',
  Form & { readonly fields: SheetFields; readonly phases: readonly Choice[] }
>
export type InspireCard = CardOf<
  'initiatives/initiative/inspire',
  Form & {
    /** The hypothesis of its trial, and what is asked of it; '' without one. */
    readonly tried: string
    readonly text: string
    readonly unnamed: 'on' | 'off'
    readonly nonce: string
  }
>

/** Characters shown again of each text, and of all links: above the limit, so that only the excess is cut. */
const GIVEN_BACK = 1_600
const LINKS_BACK = 7_000
/** Bytes of all fields: a card is limited to 28 kB. */
const FORM_SIZE = 20_000

function fieldsOf(sheet: Initiative): SheetFields {
  const { title, problem, story, inspiring, outcome, phase, resources } = sheet
  const lines = resources.map(each => `${each.title} ${each.url}`).join('\n')
  return { title, problem, story, inspiring, outcome, phase, resources: lines }
}

function back(text: string, signs = GIVEN_BACK): string {
  return prefilledLines([...text].slice(0, signs).join(''))
}

/** While a trial runs there is no choice: the phase follows it. */
const phasesFor = ({ trial, phase }: Initiative) => (trial === 'running' ? [phase] : PHASES)

/** @throws Refusal `sheet-large` */
function checkSize(fields: SheetFields): SheetFields {
  if (new TextEncoder().encode(JSON.stringify(fields)).length > FORM_SIZE) throw new Refusal('sheet-large')
  return fields
}

/**
 * Form of the owner; `fields`: what was typed before.
 * @throws Refusal `sheet-large`: a sheet that does not fit a card is edited in the tab
 */
export function sheetForm(
  words: Words,
  axes: InitiativeAxes,
  sheet: InitiativeSeen,
  fields: SheetFields = fieldsOf(sheet),
): SheetFormCard {
  const { say } = words
  return {
    template: 'initiatives/initiative/form',
    data: {
      ...headerOf(words, axes, sheet),
      title: say('initiative.edit'),
      initiative: sheet.id,
      fields: checkSize({
        title: prefilled(fields.title.slice(0, GIVEN_BACK)),
        problem: back(fields.problem),
        story: back(fields.story),
        inspiring: back(fields.inspiring),
        outcome: back(fields.outcome),
        phase: fields.phase,
        resources: back(fields.resources, LINKS_BACK),
      }),
      phases: phasesFor(sheet).map(phase => ({ title: say(`initiative.phase.${phase}`), value: phase })),
      footer: say('initiative.edit.rules'),
    },
  }
}

type Proposal = {
  /** Name of the actor's Direction. */
  readonly direction: string
  readonly nonce: string
  readonly unnamed: 'on' | 'off'
  readonly text?: string
}

function triedText({ say }: Words, { hypothesis }: SheetSeen): string {
  if (!hypothesis) return ''
  const { ifWe, expected } = clausesOf(hypothesis)
  return say('initiative.tried', { ifWe: safe(ifWe), expected: safe(expected) })
}

/** Form for an inspired idea in one's own Direction. */
export function inspireForm(
  words: Words,
  axes: InitiativeAxes,
  sheet: SheetSeen,
  { direction, nonce, unnamed, text = sheet.title }: Proposal,
): InspireCard {
  return {
    template: 'initiatives/initiative/inspire',
    data: {
      ...headerOf(words, axes, sheet),
      title: safe(sheet.title),
      initiative: sheet.id,
      tried: triedText(words, sheet),
      text: prefilled(text.slice(0, GIVEN_BACK)),
      unnamed,
      nonce,
      footer: words.say('initiative.inspire.rules', { direction: safe(direction) }),
    },
  }
}
