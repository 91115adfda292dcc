/** What is wrong with one variable or argument, and what to do about it: one sentence, never its value. */
export type SettingFault = { readonly variable: string; readonly advice: string }

/** A rule between variables that holds when `broken` is false. */
export type SettingRule = SettingFault & {
  readonly broken: (env: Readonly<Record<string, string | undefined>>) => boolean
}

/** The process must not start. The message has one line for each fault, the variable's name first. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
  readonly faults: readonly SettingFault[]

  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ variable, advice }) => `${variable}: ${advice}`).join('\n'))
    this.faults = faults
  }
}

/** What `env` breaks, in the order of the rules. */
export function faultsOf(
  rules: readonly SettingRule[],
  env: Parameters<SettingRule['broken']>[0],
): SettingFault[] {
  return rules.filter(({ broken }) => broken(env)).map(({ variable, advice }) => ({ variable, advice }))
}
