import type { Actor } from '../../kernel/access/actor.ts'
import { type Audit, inDetail } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { ExportedFrom, ExportedIdeas } from '../ideas/index.ts'
import type { InitiativeSeen, InitiativeUsecases } from '../initiatives/index.ts'
import type { Programme } from '../programme/index.ts'
import {
  COPIED,
  decidedWords,
  PUBLICATION_PERMISSIONS,
  paragraphOf,
  quotesOneOf,
  type ReviewText,
  type ReviewTextKind,
  type ReviewTitle,
  type TitleDecision,
  type TitleSeen,
  titleMark,
  titleSeen,
} from './wording.ts'

export type WordingStore = {
  /** One for the programme and two for each axis, at most. */
  readonly texts: () => Promise<readonly ReviewText[]>
  /** Nobody else changes it until the transaction ends. */
  readonly lockText: (kind: ReviewTextKind, axis: string) => Promise<ReviewText | undefined>
  /** False when there is one already. */
  readonly addText: (text: ReviewText) => Promise<boolean>
  readonly setText: (text: ReviewText) => Promise<void>
  /** What was decided of these, a page at most, by initiative. */
  readonly titles: (initiatives: readonly string[]) => Promise<ReadonlyMap<string, ReviewTitle>>
  readonly lockTitle: (initiative: string) => Promise<ReviewTitle | undefined>
  readonly addTitle: (title: ReviewTitle) => Promise<boolean>
  readonly setTitle: (title: ReviewTitle) => Promise<void>
}

type Parts = {
  readonly store: (tx: Tx) => WordingStore
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly programme: Pick<Programme, 'axis'>
  readonly initiatives: Pick<InitiativeUsecases, 'list' | 'seenOne'>
  /** All ideas that everybody sees. */
  readonly ideas: (tx: Tx) => Pick<ExportedIdeas, 'page'>
}

/** A decision about the title that was shown. `turn`: the version that it replaces, 0 for the first. */
type Deciding = {
  readonly initiative: string
  readonly title: string
  readonly decision: TitleDecision
  readonly words: string
  readonly turn: number
}

export type WordingUsecases = ReturnType<typeof wordingUsecases>

type Rows<T> = {
  readonly lock: () => Promise<T | undefined>
  readonly add: (next: T) => Promise<boolean>
  readonly set: (next: T) => Promise<void>
  readonly same: (before: T) => boolean
  /** Once something was written: not for a call that came twice. */
  readonly written: () => Promise<void>
}

/** Writes a version over the one that it was written upon; nothing when it says what stands there. @throws Refusal `review-changed` */
async function put<T extends { readonly turn: number }>(next: T, rows: Rows<T>): Promise<T> {
  const later = { ...next, turn: next.turn + 1 }
  if (next.turn > 0 || !(await rows.add(later))) {
    const before = await rows.lock()
    if (before && rows.same(before)) return before
    if (before?.turn !== next.turn) throw new Refusal('review-changed')
    await rows.set(later)
  }
  await rows.written()
  return later
}

/** Ideas that are looked through at a time. */
const AT_ONCE = 500

/** Whether two decisions say the same. */
const isSame = (one: ReviewTitle, other: ReviewTitle) =>
  one.decision === other.decision && one.words === other.words && one.mark === other.mark

/** What organisers write for the published review, and which titles they re-read for it. */
export function wordingUsecases(parts: Parts) {
  const { store, transact, read, audit, programme, initiatives, ideas } = parts
  const { act } = PUBLICATION_PERMISSIONS.prepare

  /** What an agent wrote is told, never copied. @throws Refusal `review-quotes-idea` */
  async function checkOwnWords(words: string): Promise<void> {
    if (words.length < COPIED) return
    let after: ExportedFrom | undefined
    do {
      const from = after
      const page = await read(tx => ideas(tx).page(AT_ONCE, from))
      if (quotesOneOf(words, page)) throw new Refusal('review-quotes-idea')
      after = page.length < AT_ONCE ? undefined : page.at(-1)
    } while (after !== undefined)
  }

  /** A page of initiatives, each with what was decided of it. */
  async function decidedOf(items: readonly InitiativeSeen[]): Promise<readonly TitleSeen[]> {
    const found = await read(tx => store(tx).titles(items.map(({ id }) => id)))
    return items.map(initiative => titleSeen(initiative, found.get(initiative.id)))
  }

  return {
    /** All that is written. @throws Refusal `role-needed` */
    async texts(actor: Actor): Promise<readonly ReviewText[]> {
      permit(PUBLICATION_PERMISSIONS.prepare, actor.role)
      return read(tx => store(tx).texts())
    },

    /**
     * Writes a paragraph, '' to take it out.
     * @throws Refusal `role-needed`, `axis-missing`, `too-long`, `review-quotes-idea`, `review-changed` when somebody else
     * wrote it meanwhile
     */
    async write(actor: Actor, typed: ReviewText): Promise<ReviewText> {
      permit(PUBLICATION_PERMISSIONS.prepare, actor.role)
      const { kind, axis, turn } = typed
      if (kind === 'opening' ? axis !== '' : !programme.axis(axis)) throw new Refusal('axis-missing')
      const next = { kind, axis, text: paragraphOf(typed.text), turn }
      await checkOwnWords(next.text)
      return transact(async tx => {
        const rows = store(tx)
        return put<ReviewText>(next, {
          lock: () => rows.lockText(kind, axis),
          add: rows.addText,
          set: rows.setText,
          same: before => before.text === next.text,
          written: () => audit(tx, actor, act, kind === 'opening' ? kind : inDetail(axis, kind)),
        })
      })
    },

    /** A page of the gallery, the most supported first. `after`: what the page before gave as `next`. */
    async titles(actor: Actor, limit: number, after?: string) {
      permit(PUBLICATION_PERMISSIONS.prepare, actor.role)
      const { items, ...next } = await initiatives.list(actor, { sort: 'supported' }, limit, after)
      return { items: await decidedOf(items), ...next }
    },

    /**
     * Decides of one title, as it was shown; what is not to stand needs no reading.
     * @throws Refusal `role-needed`, `gone`, `idea-hidden`, `review-title-changed` when the title is another by now,
     * `review-title-idea`, `review-title-name`, `review-quotes-idea`, `empty-text`, `too-long`, `review-changed`
     */
    async decide(actor: Actor, { initiative: id, title, decision, ...typed }: Deciding): Promise<TitleSeen> {
      permit(PUBLICATION_PERMISSIONS.prepare, actor.role)
      const initiative = await initiatives.seenOne(actor, id)
      if (decision !== 'left' && initiative.title !== title) throw new Refusal('review-title-changed')
      const words = decidedWords(decision, typed.words, initiative)
      await checkOwnWords(words)
      const next = { initiative: id, decision, words, mark: titleMark(initiative.title), turn: typed.turn }
      return transact(async tx => {
        const rows = store(tx)
        const decided = await put<ReviewTitle>(next, {
          lock: () => rows.lockTitle(id),
          add: rows.addTitle,
          set: rows.setTitle,
          same: before => isSame(before, next),
          written: () => audit(tx, actor, act, inDetail(id, decision)),
        })
        return titleSeen(initiative, decided)
      })
    },
  }
}
