export type IdeaTables = {
  idea: {
    id: string
    author: string
    direction: string | null
    axis: string | null
    text: string
    state: 'received'
    /** Box it came through, channel where it stands: null when it came by chat or tab. */
    box_id: string | null
    channel_id: string | null
    /** Where its card is posted: opaque address, null when nowhere. */
    address: string | null
    supports: number
    directions: number
    created_at: number
  }
  idea_support: { idea_id: string; person_id: string; direction: string | null; at: number }
  idea_box: { id: string; question: string; channel_id: string; organiser: string; created_at: number }
}
