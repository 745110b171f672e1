import process from 'node:process'
import { configureGlobal } from 'fast-check'

// On a busy machine a property is tried with fewer examples; it does not fail for the time that they take.
configureGlobal({ interruptAfterTimeLimit: 10_000 })

// A context of its own lacks what Node has beside the language.
globalThis.CompressionStream ??= process.getBuiltinModule('node:stream/web').CompressionStream as typeof CompressionStream
globalThis.DecompressionStream ??= process.getBuiltinModule('node:stream/web').DecompressionStream as typeof DecompressionStream
