/** The filters of the journal, as the address and the API name them. */
export const FILTERS = ['act', 'role', 'refused', 'day', 'from', 'until'] as const
