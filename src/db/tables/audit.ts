export type AuditTables = {
  /** Rows are added and never changed: the database refuses it. */
  audit: {
    id: string
    at: number
    /** Pseudonym; '' for somebody of another tenant and for the operator. */
    who: string
    role: 'agent' | 'pilot' | 'manager' | 'organiser' | 'observer' | 'stranger' | 'operator'
    act: string
    thing: string
    door: 'chat' | 'tab' | 'command'
    /** Code of the refusal; null for what was done. */
    refused: string | null
  }
  /** Whose pseudonym it is; erasing a person removes this row, and no other. */
  audit_person: { person_id: string; who: string }
}
