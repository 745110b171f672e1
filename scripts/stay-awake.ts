import { spawn } from 'node:child_process'
import process from 'node:process'

/** Keeps this machine awake as long as this process runs, where the system has a way. */
export function stayAwake(): void {
  const commands: Partial<Record<NodeJS.Platform, [string, string[]]>> = {
    darwin: ['caffeinate', ['-i', '-w', String(process.pid)]],
    linux: ['systemd-inhibit', ['--what=sleep:idle', '--why=A live room is open', 'tail', `--pid=${process.pid}`, '-f', '/dev/null']],
  }
  const command = commands[process.platform]
  if (!command)
    return
  const child = spawn(...command, { stdio: 'ignore' })
  // A machine without it may fall asleep, as any does.
  child.on('error', () => {})
  child.unref()
}
