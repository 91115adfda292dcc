import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { limitKey } from '../../../kernel/requests/limits.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { WholeLanguage } from '../../../kernel/text/language.ts'
import type { GroundedPoint, GroundingUsecases } from '../../grounding/index.ts'
import type { IdeaUsecases } from '../../ideas/index.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoardUsecases } from '../../themes/index.ts'
import type { SentenceChecks } from '../sentence/checks.ts'
import { type Sentence, SLOTS, SYNTHESIS_PERMISSIONS } from '../sentence/domain.ts'
import type { SynthesisDrafts } from '../sentence/draft-usecases.ts'
import type { CitedIdeaStore, SentenceStore, SynthesisStore, VisibleIdea } from '../sentence/rows.ts'
import { ideasToRead, type StandingIdea } from '../sentence/spread.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly syntheses: (tx: Tx) => Pick<SynthesisStore, 'find'>
  readonly sentences: (tx: Tx) => Pick<SentenceStore, 'of'>
  readonly cited: (tx: Tx) => Pick<CitedIdeaStore, 'among' | 'standing'>
  readonly drafts: SynthesisDrafts
  readonly checks: SentenceChecks
  readonly themesIn: BoardUsecases['themesIn']
  readonly submittable: IdeaUsecases['submittable']
  readonly grounding: Pick<GroundingUsecases, 'isOn' | 'name' | 'points'>
  readonly read: Transact
  readonly transact: Transact
  readonly once: Once
  readonly audit: Audit
  readonly ids: Ids
  /** In which sentences are written. */
  readonly language: WholeLanguage
}

/** Where sentences are asked for: on a theme, or on ideas of none. */
type Place = { readonly axis: string; readonly theme?: string }
/** What the model is given. */
type Given = { readonly title?: string; readonly ideas: readonly VisibleIdea[] }

const MOST_READ = 60
const MOST_PROPOSED = 5
/** Of an answer. */
export const SENTENCES_TOKENS = 900
/** Ideas that are asked about at once, whether they may be sent. */
const ASKED_AT_ONCE = 500

/** What a model is told to do with ideas of a theme, and with ideas of none. */
export const SENTENCES_ON_THEME = `The texts are ideas of agents of an administration, all under one theme; its name is the text whose alias is "asked".
Write at most five sentences, each on another point that these ideas make: what is rare as well as what returns. What speaks for and what speaks against are two sentences.`
export const SENTENCES_ON_ALONE = `The texts are ideas of agents of an administration that have nothing in common.
Write at most five sentences, each on one of them alone, and cite that one.`

export type SentenceProposals = ReturnType<typeof proposalUsecases>

/** Sentences that a model proposes: each is checked as a person’s is, and waits for a person to decide. */
export function proposalUsecases(parts: Parts) {
  const { programme, syntheses, sentences, cited, drafts, checks, themesIn, submittable } = parts
  const { grounding, read, transact, once, audit, ids, language } = parts

  async function allowed(tx: Tx, standing: readonly StandingIdea[]): Promise<readonly StandingIdea[]> {
    const may: StandingIdea[] = []
    for (let from = 0; from < standing.length; from += ASKED_AT_ONCE) {
      const some = standing.slice(from, from + ASKED_AT_ONCE)
      const set = await submittable(
        tx,
        some.map(({ id }) => id),
      )
      may.push(...some.filter(({ id }) => set.has(id)))
    }
    return may
  }

  /** @throws Refusal `theme-gone`, `sentences-full` */
  async function given(tx: Tx, { axis, theme }: Place): Promise<Given> {
    const on = (await themesIn(tx, axis)).find(({ id }) => id === theme)
    if (theme !== undefined && !on) throw new Refusal('theme-gone')
    const draft = (await syntheses(tx).find(axis, 'draft')) ?? (await syntheses(tx).find(axis, 'published'))
    drafts.requireRoom(draft ? await sentences(tx).of(draft.id) : [], theme)
    const standing = await allowed(tx, await cited(tx).standing(axis, theme))
    const chosen = ideasToRead(standing, MOST_READ)
    const known = await cited(tx).among(chosen, axis)
    const ideas = chosen.flatMap(id => known.get(id) ?? [])
    return { ideas, ...(on && { title: on.title }) }
  }

  async function ask(actor: Actor, { title, ideas }: Given): Promise<readonly GroundedPoint[]> {
    const points = await grounding.points({
      task: 'themes',
      caller: 'tab',
      language,
      rules: title === undefined ? SENTENCES_ON_ALONE : SENTENCES_ON_THEME,
      texts: ideas.map(({ text }) => text),
      who: limitKey(actor),
      mostTokens: SENTENCES_TOKENS,
      // How many ideas stand alone is no point of one of them.
      ...(title !== undefined && { asked: title, slots: SLOTS }),
    })
    return title === undefined ? points.filter(({ cited: places }) => places.length === 1) : points
  }

  /** Those that still stand, now that seconds have passed, and that nobody has written meanwhile. */
  async function standing(
    tx: Tx,
    { axis, theme }: Place,
    proposed: readonly Omit<Sentence, 'position'>[],
    held: readonly Sentence[],
    sent: readonly VisibleIdea[],
  ): Promise<readonly Omit<Sentence, 'position'>[]> {
    const all = await cited(tx).among([...new Set(proposed.flatMap(each => each.ideas))], axis)
    const before = new Map(sent.map(({ id, text }) => [id, text]))
    const same = new Map([...all].filter(([id, { text }]) => before.get(id) === text))
    const themes = (await themesIn(tx, axis)).map(({ id }) => id)
    const known = new Set(held.map(({ text }) => text))
    const stands = proposed.filter(
      each =>
        !known.has(each.text) && checks.checked({ ...each, position: 0 }, same, themes).faults.length === 0,
    )
    return stands.slice(0, Math.min(MOST_PROPOSED, drafts.roomFor(held, theme)))
  }

  return {
    /**
     * Asks once for all `keys`, on a theme or on ideas of none, and adds what stands. Never in a transaction: it takes seconds.
     * @returns how many sentences were added; 0 where the model is off, fails or says nothing that stands
     * @throws Refusal `role-needed`, `gone`, `theme-gone`, `sentences-full`
     */
    async propose(actor: Actor, place: Place, keys: readonly IdempotencyKey[]): Promise<number> {
      permit(SYNTHESIS_PERMISSIONS.propose, actor.role)
      const { axis, theme } = place
      if (!programme.axis(axis)) throw new Refusal('gone')
      if (!(await grounding.isOn('themes'))) return 0
      const sent = await read(tx => given(tx, place))
      if (sent.ideas.length === 0) return 0
      const points = await ask(actor, sent)
      if (points.length === 0) return 0
      const proposal = ids.next()
      return transact(async tx => {
        const first = await once(tx, keys, proposal)
        const { draft, sentences: held } = await drafts.hold(tx, axis)
        if (first !== proposal) return held.filter(each => each.proposal === first).length
        const proposed = points.map(({ text, cited: places }) => {
          const ideas = places.flatMap(at => sent.ideas[at]?.id ?? [])
          const by = { model: grounding.name, proposal, decision: 'undecided' } as const
          const on = { id: ids.next(), synthesis: draft.id, ...(theme !== undefined && { theme }) }
          return { ...on, text, ideas, cited: ideas.length, ...by }
        })
        const added = await standing(tx, place, proposed, held, sent.ideas)
        if (added.length === 0) return 0
        await drafts.append(tx, held, added)
        await drafts.changed(tx, draft)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.propose.act, inDetail(axis, added.length))
        return added.length
      })
    },
  }
}
