export type AuditTables = {
  /** Rows are added and never changed. */
  audit: {
    id: string
    at: number
    /** Pseudonym. */
    who: string
    role: 'agent' | 'pilot' | 'manager' | 'organiser' | 'observer' | 'stranger'
    act: string
    thing: string
    door: 'chat' | 'tab' | 'command'
    /** Code of the refusal; null for what was done. */
    refused: string | null
  }
  /** Whose pseudonym it is; erasing a person removes this row, and no other. */
  audit_person: { person_id: string; who: string }
}
