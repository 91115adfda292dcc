/** Workshops that are announced, to come and over, by axis; those cancelled or postponed are none. */
export type WorkshopTally = readonly { readonly axis: string; readonly count: number }[]
