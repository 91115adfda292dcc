/** What a language model may be asked to help with; each is switched on by the operator. Closed: a label of metrics. */
export const ASSIST_TASKS = ['asking', 'drafts', 'themes'] as const
export type AssistTask = (typeof ASSIST_TASKS)[number]

/**
 * Who waits for the answer, and so for how long: a press or a message in the chat, a page, or a run in the background,
 * which lets people go first.
 */
export type AssistCaller = 'chat' | 'tab' | 'run'
