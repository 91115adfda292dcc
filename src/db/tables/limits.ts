export type LimitTables = {
  limit_use: {
    /** Salted fingerprint of a person or an address, and of what is limited. */
    key: string
    ends_at: number
    count: number
  }
}
