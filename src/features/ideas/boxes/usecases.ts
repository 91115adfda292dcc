import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import type { Ids } from '../../../kernel/crypto/ids.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import { type Cursor, pageOf, parseCursor } from '../../../kernel/requests/cursor.ts'
import type { IdempotencyKey, Once } from '../../../kernel/storage/idempotency.ts'
import type { Note } from '../../../kernel/storage/outbox.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import { cleanLine } from '../../../kernel/text/text.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import type { ChannelUsecases, Where } from '../../channels/index.ts'
import type { Programme } from '../../programme/index.ts'
import { requireFound } from '../idea/domain.ts'
import {
  BOX_PERMISSIONS,
  type BoxKind,
  type BoxTally,
  boxQuestion,
  checkKind,
  type IdeaBox,
  REOPENED,
} from './domain.ts'

export type BoxStore = {
  readonly addBox: (box: IdeaBox) => Promise<void>
  readonly findBox: (id: string) => Promise<IdeaBox | undefined>
  /** The newest first. */
  readonly boxes: (limit: number, after?: Cursor) => Promise<readonly IdeaBox[]>
  /** Of those with ideas. */
  readonly boxTallies: (ids: readonly string[]) => Promise<ReadonlyMap<string, BoxTally>>
  readonly setClosed: (id: string, at: number | null) => Promise<void>
}

/** A box as its list shows it. */
export type ListedBox = IdeaBox & BoxTally

type Parts = {
  readonly store: (tx: Tx) => BoxStore
  readonly transact: Transact
  readonly read: Transact
  readonly once: Once
  readonly note: Note
  readonly audit: Audit
  readonly clock: Clock
  readonly ids: Ids
  readonly channels: Pick<ChannelUsecases, 'list' | 'targets' | 'announce' | 'announced'>
  readonly programme: Pick<Programme, 'thresholds'>
}

/** Boxes looked through for one that takes questions. */
const LOOKED_AT = 20

export type BoxUsecases = ReturnType<typeof boxUsecases>

export function boxUsecases(parts: Parts) {
  const { store, transact, read, once, note, audit, clock, ids, channels, programme } = parts
  return {
    /** Posts a question to channels. @throws Refusal `empty-text`, `too-long`, `no-threshold`, and of `targets` */
    async openBox(
      actor: Actor,
      typed: { question: string; kind?: BoxKind; where: Where },
      keys: readonly IdempotencyKey[],
    ): Promise<IdeaBox> {
      permit(BOX_PERMISSIONS.openBox, actor.role)
      const question = boxQuestion(typed.question)
      const { kind = 'ideas' } = typed
      checkKind(kind, programme)
      const targets = await channels.targets(typed.where)
      const box = { id: ids.next(), question, kind, organiser: actor.id, at: clock.now() }
      return transact(async tx => {
        const id = await once(tx, keys, box.id)
        if (id !== box.id) return requireFound(await store(tx).findBox(id))
        await store(tx).addBox(box)
        await channels.announce(tx, { thing: 'box', id }, targets)
        await note(tx, { kind: 'ideas.box-opened', payload: { box: id } })
        await audit(tx, actor, BOX_PERMISSIONS.openBox.act, id)
        return box
      })
    },

    /** The question as it would be posted, or the unfinished draft. @throws Refusal `role-needed`, `too-long` */
    previewBox(actor: Actor, typed: string): string {
      permit(BOX_PERMISSIONS.openBox, actor.role)
      return cleanLine(typed) === '' ? '' : boxQuestion(typed)
    },

    /** Whether questions to the management can be asked for. */
    takesQuestions: (): boolean => programme.thresholds.length > 0,

    /** The newest box that takes questions, among the last twenty. */
    async openQuestions(): Promise<IdeaBox | undefined> {
      const boxes = await read(tx => store(tx).boxes(LOOKED_AT))
      return boxes.find(({ kind, closedAt }) => kind === 'question' && closedAt === undefined)
    },

    /** Channels where a box can be posted. @throws Refusal `role-needed`, `no-channel` when the bot is in none */
    async boxChannels(actor: Actor) {
      permit(BOX_PERMISSIONS.openBox, actor.role)
      const found = await channels.list()
      if (found.length === 0) throw new Refusal('no-channel')
      return found
    },

    /** A page of the boxes, the newest first. @throws Refusal `role-needed`, `malformed` */
    async listBoxes(actor: Actor, limit: number, after?: string) {
      permit(BOX_PERMISSIONS.readBoxes, actor.role)
      const from = after === undefined ? undefined : parseCursor(after)
      return read(async tx => {
        const page = pageOf(await store(tx).boxes(limit + 1, from), limit)
        const tallies = await store(tx).boxTallies(page.items.map(({ id }) => id))
        const items = page.items.map(
          (box): ListedBox => ({ ...box, ...(tallies.get(box.id) ?? { ideas: 0, answered: 0 }) }),
        )
        return { ...page, items }
      })
    },

    /** Ends a box, or opens it again; its cards follow. @throws Refusal `role-needed`, `gone` */
    async closeBox(actor: Actor, id: string, closed: boolean): Promise<ListedBox> {
      permit(BOX_PERMISSIONS.closeBox, actor.role)
      return transact(async tx => {
        const box = requireFound(await store(tx).findBox(id))
        if ((box.closedAt !== undefined) !== closed) {
          await store(tx).setClosed(id, closed ? clock.now() : null)
          await note(tx, { kind: 'ideas.box-changed', payload: { box: id } })
          await audit(tx, actor, closed ? BOX_PERMISSIONS.closeBox.act : REOPENED, id)
        }
        const now = requireFound(await store(tx).findBox(id))
        return { ...now, ...((await store(tx).boxTallies([id])).get(id) ?? { ideas: 0, answered: 0 }) }
      })
    },

    /** Channels where it is posted, and those chosen that the bot cannot write to. @throws Refusal of `targets` */
    async boxPlaces(id: string, where: Where) {
      const { unbound, shut } = await channels.targets(where)
      return { places: await channels.announced({ thing: 'box', id }), unbound, shut }
    },

    /** @throws Refusal `gone` */
    box: async (id: string): Promise<IdeaBox> => requireFound(await read(tx => store(tx).findBox(id))),
  }
}
