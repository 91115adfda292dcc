import type { Actor } from '../../kernel/access/actor.ts'
import { permit } from '../../kernel/access/permission.ts'
import { limitKey } from '../../kernel/requests/limits.ts'
import type { RewordingUsecases } from '../grounding/index.ts'
import type { Programme } from '../programme/index.ts'
import { type Advice, DRAFT_PERMISSIONS, type DraftKind, draftText, MOST } from './domain.ts'
import { ideaAdvice } from './idea-advice.ts'
import { questionAdvice } from './question-advice.ts'
import { foldedIn } from './words.ts'

type Parts = {
  readonly programme: Pick<Programme, 'name' | 'organisation' | 'axes' | 'phases' | 'directions' | 'themes'>
  readonly rewording: RewordingUsecases
  /** Whether a text may speak of distress. */
  readonly troubled: (text: string) => boolean
}

/** `model`: what people are told it is, where it may propose another wording. */
export type DraftCheck = { readonly advice: readonly Advice[]; readonly model?: string }

export type DraftUsecases = ReturnType<typeof draftUsecases>

/** Shown of what was found: the first say most. */
const SHOWN = 3

const RULES: Readonly<Record<DraftKind, string>> = {
  idea: 'Reword the text, an idea that an agent of an administration is about to send, so that it is short, plain and concrete: one or two sentences, without jargon.',
  box: 'Reword the text, a question put to agents of an administration, so that it is one short, open, concrete question that can be answered in a sentence.',
  ballot:
    'Reword the text, the question of a ballot among agents of an administration, so that it is one short, neutral, plain question.',
}

/** Checks of a text before its author sends it; none is kept. */
export function draftUsecases({ programme, rewording, troubled }: Parts) {
  /** Read each time: a changed method changes them. */
  function known(): ReadonlySet<string> {
    const { name, organisation, axes, phases, directions, themes } = programme
    const inBoth = [...axes, ...phases].flatMap(({ title }) => [title.fr, title.en])
    const places = directions.flatMap(direction => [direction.id, direction.name])
    return new Set(
      [name, organisation, ...inBoth, ...themes.map(({ title }) => title), ...places].flatMap(foldedIn),
    )
  }

  async function mayReword({ aiOptOut }: Actor, text: string): Promise<boolean> {
    return !aiOptOut && !troubled(text) && (await rewording.isOn('drafts'))
  }

  return {
    /** What may hinder, found by rules alone. @throws Refusal `empty-text`, `too-long` */
    async check(actor: Actor, kind: DraftKind, typed: string): Promise<DraftCheck> {
      permit(DRAFT_PERMISSIONS.check, actor.role)
      const text = draftText(typed)
      const found = kind === 'idea' ? ideaAdvice(text, known()) : questionAdvice(text, kind)
      const isOn = await mayReword(actor, text)
      return { advice: found.slice(0, SHOWN), ...(isOn && { model: rewording.name }) }
    },

    /**
     * Another wording by the model, which is sent the typed text and nothing else; never what may speak of distress, nor
     * what somebody wrote who keeps their texts from it. Undefined, as without a model, where nothing stands. Takes up to
     * eight seconds. @throws Refusal `empty-text`, `too-long`
     */
    async reword(actor: Actor, kind: DraftKind, typed: string): Promise<string | undefined> {
      permit(DRAFT_PERMISSIONS.reword, actor.role)
      const text = draftText(typed)
      if (!(await mayReword(actor, text))) return undefined
      const proposed = await rewording.reworded({
        task: 'drafts',
        caller: 'tab',
        language: actor.language,
        rules: RULES[kind],
        text,
        most: MOST[kind],
        who: limitKey(actor),
      })
      return proposed !== undefined && !troubled(proposed) ? proposed : undefined
    },
  }
}
