export type ChannelTables = {
  team: { id: string; name: string; welcomed_at: number | null; removed_at: number | null }
  channel: {
    id: string
    team_id: string
    name: string
    /** Sends a new post to the channel. */
    address: string
    removed_at: number | null
  }
}
