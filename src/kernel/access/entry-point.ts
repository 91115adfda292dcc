/** The channel through which somebody acts. Stored in the audit log: the words stay as they are. */
const ENTRY_POINTS = ['chat', 'tab', 'command'] as const
export type EntryPoint = (typeof ENTRY_POINTS)[number]
