/** Initiatives in the gallery, by the axis and Direction of their ideas: '' where there is none, or none to be named. */
export type InitiativeTally = readonly {
  readonly axis: string
  readonly direction: string
  readonly month: number
  readonly count: number
}[]
