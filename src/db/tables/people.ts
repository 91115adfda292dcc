export type PeopleTables = {
  person: {
    id: string
    tenant: string
    object_id: string
    name: string
    role: 'agent' | 'pilot' | 'manager' | 'organiser' | 'observer'
    direction: string | null
    language: 'fr' | 'en'
    /** 1 once the person chose it: the client's locale no longer counts. */
    language_chosen: number
    /** Address of the personal chat, once there is one. */
    chat: string | null
    welcomed_at: number | null
    /** Directions the person answers for, as a JSON array. */
    leads: string
    /** When they first took part in anything. */
    took_part_at: number | null
    created_at: number
  }
}
