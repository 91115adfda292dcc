/** What is wrong with one variable or argument, and what to do about it: one sentence, never its value. */
export type Fault = { readonly variable: string; readonly advice: string }

/** The process must not start. The message has one line for each fault, the variable's name first. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
  readonly faults: readonly Fault[]

  constructor(faults: readonly Fault[]) {
    super(faults.map(({ variable, advice }) => `${variable}: ${advice}`).join('\n'))
    this.faults = faults
  }
}
