/** A validation error of one variable or argument, with advice: one sentence, never its value. */
export type SettingFault = { readonly variable: string; readonly advice: string }

/** A rule between variables; violated when `broken` is true. */
export type SettingRule = SettingFault & {
  readonly broken: (env: Readonly<Record<string, string | undefined>>) => boolean
}

/** Invalid configuration: the process must not start. One line for each fault, the variable's name first. */
export class ConfigFault extends Error {
  override readonly name = 'ConfigFault'
  readonly faults: readonly SettingFault[]

  constructor(faults: readonly SettingFault[]) {
    super(faults.map(({ variable, advice }) => `${variable}: ${advice}`).join('\n'))
    this.faults = faults
  }
}

/** The rules that `env` violates, in order. */
export function faultsOf(
  rules: readonly SettingRule[],
  env: Parameters<SettingRule['broken']>[0],
): SettingFault[] {
  return rules.filter(({ broken }) => broken(env)).map(({ variable, advice }) => ({ variable, advice }))
}
