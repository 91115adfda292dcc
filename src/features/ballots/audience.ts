/** Who may vote. `channels`: whoever finds it there, and how many that is nobody knows; `workshop`: who has a seat. */
export type Audience =
  | { readonly kind: 'everybody' }
  | { readonly kind: 'directions'; readonly directions: readonly string[] }
  | { readonly kind: 'workshop'; readonly workshop: string }
  | { readonly kind: 'channels'; readonly channels: readonly string[] }

export const EVERYBODY: Audience = { kind: 'everybody' }
