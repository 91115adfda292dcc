/** What a reading would have been answered alone; from 400 on `body` is a `Problem`. */
export type BatchAnswer = { readonly status: number; readonly body: unknown }
/** In the order in which they were asked for. */
export type BatchView = { readonly answers: readonly BatchAnswer[] }
