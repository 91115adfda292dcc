import { open } from '../../db/index.ts'
import type { Tx } from '../../kernel/storage/tx.ts'

/** A person about whom an operator received a request. `chat`: their chat's address, '' without one. */
export type DataSubject = {
  readonly id: string
  readonly name: string
  readonly role: string
  readonly chat: string
}

/** Finds a data subject by account or e-mail address. */
export function dataSubjectStore(tx: Tx) {
  const db = open(tx)
  const people = () => db.selectFrom('person').select(['person.id', 'name', 'role', 'chat'])
  const whom = (
    rows: readonly (Omit<DataSubject, 'chat'> & { readonly chat: string | null })[],
  ): readonly DataSubject[] => rows.map(row => ({ ...row, chat: row.chat ?? '' }))
  return {
    /** In any tenant: an object id exists in one only. */
    byAccount: async (objectId: string) =>
      whom(await people().where('object_id', '=', objectId).orderBy('person.id').limit(2).execute()),
    byMail: async (key: string, hash: string) =>
      whom(
        await people()
          .innerJoin('known_mail', 'known_mail.person_id', 'person.id')
          .where('key', '=', key)
          .where('hash', '=', hash)
          .orderBy('person.id')
          .limit(2)
          .execute(),
      ),
  }
}
