export type Support = {
  readonly idea: string
  readonly person: string
  readonly direction?: string
  readonly at: number
}
