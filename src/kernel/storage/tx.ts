declare const opened: unique symbol

/** An open transaction. Opaque here; only `db/` can look inside. */
export type Tx = { readonly [opened]: 'tx' }

/**
 * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects.
 * Inside, await nothing but the database: SQLite has one writer, and a slow `work` holds everybody up.
 */
export type Transact = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>

/**
 * One moment of the database, to be read for as long as it takes. It holds nobody up, but costs a connection and room on the
 * disk: `end` it soon, once.
 */
export type DatabaseSnapshot = { readonly tx: Tx; readonly end: () => Promise<void> }
