import type { Say } from '../../src/commands/command-line/lines.ts'

type Env = Readonly<Record<string, string>>
type Command = (args: readonly string[], say: Say, complain: Say, env: Env) => Promise<number>

/** Runs a command in this process: its exit code, and what it said on either side. */
export async function heard(command: Command, args: readonly string[], env: Env) {
  const [said, complained]: [string[], string[]] = [[], []]
  const code = await command(
    args,
    line => void said.push(line),
    line => void complained.push(line),
    env,
  )
  return { code, said: said.join('\n'), complained: complained.join('\n') }
}
