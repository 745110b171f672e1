import { configureGlobal } from 'fast-check'

// On a busy machine a property is tried with fewer examples; it does not fail for the time that they take.
configureGlobal({ interruptAfterTimeLimit: 10_000 })
