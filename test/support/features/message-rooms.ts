import { preferenceStore } from '../../../src/features/messages/preferences/store.ts'
import { silenceStore } from '../../../src/features/messages/response/silence-store.ts'
import { silences } from '../../../src/features/messages/response/silence-usecases.ts'
import { messageStore } from '../../../src/features/messages/sending/store.ts'
import { messageSending } from '../../../src/features/messages/sending/usecases.ts'
import type { Tx } from '../../../src/kernel/storage/tx.ts'

type Parts = Omit<Parameters<typeof messageSending>[0], 'store' | 'chosen' | 'isDue'>

/** What is told and what becomes of it, on one database. */
export function messagesWith(parts: Parts) {
  const lockMessage = (tx: Tx, id: string) => messageStore(tx).lock(id)
  const silence = silences({ ...parts, silence: silenceStore, lockMessage })
  const { isDue, ...noted } = silence
  return { ...messageSending({ ...parts, store: messageStore, chosen: preferenceStore, isDue }), ...noted }
}
