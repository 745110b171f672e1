import process from 'node:process'
import { configureGlobal } from 'fast-check'
import { vi } from 'vitest'

// On a busy machine a property is tried with fewer examples; it does not fail for the time that they take.
configureGlobal({ interruptAfterTimeLimit: 10_000 })

// Vitest waits a second by itself, which on a busy machine is no sign of anything.
const waitFor = vi.waitFor.bind(vi)
vi.waitFor = (holds, options) => waitFor(holds, { timeout: 50_000, ...typeof options === 'number' ? { timeout: options } : options })

// A context of its own lacks what Node has beside the language.
globalThis.CompressionStream ??= process.getBuiltinModule('node:stream/web').CompressionStream as typeof CompressionStream
globalThis.DecompressionStream ??= process.getBuiltinModule('node:stream/web').DecompressionStream as typeof DecompressionStream
