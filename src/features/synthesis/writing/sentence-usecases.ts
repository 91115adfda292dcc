import type { Actor } from '../../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { Programme } from '../../programme/index.ts'
import type { BoardUsecases } from '../../themes/index.ts'
import type { SentenceChecks } from '../sentence/checks.ts'
import { isOn, type Sentence, SYNTHESIS_PERMISSIONS, sentencesOf } from '../sentence/domain.ts'
import type { HeldDraft, SynthesisDrafts } from '../sentence/draft-usecases.ts'
import type { ObjectionUsecases } from '../sentence/objection-usecases.ts'
import type { CitedIdeaStore, SentenceStore, SynthesisStore } from '../sentence/rows.ts'

type Parts = {
  readonly programme: Pick<Programme, 'axis'>
  readonly syntheses: (tx: Tx) => Pick<SynthesisStore, 'axisOf'>
  readonly sentences: (tx: Tx) => SentenceStore
  readonly cited: (tx: Tx) => CitedIdeaStore
  readonly drafts: SynthesisDrafts
  readonly objections: Pick<ObjectionUsecases, 'on'>
  readonly checks: SentenceChecks
  readonly themesIn: BoardUsecases['themesIn']
  readonly transact: Transact
  readonly once: Once
  readonly audit: Audit
  readonly ids: Ids
  readonly clock: Clock
}

/** What is typed of a sentence. */
type Wording = { readonly text: string; readonly ideas: readonly string[] }
type TypedSentence = Wording & { readonly axis: string; readonly theme?: string }

export type SentenceUsecases = ReturnType<typeof sentenceUsecases>

/** Sentences of a draft: written, reworded, decided and ordered by people. */
export function sentenceUsecases(parts: Parts) {
  const { programme, syntheses, sentences, cited, drafts, objections, checks, themesIn } = parts
  const { transact, once, audit, ids, clock } = parts

  /** Its draft, held, with the sentence as it is now. @throws Refusal `gone` */
  async function holdOf(tx: Tx, id: string): Promise<HeldDraft & { readonly sentence: Sentence }> {
    const axis = await syntheses(tx).axisOf(id)
    if (axis === undefined) throw new Refusal('gone')
    const held = await drafts.hold(tx, axis)
    const sentence = held.sentences.find(each => each.id === id)
    // Published ones are read alone.
    if (!sentence) throw new Refusal('gone')
    return { ...held, sentence }
  }

  const isSame = (sentence: Sentence, { text, ideas }: Wording) =>
    sentence.text === text &&
    sentence.ideas.join() === ideas.join() &&
    sentence.cited === sentence.ideas.length

  return {
    /**
     * A sentence by hand, which who writes it has kept; once for all `keys`. @returns its id
     * @throws Refusal `role-needed`, `gone`, `theme-gone`, `sentences-full`, and those of `standing`
     */
    async write(actor: Actor, typed: TypedSentence, keys: readonly IdempotencyKey[]): Promise<string> {
      permit(SYNTHESIS_PERMISSIONS.write, actor.role)
      const { axis, theme } = typed
      if (!programme.axis(axis)) throw new Refusal('gone')
      const made = ids.next()
      return transact(async tx => {
        const id = await once(tx, keys, made)
        if (id !== made) return id
        if (theme !== undefined && !(await themesIn(tx, axis)).some(each => each.id === theme))
          throw new Refusal('theme-gone')
        const standing = checks.standing(typed.text, typed.ideas, await cited(tx).among(typed.ideas, axis))
        const { draft, sentences: held } = await drafts.hold(tx, axis)
        drafts.requireRoom(held, theme)
        const decided = { decision: 'kept', decidedBy: actor.id, decidedAt: clock.now() } as const
        const cites = { text: standing.text, ideas: standing.ideas, cited: standing.ideas.length }
        await drafts.append(tx, held, [
          { id, synthesis: draft.id, ...cites, ...decided, ...(theme !== undefined && { theme }) },
        ])
        await drafts.changed(tx, draft)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.write.act, id)
        return id
      })
    },

    /**
     * Another wording, by whoever sends it: no model’s any more, unless only its ideas are others. The same again keeps it
     * as it is. @throws Refusal `role-needed`, `gone`, `sentences-full`, and those of `standing`
     */
    async reword(actor: Actor, id: string, typed: Wording): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.reword, actor.role)
      await transact(async tx => {
        const { draft, sentences: held, sentence } = await holdOf(tx, id)
        const { text, ideas } = checks.standing(
          typed.text,
          typed.ideas,
          await cited(tx).among(typed.ideas, draft.axis),
        )
        const same = isSame(sentence, { text, ideas })
        if (same && (sentence.decision === 'kept' || sentence.decision === 'reworded')) return
        if (!isOn(sentence)) drafts.requireRoom(held, sentence.theme)
        const { model, ...rest } = sentence
        await sentences(tx).put({
          ...rest,
          ...(model !== undefined && text === sentence.text && { model }),
          text,
          ideas,
          cited: ideas.length,
          decision: same ? 'kept' : 'reworded',
          decidedBy: actor.id,
          decidedAt: clock.now(),
        })
        await drafts.changed(tx, draft)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.reword.act, id)
      })
    },

    /**
     * Kept, removed, or to be decided again; once done, the same changes nothing, but that kept again answers objections.
     * @throws Refusal `role-needed`, `gone`, `sentences-full`
     */
    async decide(actor: Actor, id: string, decision: 'kept' | 'removed' | 'undecided'): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.decide, actor.role)
      await transact(async tx => {
        const { draft, sentences: held, sentence } = await holdOf(tx, id)
        const isSame = sentence.decision === decision
        const isAnswer =
          isSame && decision === 'kept' && (await objections.on(tx, draft.axis)).unanswered(sentence) > 0
        if (isSame && !isAnswer) return
        if (!isOn(sentence)) drafts.requireRoom(held, sentence.theme)
        const by = decision === 'undecided' ? undefined : actor.id
        await sentences(tx).decide(id, decision, by, clock.now())
        await drafts.changed(tx, draft)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.decide.act, inDetail(id, decision))
      })
    },

    /**
     * Just before another sentence of its theme, or after all of them. The same again changes nothing, nor does one that is
     * not beside it. @throws Refusal `role-needed`, `gone`
     */
    async place(actor: Actor, id: string, before: string | null): Promise<void> {
      permit(SYNTHESIS_PERMISSIONS.order, actor.role)
      await transact(async tx => {
        const { draft, sentences: held, sentence } = await holdOf(tx, id)
        const themes = (await themesIn(tx, draft.axis)).map(each => each.id)
        const theme = themes.find(each => each === sentence.theme)
        const beside = sentencesOf(held, theme, themes)
        const others = beside.filter(each => each.id !== id)
        const at = before === null ? others.length : others.findIndex(each => each.id === before)
        const wanted = at === -1 ? beside : others.toSpliced(at, 0, sentence)
        const moved = wanted.filter((each, place) => each.id !== beside[place]?.id)
        if (moved.length === 0) return
        for (const [place, { position }] of beside.entries()) {
          const next = wanted[place]
          if (next && next.position !== position) await sentences(tx).place(next.id, position)
        }
        await drafts.changed(tx, draft)
        await audit(tx, actor, SYNTHESIS_PERMISSIONS.order.act, id)
      })
    },
  }
}
