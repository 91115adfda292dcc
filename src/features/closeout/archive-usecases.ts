import { type ZipEntry, zipOf } from '../../files/zip-writer.ts'
import type { Actor } from '../../kernel/access/actor.ts'
import type { Audit } from '../../kernel/access/audit.ts'
import { permit } from '../../kernel/access/permission.ts'
import { Refusal } from '../../kernel/errors/refusal.ts'
import type { Transact, Tx } from '../../kernel/storage/tx.ts'
import type { Clock } from '../../kernel/time/clock.ts'
import { dateIn } from '../../kernel/time/time-zone.ts'
import type { OpenData } from '../exports/index.ts'
import type { Programme } from '../programme/index.ts'
import { archiveTables } from './archive-tables.ts'
import { CLOSEOUT_PERMISSIONS, type ReadmeFacts } from './domain.ts'
import type { CloseoutStore } from './usecases.ts'

export type ArchiveParts = {
  readonly store: (tx: Tx) => Pick<CloseoutStore, 'closing'>
  readonly transact: Transact
  readonly read: Transact
  readonly audit: Audit
  readonly clock: Clock
  readonly programme: Pick<Programme, 'id' | 'name' | 'organisation' | 'zone'>
  /** The review as one HTML document. @throws Refusal `review-empty` where there is nothing to say */
  readonly reviewFile: (actor: Actor) => Promise<{ readonly html: string }>
  readonly openData: (actor: Actor) => Promise<OpenData>
  /** The stored method as a file. */
  readonly methodFile: (actor: Actor) => Promise<{ readonly text: string }>
  /** JSON Schemas, as objects. */
  readonly schemas: { readonly openData: () => object; readonly method: () => object }
  readonly readmes: (facts: ReadmeFacts) => { readonly fr: string; readonly en: string }
}

export type ArchiveUsecases = ReturnType<typeof archiveUsecases>

/** `name`: ASCII letters, digits, `.` and `-` only. */
export type Archive = { readonly name: string; readonly parts: AsyncIterable<Uint8Array> }

const json = (content: object) => `${JSON.stringify(content, null, 2)}\n`
const entry = (name: string, text: string): ZipEntry => ({ name, parts: [text] })

/** What remains of a programme, to be read without us and taken as a method: no personal data is in any of its parts. */
export function archiveUsecases(parts: ArchiveParts) {
  const { store, transact, read, audit, clock, programme, schemas } = parts

  /** Undefined where there is nothing to say. */
  async function reviewOf(actor: Actor): Promise<string | undefined> {
    try {
      return (await parts.reviewFile(actor)).html
    } catch (error) {
      if (error instanceof Refusal && error.code === 'review-empty') return undefined
      throw error
    }
  }

  return {
    /**
     * The archive as it is now, whether the programme is closed or not. All is read before its first byte is sent, so what
     * refuses does so before.
     * @throws Refusal `role-needed`, `exports-busy`
     */
    async archive(actor: Actor): Promise<Archive> {
      permit(CLOSEOUT_PERMISSIONS.archive, actor.role)
      const at = clock.now()
      const data = await parts.openData(actor)
      const review = await reviewOf(actor)
      const { text: method } = await parts.methodFile(actor)
      const closing = await read(tx => store(tx).closing())
      const { name, organisation } = programme
      const facts = { name, organisation, at, closing, reviewed: review !== undefined }
      const readme = parts.readmes(facts)
      await transact(tx => audit(tx, actor, CLOSEOUT_PERMISSIONS.archive.act, programme.id))
      const entries = [
        entry('LISEZMOI.md', readme.fr),
        entry('README.md', readme.en),
        ...(review === undefined ? [] : [entry('bilan.html', review)]),
        entry('donnees-ouvertes.json', json(data)),
        entry('donnees-ouvertes.schema.json', json(schemas.openData())),
        ...archiveTables(data).map(table => entry(table.name, table.text)),
        entry('methode.yaml', method),
        entry('method.schema.json', json(schemas.method())),
      ]
      const day = dateIn(at, programme.zone)
      return { name: `${day}-${programme.id}-archive.zip`, parts: zipOf(entries) }
    },
  }
}
