const DEFAULT = 3030

/**
 * Where a command serves: `--port 4000`, which every system's shell can say, else the variable PORT, else 3030.
 * @returns the port, and the arguments without it
 * @throws {Error} that says what a port is
 */
export function takePort(args: readonly string[], named = process.env.PORT): { port: number, rest: string[] } {
  const place = args.indexOf('--port')
  const given = place < 0 ? named || String(DEFAULT) : args[place + 1] ?? ''
  const port = Number(given)
  if (!Number.isInteger(port) || port < 1 || port > 65535)
    throw new Error(`${place < 0 ? 'PORT' : '--port'} must be a number from 1 to 65535 (it is "${given}").`)
  return { port, rest: place < 0 ? [...args] : args.filter((_, index) => index !== place && index !== place + 1) }
}

/** @returns what is said where another program has the port; `command` is how this one is begun, such as `npm start --` */
export const portIsTaken = (port: number, command: string): string => `Port ${port} is taken. Stop what runs there, or choose another port: ${command} --port ${port + 1}`
