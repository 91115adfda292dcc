declare const opened: unique symbol

/** An open transaction. Opaque here; only `db/` can look inside. */
export type Tx = { readonly [opened]: 'tx' }

/**
 * Runs `work` in one transaction: durable when the promise resolves, rolled back when it rejects. Await nothing but
 * the database inside: SQLite has one writer, and a slow `work` blocks everybody.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * A database snapshot, to be read for as long as it takes. It blocks nobody, but costs a connection and disk space:
 * `end` it soon, once.
 */
export type DatabaseSnapshot = { readonly tx: Tx; readonly end: () => Promise<void> }
