export const ROLES = ['agent', 'pilot', 'manager', 'organiser', 'observer'] as const
export type Role = (typeof ROLES)[number]
