import type { Generated } from 'kysely'

export type PeopleTables = {
  person: {
    id: string
    tenant: string
    object_id: string
    name: string
    role: 'agent' | 'pilot' | 'manager' | 'organiser' | 'observer'
    /** Who gave the role; null for an agent whom nobody gave one. */
    role_from: 'operator' | 'file' | 'hand' | null
    /** 1 for somebody who stands in for their Direction's pilot: their role is pilot. */
    deputy: number
    direction: string | null
    /** What counts until `direction_since`; null with it where `direction` counts. */
    former_direction: string | null
    direction_since: number | null
    /** JSON: when they changed it themselves, the last two times. */
    direction_changes: Generated<string>
    language: 'fr' | 'en'
    /** 1 once the person chose it: the client's locale no longer counts. */
    language_chosen: number
    /** What of that language they chose: `simple`, `x-br`; null for all of it. */
    wording: string | null
    /** 1: no text of theirs goes to a language model. */
    ai_opt_out: Generated<number>
    /** Address of the personal chat, once there is one. */
    chat: string | null
    welcomed_at: number | null
    /** Directions the person answers for, as a JSON array. */
    leads: string
    /** When they first took part in anything. */
    took_part_at: number | null
    /** Where they were then, or first said to be after it: they count there, wherever they go. */
    took_part_in: string | null
    created_at: number
    /** JSON: what the people file last said of them; null when it does not name them. */
    listed: string | null
    /** Whether their e-mail was looked at, to find them in the people file; null: not yet. */
    mail_state: 'known' | 'unknown' | null
    /** What Entra or Teams says of the account; null: neither said nor asked for yet. */
    account: 'member' | 'guest' | 'unsaid' | null
    /** Whether the bot can write to them, since when, and how that is known. */
    reach: 'installed' | 'conversation' | 'blocked' | 'not-installed'
    reach_since: number
    reach_how: 'install' | 'message' | 'sent' | 'uninstall' | 'refused' | 'met' | 'roster'
    /** JSON: when the last of each kind of thing that tells of it happened. */
    reach_last: string
  }
  /** Somebody in the people file who has not come yet. Gone with their first contact. */
  expected_person: {
    /** In lower case. */
    email: string
    name: string
    /** JSON: what the people file says of them. */
    listed: string
    /** The Direction that it says. */
    direction: string | null
    /** When a file first named them; null for those named before that was kept. */
    since: number | null
    /** `pilot` for a pilot or a deputy; null for anybody else. */
    role: 'pilot' | null
  }
  /** By which the next people file knows somebody again: keyed hashes of their e-mails, from which none can be read. */
  known_mail: {
    hash: string
    /** Names the key, so that hashes of another one are told apart. */
    key: string
    person_id: string
  }
  /** How far the members of a team are read, to find those whom the people file expects. */
  team_reading: {
    team_id: string
    /** Opaque: asks in the team. */
    address: string
    begun_at: number
    /** How many calls of this reading are done. */
    page: number
    /** Teams' own, for the next page; null at the beginning and at the end. */
    token: string | null
  }
}
