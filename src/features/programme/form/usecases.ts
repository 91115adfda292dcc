import type { Actor } from '../../../kernel/access/actor.ts'
import type { Audit } from '../../../kernel/access/audit.ts'
import { permit } from '../../../kernel/access/permission.ts'
import { Refusal } from '../../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../../kernel/storage/tx.ts'
import type { Clock } from '../../../kernel/time/clock.ts'
import { differencesOf } from '../import/differences.ts'
import { IMPORT_PERMISSIONS, type MethodDifference } from '../import/domain.ts'
import {
  METHOD_PARTS,
  type MethodPart,
  type PartValues,
  partOf,
  partText,
  withPart,
} from '../method/parts.ts'
import type { Misplaced } from '../method/schema-faults.ts'
import type { ProgrammeStore } from '../method/usecases.ts'
import type { PartChange, PartVersion, VersionStore } from '../method/versions.ts'
import type { ProgrammeContent } from '../programme/domain.ts'
import { confirm, FORM_PERMISSIONS, type Follow, type MethodReach } from './domain.ts'
import { followsOf } from './follows.ts'
import { validated } from './validation.ts'

type Parts = {
  readonly store: (tx: Tx) => ProgrammeStore
  readonly versions: (tx: Tx) => VersionStore
  readonly transact: Transact
  readonly read: Transact
  readonly clock: Clock
  readonly audit: Audit
  readonly reach: MethodReach
  readonly names: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>
  /** Puts what is stored in force in this process. */
  readonly refresh: () => Promise<void>
}

export type MethodFormUsecases = ReturnType<typeof methodFormUsecases>

/** A value of one part, and the number of the method from which it was made. */
export type ProposedPart = {
  [P in MethodPart]: { readonly part: P; readonly from: number; readonly value: PartValues[P] }
}[MethodPart]

/** `by`: the name of whoever made it; absent where nobody is named. */
type DatedVersion = Pick<PartVersion, 'version' | 'act' | 'at'> & { readonly by?: string }
type FormPart<P extends MethodPart> = {
  readonly value: PartValues[P]
  readonly last: DatedVersion
  readonly undoable: boolean
}
type MethodForm = { readonly version: number } & { readonly [P in MethodPart]: FormPart<P> }

type MethodPreview = {
  readonly version: number
  readonly faults: readonly Misplaced[]
  readonly changes: readonly MethodDifference[]
  readonly follows: readonly Follow[]
  readonly since?: DatedVersion & { readonly changes: readonly MethodDifference[] }
}
export type MethodWritten =
  | { readonly faults: readonly Misplaced[] }
  | { readonly version: number; readonly changes: readonly MethodDifference[] }

const isSame = (part: MethodPart, one: ProgrammeContent, other: ProgrammeContent) =>
  partText(one, part) === partText(other, part)

/** The method as a form: its changing parts read, changed one at a time, and taken back. */
export function methodFormUsecases(parts: Parts) {
  const { store, versions, transact, read, clock, audit, reach, names, refresh } = parts

  /** @throws Refusal `gone` while there is no programme */
  async function storedIn(content: Promise<ProgrammeContent | undefined>): Promise<ProgrammeContent> {
    const found = await content
    if (!found) throw new Refusal('gone')
    return found
  }

  /** The latest version of a part: there is one from the first start on. */
  async function lastOf(tx: Tx, part: MethodPart): Promise<PartVersion> {
    const [last] = await versions(tx).latest(part, 1)
    if (!last) throw new Refusal('gone')
    return last
  }

  async function numberIn(tx: Tx): Promise<number> {
    const numbers: number[] = []
    for (const part of METHOD_PARTS) numbers.push((await lastOf(tx, part)).version)
    return Math.max(...numbers)
  }

  /** Observers read no names. */
  async function dated(actor: Actor, list: readonly PartVersion[]): Promise<readonly DatedVersion[]> {
    const people = list.flatMap(({ person }) => (person === undefined ? [] : [person]))
    const known =
      actor.role === 'organiser' && people.length > 0 ? await names(people) : new Map<string, string>()
    return list.map(({ version, act, at, person = '' }) => {
      const by = known.get(person)
      return { version, act, at, ...(by !== undefined && { by }) }
    })
  }

  /** Writes `content`, whose `part` differs, with its version and its entry in the journal. */
  async function write(
    tx: Tx,
    actor: Actor,
    content: ProgrammeContent,
    change: PartChange,
    part: MethodPart,
  ) {
    await store(tx).save(content, clock.now(), { ...change, person: actor.id })
    await audit(tx, actor, FORM_PERMISSIONS.change.act, part)
  }

  /** What is stored, held until the transaction ends, all of it recorded as a version. */
  async function held(tx: Tx): Promise<ProgrammeContent> {
    const content = await storedIn(store(tx).lock())
    await store(tx).recordVersions(content, clock.now())
    return content
  }

  return {
    /** The parts as stored, and who changed each last. @throws Refusal `role-needed` */
    async form(actor: Actor): Promise<MethodForm> {
      permit(IMPORT_PERMISSIONS.readWhole, actor.role)
      const { content, version, found } = await read(async tx => {
        const content = await storedIn(store(tx).current())
        const found = new Map<MethodPart, readonly PartVersion[]>()
        for (const part of METHOD_PARTS) found.set(part, await versions(tx).latest(part, 2))
        return { content, version: await numberIn(tx), found }
      })
      const lasts = METHOD_PARTS.flatMap(part => found.get(part)?.slice(0, 1) ?? [])
      const heads = await dated(actor, lasts)
      const of = <P extends MethodPart>(part: P): FormPart<P> => {
        const last = heads[METHOD_PARTS.indexOf(part)]
        if (!last) throw new Refusal('gone')
        return { value: partOf(content, part), last, undoable: (found.get(part)?.length ?? 0) > 1 }
      }
      return {
        version,
        phases: of('phases'),
        axes: of('axes'),
        nudges: of('nudges'),
        thresholds: of('thresholds'),
        closures: of('closures'),
      }
    },

    /**
     * What a proposed value changes, what follows from it, and what somebody else changed meanwhile; writes nothing.
     * @throws Refusal `role-needed`, `method-entries`
     */
    async preview(actor: Actor, { part, from, value }: ProposedPart): Promise<MethodPreview> {
      permit(FORM_PERMISSIONS.change, actor.role)
      const { last, ...found } = await read(async tx => {
        const before = await storedIn(store(tx).current())
        const last = await lastOf(tx, part)
        const base = await versions(tx).asOf(part, from)
        const former = last.version > from && base ? withPart(before, part, base.value) : before
        const version = await numberIn(tx)
        const meanwhile = differencesOf(former, before)
        const checked = validated(withPart(before, part, value), part)
        if ('faults' in checked) return { last, version, meanwhile, ...checked, changes: [], follows: [] }
        const change = { before, after: checked.content, now: clock.now(), reach }
        const follows = await followsOf(tx, part, change)
        return {
          last,
          version,
          meanwhile,
          faults: [],
          changes: differencesOf(before, checked.content),
          follows,
        }
      })
      const { meanwhile, ...preview } = found
      if (meanwhile.length === 0) return preview
      const [head = { version: last.version, act: last.act, at: last.at }] = await dated(actor, [last])
      return { ...preview, since: { ...head, changes: meanwhile } }
    },

    /**
     * Writes a part and puts it in force. The same again writes nothing.
     * @throws Refusal `role-needed`, `method-entries`; `method-stale` when somebody else changed the part since `from`;
     * `method-many` when it would begin to write to all agents, `method-erases` when names or commitments would go with the
     * next night, and `sure` is not said
     */
    async change(actor: Actor, { part, from, value }: ProposedPart, sure = false): Promise<MethodWritten> {
      permit(FORM_PERMISSIONS.change, actor.role)
      const written = await transact(async (tx): Promise<MethodWritten> => {
        const before = await held(tx)
        const checked = validated(withPart(before, part, value), part)
        if ('faults' in checked) return checked
        const { content } = checked
        const last = await lastOf(tx, part)
        if (isSame(part, before, content)) return { version: last.version, changes: [] }
        if (last.version > from) throw new Refusal('method-stale')
        const follows = await followsOf(tx, part, { before, after: content, now: clock.now(), reach })
        confirm(follows, sure)
        await write(tx, actor, content, { act: 'change' }, part)
        return { version: (await lastOf(tx, part)).version, changes: differencesOf(before, content) }
      })
      await refresh()
      return written
    },

    /**
     * Gives a part back the value that it had before its latest version. Once taken back, the same again writes nothing.
     * @throws Refusal `role-needed`; `method-stale` when `version` is not the latest; `method-first` when there is none
     * before; `method-entries` when a file added or removed entries since; `method-many`, `method-erases` as `change` does
     */
    async undo(actor: Actor, part: MethodPart, version: number, sure = false): Promise<MethodWritten> {
      permit(FORM_PERMISSIONS.change, actor.role)
      const written = await transact(async (tx): Promise<MethodWritten> => {
        const before = await held(tx)
        const [last, former] = await versions(tx).latest(part, 2)
        if (last?.undoes === version) return { version: last.version, changes: [] }
        if (last?.version !== version) throw new Refusal('method-stale')
        if (!former) throw new Refusal('method-first')
        const checked = validated(withPart(before, part, former.value), part)
        if ('faults' in checked) return checked
        const { content } = checked
        confirm(await followsOf(tx, part, { before, after: content, now: clock.now(), reach }), sure)
        await write(tx, actor, content, { act: 'undo', undoes: version }, part)
        return { version: (await lastOf(tx, part)).version, changes: differencesOf(before, content) }
      })
      await refresh()
      return written
    },
  }
}
