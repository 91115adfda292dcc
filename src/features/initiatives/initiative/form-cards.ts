import type { FooterPart, HeaderPart, TitlePart } from '../../../cards/parts.ts'
import { kept, keptLines, safe } from '../../../cards/text.ts'
import type { Words } from '../../../i18n/words.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { CardOf } from '../../../kernel/text/card.ts'
import { headerOf, type InitiativeAxes } from './cards.ts'
import { type Initiative, type InitiativeSeen, PHASES } from './domain.ts'

type Choice = { readonly title: string; readonly value: string }
type Form = HeaderPart & TitlePart & FooterPart & { readonly initiative: string }

/** As the form holds them: resources one a line, the address last. */
export type SheetFields = Readonly<
  Record<'title' | 'problem' | 'story' | 'inspiring' | 'outcome' | 'phase' | 'resources', string>
>

export type SheetFormCard = CardOf<
  'initiatives/initiative/form',
  Form & { readonly fields: SheetFields; readonly phases: readonly Choice[] }
>
export type InspireCard = CardOf<
  'initiatives/initiative/inspire',
  Form & { readonly text: string; readonly unnamed: 'on' | 'off'; readonly nonce: string }
>

/** Signs given back of each text, and of all links: as many as may be kept, and what is too long beyond them is cut. */
const GIVEN_BACK = 1_600
const LINKS_BACK = 7_000
/** Bytes of all of them: a card is 28 kB at most. */
const FORM_SIZE = 20_000

function fieldsOf(sheet: Initiative): SheetFields {
  const { title, problem, story, inspiring, outcome, phase, resources } = sheet
  const lines = resources.map(each => `${each.title} ${each.url}`).join('\n')
  return { title, problem, story, inspiring, outcome, phase, resources: lines }
}

function back(text: string, signs = GIVEN_BACK): string {
  return keptLines([...text].slice(0, signs).join(''))
}

/** @throws Refusal `sheet-large` */
function checkSize(fields: SheetFields): SheetFields {
  if (new TextEncoder().encode(JSON.stringify(fields)).length > FORM_SIZE) throw new Refusal('sheet-large')
  return fields
}

/**
 * What its owner writes; `fields`: what was typed before, if it was.
 * @throws Refusal `sheet-large`: what would not fit on a card is written in the tab
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
        title: kept(fields.title.slice(0, GIVEN_BACK)),
        problem: back(fields.problem),
        story: back(fields.story),
        inspiring: back(fields.inspiring),
        outcome: back(fields.outcome),
        phase: fields.phase,
        resources: back(fields.resources, LINKS_BACK),
      }),
      phases: PHASES.map(phase => ({ title: say(`initiative.phase.${phase}`), value: phase })),
      footer: say('initiative.edit.rules'),
    },
  }
}

type Proposal = {
  /** Name of one's own. */
  readonly direction: string
  readonly nonce: string
  readonly unnamed: 'on' | 'off'
  readonly text?: string
}

/** An idea for one's own Direction after this one. */
export function inspireForm(
  words: Words,
  axes: InitiativeAxes,
  sheet: InitiativeSeen,
  { direction, nonce, unnamed, text = sheet.title }: Proposal,
): InspireCard {
  return {
    template: 'initiatives/initiative/inspire',
    data: {
      ...headerOf(words, axes, sheet),
      title: safe(sheet.title),
      initiative: sheet.id,
      text: kept(text.slice(0, GIVEN_BACK)),
      unnamed,
      nonce,
      footer: words.say('initiative.inspire.rules', { direction: safe(direction) }),
    },
  }
}
